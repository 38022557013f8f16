using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Decisions;

/// <summary>What every decision's input carries.</summary>
internal abstract record DecisionInput : EditInput
{
    /// <summary>The case: its application's id.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>Granted as asked, granted in part, or rejected.</summary>
    public required DecisionOutcome Outcome { get; init; }

    /// <summary>By year; none for a rejection.</summary>
    public required IReadOnlyList<YearAmount> Amounts { get; init; }

    /// <summary>What the grant hangs on; none for a rejection.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>Why.</summary>
    public required string Reasons { get; init; }

    /// <summary>The paragraph of the minutes: "§ 12".</summary>
    public required string Paragraph { get; init; }

    /// <summary>The day of the meeting.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Everybody who was present when the case was settled, adjuncts too.</summary>
    [GraphQL.Id]
    public required IReadOnlyList<string> PresentPersonIds { get; init; }
}
