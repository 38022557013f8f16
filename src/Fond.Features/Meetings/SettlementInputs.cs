using System.Globalization;
using Fond.Domain.Meetings;

namespace Fond.Features.Meetings;

/// <summary>What somebody has taken down in the minutes.</summary>
internal sealed record RemarkInput
{
    /// <summary>Whose it is.</summary>
    [GraphQL.Id]
    public required string PersonId { get; init; }

    /// <summary>In their own words; a dissent may go without.</summary>
    public string Text { get; init; } = "";

    internal Remark Draft(string list, int index) => new(PersonKeys.Of(PersonId, list, index.ToString(CultureInfo.InvariantCulture), "personId"), Text);
}

/// <summary>Vote count.</summary>
internal sealed record VoteCountInput
{
    /// <summary>For what was decided.</summary>
    public required int For { get; init; }

    /// <summary>Against it.</summary>
    public required int Against { get; init; }

    /// <summary>Neither.</summary>
    public required int Abstained { get; init; }

    /// <summary>Whether the votes were even and that of whoever presided decided.</summary>
    public required bool CastingVote { get; init; }

    /// <summary>How each voted, where the vote was open; left out where it was closed.</summary>
    public IReadOnlyList<CastVoteInput> Each { get; init; } = [];

    internal VoteCount Draft() => new(For, Against, Abstained, CastingVote, Each.Count == 0 ? null : [.. Each.Select((e, i) => e.Draft(i))]);
}

/// <summary>How one of those who vote did.</summary>
internal sealed record CastVoteInput
{
    /// <summary>Who.</summary>
    [GraphQL.Id]
    public required string PersonId { get; init; }

    /// <summary>For, against or neither.</summary>
    public required VoteChoice Choice { get; init; }

    internal CastVote Draft(int index) => new(PersonKeys.Of(PersonId, "votes", "each", index.ToString(CultureInfo.InvariantCulture), "personId"), Choice);
}
