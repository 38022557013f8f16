using Fond.Domain.Common;
using Fond.Domain.Governance;

namespace Fond.Domain.Decisions;

/// <summary>A paragraph of the minutes that concerns one application. Never changes once recorded.</summary>
public sealed class Decision : Aggregate
{
    private Decision() { }

    private Decision(
        DecisionKind kind, DecisionDraft draft, Body body, DecisionCase @case, Delegation? delegation, long recordedById, DateTimeOffset now)
    {
        ApplicationId = @case.ApplicationId;
        FundId = @case.FundId;
        BodyId = body.Id;
        Kind = kind;
        Outcome = draft.Outcome;
        Amounts = [.. draft.Amounts.OrderBy(a => a.Year)];
        Total = Amounts.Sum(a => a.Amount);
        Conditions = [.. draft.Conditions.Select(c => c.Trim())];
        Reasons = draft.Reasons.Trim();
        Paragraph = draft.Paragraph.Trim();
        DecidedOn = draft.DecidedOn;
        PresentPersonIds = [.. draft.PresentPersonIds];
        DelegationLimit = body.DelegationOn(DelegatedKind.Grant, draft.DecidedOn)?.Limit ?? Money.Zero;
        Delegation = delegation is null ? null : new(delegation);
        RecordedById = recordedById;
        RecordedAt = now;
    }

    public long ApplicationId { get; private set; }

    public long FundId { get; private set; }

    public long BodyId { get; private set; }

    public DecisionKind Kind { get; private set; }

    public DecisionOutcome Outcome { get; private set; }

    public IReadOnlyList<YearAmount> Amounts { get; private set; } = [];

    public IReadOnlyList<string> Conditions { get; private set; } = [];

    public string Reasons { get; private set; } = "";

    /// <summary>The paragraph of the minutes: "§ 12".</summary>
    public string Paragraph { get; private set; } = "";

    public DateOnly DecidedOn { get; private set; }

    public IReadOnlyList<long> PresentPersonIds { get; private set; } = [];

    /// <summary>The most that the steering group could grant by itself that day; zero without a delegation, and for a board, which needs none.</summary>
    public Money DelegationLimit { get; private set; }

    /// <summary>The line of the delegation table that it rests on, as it was; null for what a board decides, and for a proposal to it.</summary>
    public CitedDelegation? Delegation { get; private set; }

    public long RecordedById { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Over all years.</summary>
    public Money Total { get; private set; }

    /// <summary>Whether it settles the case with a yes: money is then reserved.</summary>
    public bool Grants => Kind == DecisionKind.Decision && Outcome != DecisionOutcome.Rejected;

    /// <summary>The fund's deciding body settles the case; a steering group only within its delegation.</summary>
    /// <param name="today">The day in Sweden.</param>
    public static Decision ByBody(
        DecisionDraft draft, Body body, DecisionCase @case, DecisionLimits limits, long recordedById, DateTimeOffset now, DateOnly today)
    {
        Refuse.When(!body.Kind.MayDecide(), new DecisionBodyCannotDecide(body.Name, body.Kind));
        var faults = DecisionRules.Faults(draft, body, @case, limits, today).ToList();
        var delegation = body.DelegationOn(draft.DelegatedKind, draft.DecidedOn);
        if (faults.Count == 0 && body.Kind == BodyKind.SteeringGroup) faults.AddRange(DelegationFaults(draft, delegation));
        Refuse.WhenAny(faults);
        return new Decision(DecisionKind.Decision, draft, body, @case, delegation, recordedById, now);
    }

    /// <summary>A body that may decide hands the case to a board with its proposal: a steering group must above its delegation, and may below it; an executive board hands it to the assembly.</summary>
    /// <param name="today">The day in Sweden.</param>
    public static Decision ProposalToBoard(
        DecisionDraft draft, Body body, DecisionCase @case, DecisionLimits limits, long recordedById, DateTimeOffset now, DateOnly today)
    {
        Refuse.When(!body.Kind.MayDecide(), new DecisionBodyCannotDecide(body.Name, body.Kind));
        Refuse.WhenAny(DecisionRules.Faults(draft, body, @case, limits, today));
        return new Decision(DecisionKind.ProposalToBoard, draft, body, @case, null, recordedById, now);
    }

    /// <summary>The board settles the case; no delegation binds it, the fund's rules do.</summary>
    /// <param name="today">The day in Sweden.</param>
    public static Decision ByBoard(
        DecisionDraft draft, Body body, DecisionCase @case, DecisionLimits limits, long recordedById, DateTimeOffset now, DateOnly today)
    {
        Refuse.When(!body.Kind.IsBoard(), new DecisionBodyCannotDecide(body.Name, body.Kind));
        Refuse.WhenAny(DecisionRules.Faults(draft, body, @case, limits, today));
        return new Decision(DecisionKind.Decision, draft, body, @case, null, recordedById, now);
    }

    private static IEnumerable<Refusal> DelegationFaults(DecisionDraft draft, Delegation? delegation)
    {
        var total = draft.Amounts.Sum(a => a.Amount);
        if (delegation is null) yield return new DecisionNotDelegated(draft.DelegatedKind, draft.DecidedOn) { Path = ["decidedOn"] };
        else if (!delegation.Covers(total)) yield return new DecisionAboveDelegation(total, delegation.Limit ?? Money.Zero) { Path = AmountRules.Path };
    }
}
