using Fond.Domain.Common;

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
    string Paragraph, DateOnly DecidedOn, IReadOnlyList<long> PresentPersonIds);

/// <summary>What a decision needs to know of the case.</summary>
/// <param name="Asked">What the application asks of the fund, by year.</param>
/// <param name="ConflictedPersonIds">Persons with a declared conflict of interest in the case.</param>
/// <param name="ChildImpactAssessed">Whether the application's child impact assessment is filled in.</param>
/// <param name="NotBefore">The day on which the case came in, or for the board that of the proposal to it.</param>
/// <param name="UnmetGates">Gates that the assessors found unmet.</param>
public sealed record DecisionCase(
    long ApplicationId, long FundId, IReadOnlyList<YearAmount> Asked, IReadOnlySet<long> ConflictedPersonIds,
    bool ConcernsChildren, bool ChildImpactAssessed, DateOnly NotBefore, IReadOnlyList<string> UnmetGates);

/// <summary>The fund's rules on the day of the decision.</summary>
/// <param name="DelegationLimit">The largest total that the steering group may grant by itself.</param>
public sealed record DecisionLimits(Money MaxPerYear, Money MaxTotal, Money DelegationLimit)
{
    /// <summary>Whether the steering group may grant so much by itself.</summary>
    public bool WithinDelegation(Money total) => total <= DelegationLimit;
}
