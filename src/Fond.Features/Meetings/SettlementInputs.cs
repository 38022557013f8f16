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

    /// <param name="path">Where the list stands.</param>
    internal static List<Remark> Drafts(IReadOnlyList<RemarkInput> remarks, params string[] path) =>
        [.. remarks.Select((r, i) => new Remark(PersonKeys.Of(r.PersonId, [.. path, i.ToString(CultureInfo.InvariantCulture), "personId"]), r.Text))];
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

    /// <param name="path">Where whatever was voted on stands.</param>
    internal VoteCount Draft(params string[] path) => new(For, Against, Abstained, CastingVote, Each.Count == 0 ? null
        : [.. Each.Select((e, i) => new CastVote(PersonKeys.Of(e.PersonId, [.. path, "votes", "each", i.ToString(CultureInfo.InvariantCulture), "personId"]), e.Choice))]);
}

/// <summary>How one of those who vote did.</summary>
internal sealed record CastVoteInput
{
    /// <summary>Who.</summary>
    [GraphQL.Id]
    public required string PersonId { get; init; }

    /// <summary>For, against or neither.</summary>
    public required VoteChoice Choice { get; init; }
}
