using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Governance;

namespace Fond.Domain.Impact.Catalogue;

public enum CatalogueState
{
    /// <summary>Waits for the steering group, and may be changed till then.</summary>
    Proposed,

    /// <summary>The steering group has decided on it: plans may take it.</summary>
    Adopted,

    /// <summary>The steering group has turned it down.</summary>
    Rejected,

    /// <summary>A later version has been adopted in its place; plans that took it keep it.</summary>
    Superseded,

    /// <summary>No new plan takes it from some day on; plans that took it keep it.</summary>
    Retired,
}

/// <summary>What the steering group decided of a proposed indicator.</summary>
/// <param name="Paragraph">The paragraph of its minutes: "§ 12".</param>
public sealed record CatalogueDecision(bool Adopted, DateOnly DecidedOn, string Paragraph, string? Reasons);

/// <summary>
/// A version of an indicator in a fund's catalogue, which the steering group decides on. Once decided it is never changed: what is to be otherwise is another version, proposed and decided anew.
/// </summary>
public sealed class CatalogueIndicator : Aggregate
{
    public const int LongestCode = 50;

    private CatalogueIndicator() { }

    /// <param name="earlier">The versions of the code that there are; none for a new indicator.</param>
    /// <exception cref="RefusedException">With every fault at once.</exception>
    public CatalogueIndicator(long fundId, string code, IReadOnlyCollection<CatalogueIndicator> earlier, IndicatorTerms terms, long byId, DateTimeOffset at)
    {
        var faults = terms.Faults().ToList();
        if (code.IsBlankOrLongerThan(LongestCode)) faults.Add(new PlanFieldInvalid(LongestCode) { Path = ["code"] });
        if (earlier.Any(e => e.State == CatalogueState.Proposed)) faults.Add(new CatalogueProposalOpen { Path = ["code"] });
        Refuse.WhenAny(faults);
        (FundId, Code, Number, ProposedById, ProposedAt) = (fundId, code.Trim(), earlier.Count + 1, byId, at);
        Set(terms);
    }

    public long FundId { get; private set; }

    /// <summary>Short; the same in all versions, and unique among a fund's indicators.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Which version: 1, 2, 3 ...</summary>
    public int Number { get; private set; }

    public string Name { get; private set; } = "";

    public string? NameEn { get; private set; }

    public string Unit { get; private set; } = "";

    public string? UnitEn { get; private set; }

    public IndicatorKind Kind { get; private set; }

    public Direction Direction { get; private set; }

    public string Definition { get; private set; } = "";

    public string? Instrument { get; private set; }

    public string? SourceSystem { get; private set; }

    public string Owner { get; private set; } = "";

    public CatalogueState State { get; private set; }

    public long ProposedById { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>The body that decided.</summary>
    public long? BodyId { get; private set; }

    /// <summary>Who entered its decision.</summary>
    public long? DecidedById { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public string? Paragraph { get; private set; }

    public string? Reasons { get; private set; }

    public DateOnly? RetiredFrom { get; private set; }

    public string? RetirementReason { get; private set; }

    public Text NameIn => new(Name, NameEn ?? Name);

    /// <exception cref="RefusedException">When it is decided, or with every fault at once.</exception>
    public void Change(IndicatorTerms terms)
    {
        DemandProposed();
        Refuse.WhenAny(terms.Faults());
        Set(terms);
    }

    /// <param name="standing">The version that has been adopted before and now gives way; null when there is none.</param>
    /// <exception cref="RefusedException">With every fault at once.</exception>
    public void Decide(CatalogueDecision decision, Body body, CatalogueIndicator? standing, long byId, DateOnly today)
    {
        DemandProposed();
        Refuse.When(body.Kind != BodyKind.SteeringGroup, new DecisionBodyCannotDecide(body.Name, body.Kind));
        Refuse.WhenAny(Faults(decision, today));
        State = decision.Adopted ? CatalogueState.Adopted : CatalogueState.Rejected;
        (BodyId, DecidedById, DecidedOn) = (body.Id, byId, decision.DecidedOn);
        (Paragraph, Reasons) = (decision.Paragraph.Trim(), decision.Reasons?.Trim());
        if (decision.Adopted && standing is not null) standing.State = CatalogueState.Superseded;
    }

    /// <param name="from">The first day on which no plan takes it.</param>
    public void Retire(DateOnly from, string reason)
    {
        Refuse.When(State != CatalogueState.Adopted, new CatalogueNotAdopted(Code));
        Refuse.When(reason.IsBlank(), new DecisionReasonsMissing { Path = ["reason"] });
        Refuse.When(from < DecidedOn, new CatalogueRetiredEarly(DecidedOn ?? default) { Path = ["from"] });
        (State, RetiredFrom, RetirementReason) = (CatalogueState.Retired, from, reason.Trim());
    }

    /// <summary>Whether a plan may take it.</summary>
    public bool MayBeTakenOn(DateOnly day) => State == CatalogueState.Adopted || (State == CatalogueState.Retired && day < RetiredFrom);

    private IEnumerable<Refusal> Faults(CatalogueDecision decision, DateOnly today)
    {
        var earliest = MunicipalTime.Today(ProposedAt);
        if (decision.DecidedOn > today) yield return new DecisionDateInFuture(decision.DecidedOn) { Path = ["decidedOn"] };
        if (decision.DecidedOn < earliest) yield return new DecisionBeforeCase(decision.DecidedOn, earliest) { Path = ["decidedOn"] };
        if (string.IsNullOrWhiteSpace(decision.Paragraph)) yield return new DecisionParagraphMissing { Path = ["paragraph"] };
        if (!decision.Adopted && decision.Reasons.IsBlank()) yield return new DecisionReasonsMissing { Path = ["reasons"] };
    }

    private void DemandProposed() => Refuse.When(State != CatalogueState.Proposed, new CatalogueDecided(Code, Number));

    private void Set(IndicatorTerms terms)
    {
        (Name, NameEn, Unit, UnitEn, Kind, Direction) = (terms.Name.Trim(), terms.NameEn?.Trim(), terms.Unit.Trim(), terms.UnitEn?.Trim(), terms.Kind, terms.Direction);
        (Definition, Instrument, SourceSystem, Owner) = (terms.Definition.Trim(), terms.Instrument?.Trim(), terms.SourceSystem?.Trim(), terms.Owner.Trim());
    }
}
