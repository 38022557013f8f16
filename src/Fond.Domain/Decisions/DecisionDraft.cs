using Fond.Domain.Common;
using Fond.Domain.Governance;

namespace Fond.Domain.Decisions;

public enum DecisionKind
{
    /// <summary>Settles the case.</summary>
    Decision,

    /// <summary>The steering group's proposal; the board settles the case.</summary>
    ProposalToBoard,
}

public enum DecisionOutcome
{
    /// <summary>What was asked for, year by year (bifall).</summary>
    Granted,

    /// <summary>Less, or otherwise by year (delvis bifall).</summary>
    GrantedInPart,

    /// <summary>Nothing (avslag).</summary>
    Rejected,
}

/// <summary>A decision as it is sent in.</summary>
/// <param name="Amounts">Empty for a rejection.</param>
/// <param name="Paragraph">The paragraph of the minutes: "§ 12".</param>
/// <param name="PresentPersonIds">Everybody who was present when the case was settled, adjuncts too.</param>
public sealed record DecisionDraft(
    DecisionOutcome Outcome, IReadOnlyList<YearAmount> Amounts, IReadOnlyList<string> Conditions, string Reasons,
    string Paragraph, DateOnly DecidedOn, IReadOnlyList<long> PresentPersonIds)
{
    /// <summary>What a steering group must be delegated to decide so.</summary>
    internal DelegatedKind DelegatedKind => Outcome == DecisionOutcome.Rejected ? DelegatedKind.Reject : DelegatedKind.Grant;
}

/// <summary>What a decision needs to know of the case.</summary>
/// <param name="Asked">What the application asks of the fund, by year.</param>
/// <param name="ConflictedPersonIds">Persons with a declared conflict of interest in the case.</param>
/// <param name="ChildImpactAssessed">Whether the application's child impact assessment is filled in.</param>
/// <param name="NotBefore">The day on which the case came in, or for the board that of the proposal to it.</param>
/// <param name="UnmetGates">Gates that the assessors found unmet.</param>
public sealed record DecisionCase(
    long ApplicationId, long FundId, IReadOnlyList<YearAmount> Asked, IReadOnlySet<long> ConflictedPersonIds,
    bool ConcernsChildren, bool ChildImpactAssessed, DateOnly NotBefore, IReadOnlyList<string> UnmetGates);

/// <summary>What the fund's rules let a project have.</summary>
public sealed record DecisionLimits(Money MaxPerYear, Money MaxTotal);

/// <summary>A line of the delegation table as a decision quotes it.</summary>
/// <param name="Limit">The most that may be granted to one application, over all years; null for a rejection.</param>
/// <param name="DecidedBy">The body that delegated.</param>
/// <param name="DecidedOn">The day of its decision.</param>
/// <param name="Paragraph">The paragraph of its minutes: "§ 12".</param>
public sealed record CitedDelegation(long DelegationId, DelegatedKind Kind, Money? Limit, string DecidedBy, DateOnly DecidedOn, string Paragraph)
{
    internal CitedDelegation(Delegation line) : this(line.Id, line.Kind, line.Limit, line.DecidedBy, line.DecidedOn, line.Paragraph) { }

    /// <summary>As a sentence of the decision that rests on it.</summary>
    public Text InWords() => new($"Beslutet fattas med stöd av delegation från {DecidedBy}, {DecidedOn:yyyy-MM-dd} {Paragraph}.", $"The decision rests on delegation from {DecidedBy}, {DecidedOn:yyyy-MM-dd} {Paragraph}.");
}
