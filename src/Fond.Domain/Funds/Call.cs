using Fond.Domain.Common;

namespace Fond.Domain.Funds;

/// <summary>A call for applications (utlysning), with the criteria by which they are assessed.</summary>
public sealed class Call : Aggregate
{
    /// <summary>The definition of cases that begin with a full application.</summary>
    public const string OneStep = "application";

    private readonly List<Criterion> _criteria = [];

    private Call() { }

    public Call(long fundId, string title, DateTimeOffset opensAt, DateTimeOffset closesAt, IReadOnlyList<CriterionTerms> criteria)
    {
        Refuse.WhenAny(Faults(title, opensAt, closesAt, criteria));
        (FundId, Title, OpensAt, ClosesAt) = (fundId, title, opensAt, closesAt);
        _criteria.AddRange(criteria.Select(c => new Criterion(c)));
    }

    /// <param name="workflow">Which definition its cases follow: one step or two.</param>
    public Call(long fundId, string title, DateTimeOffset opensAt, DateTimeOffset closesAt, IReadOnlyList<CriterionTerms> criteria, string workflow, bool demandsEndorsements, bool demandsIntentions = false)
        : this(fundId, title, opensAt, closesAt, criteria) => (Workflow, DemandsEndorsements, DemandsIntentions) = (workflow, demandsEndorsements || demandsIntentions, demandsIntentions);

    public long FundId { get; private set; }

    public string Title { get; private set; } = "";

    public DateTimeOffset OpensAt { get; private set; }

    /// <summary>The first instant at which an application is late.</summary>
    public DateTimeOffset ClosesAt { get; private set; }

    /// <summary>The name of the definition that its cases follow.</summary>
    public string Workflow { get; private set; } = OneStep;

    /// <summary>Whether each partner's manager must have endorsed an application before it is handed in.</summary>
    public bool DemandsEndorsements { get; private set; }

    /// <summary>Whether each partner must also mean to go on with the method if it proves good.</summary>
    public bool DemandsIntentions { get; private set; }

    public IReadOnlyList<Criterion> Criteria => _criteria;

    /// <summary>The last day on which an application is not late.</summary>
    public DateOnly LastDay => MunicipalTime.Today(ClosesAt.AddTicks(-1));

    /// <summary>The day whose rules hold for all applications of the call.</summary>
    public DateOnly RulesDay => MunicipalTime.Today(OpensAt);

    /// <exception cref="RefusedException"><see cref="CallNotOpen"/> or <see cref="CallClosed"/>: late by a second is late.</exception>
    public void DemandOpen(DateTimeOffset now)
    {
        Refuse.When(now < OpensAt, new CallNotOpen(OpensAt));
        DemandNotClosed(now);
    }

    /// <summary>Drafts may be begun before the call opens.</summary>
    public void DemandNotClosed(DateTimeOffset now) => Refuse.When(now >= ClosesAt, new CallClosed(ClosesAt));

    private static IEnumerable<Refusal> Faults(string title, DateTimeOffset opensAt, DateTimeOffset closesAt, IReadOnlyList<CriterionTerms> criteria)
    {
        if (string.IsNullOrWhiteSpace(title)) yield return new CallFieldMissing { Path = ["title"] };
        if (closesAt <= opensAt) yield return new CallDatesReversed { Path = ["closesAt"] };
        if (criteria.Count == 0) yield return new CallFieldMissing { Path = ["criteria"] };
        foreach (var twice in criteria.GroupBy(c => c.Code).Where(g => g.Count() > 1)) yield return new CallCriterionTwice(twice.Key) { Path = ["criteria"] };
        for (var i = 0; i < criteria.Count; i++)
            if (!criteria[i].IsSound) yield return new CallCriterionInvalid { Path = ["criteria", i.ToString(System.Globalization.CultureInfo.InvariantCulture)] };
        var weights = criteria.Where(c => c.Kind == CriterionKind.Graded).Sum(c => (long)c.Weight);
        if (weights != 100) yield return new CallWeightsNotHundred(weights) { Path = ["criteria"] };
    }
}

public enum CriterionKind
{
    /// <summary>Met or not met; not met speaks against any grant.</summary>
    Gate,

    /// <summary>Scored from 0 to its largest score, and weighed.</summary>
    Graded,
}

/// <summary>A criterion as a call states it.</summary>
public sealed record CriterionTerms
{
    /// <summary>Short and unique in the call.</summary>
    public required string Code { get; init; }

    /// <summary>What is asked, in both languages.</summary>
    public required Text Name { get; init; }

    /// <summary>Gate or graded.</summary>
    public required CriterionKind Kind { get; init; }

    /// <summary>Per cent; those of the graded criteria sum to 100. Zero for a gate.</summary>
    public int Weight { get; init; }

    /// <summary>The largest score of a graded criterion; 1 for a gate.</summary>
    public int MaxScore { get; init; } = 4;

    internal bool IsSound => !string.IsNullOrWhiteSpace(Code) && !string.IsNullOrWhiteSpace(Name.Sv) && !string.IsNullOrWhiteSpace(Name.En)
        && (Kind == CriterionKind.Gate ? Weight == 0 : Weight is > 0 and <= 100 && MaxScore is >= 1 and <= 100);
}

/// <summary>What an application is judged by.</summary>
public sealed class Criterion : Entity
{
    private Criterion() { }

    internal Criterion(CriterionTerms terms) =>
        (Code, Name, Kind, Weight, MaxScore) = (terms.Code, terms.Name, terms.Kind, terms.Weight, terms.Kind == CriterionKind.Gate ? 1 : terms.MaxScore);

    public string Code { get; private set; } = "";

    public Text Name { get; private set; } = new("", "");

    public CriterionKind Kind { get; private set; }

    public int Weight { get; private set; }

    public int MaxScore { get; private set; }
}

public sealed record CallWorkflowUnknown() : Refusal("CALL_WORKFLOW_UNKNOWN", new(
    "Det finns inget sådant arbetsflöde för ansökningar.", "There is no such workflow for applications."));

public sealed record CallFieldMissing() : Refusal("CALL_FIELD_MISSING", new("Fyll i fältet.", "Fill in the field."));

public sealed record CallDatesReversed() : Refusal("CALL_DATES_REVERSED", new(
    "Utlysningen stänger innan den öppnar.", "The call closes before it opens."));

public sealed record CallCriterionTwice(string Criterion) : Refusal("CALL_CRITERION_TWICE", new(
    $"Kriteriet {Criterion} förekommer två gånger.", $"The criterion {Criterion} occurs twice."));

public sealed record CallCriterionInvalid() : Refusal("CALL_CRITERION_INVALID", new(
    "Kriteriet saknar kod, namn eller rimlig vikt och skala.", "The criterion lacks a code, a name, or a sensible weight and scale."));

public sealed record CallWeightsNotHundred(long Sum) : Refusal("CALL_WEIGHTS_NOT_HUNDRED", new(
    $"Vikternas summa är {Sum}; den ska vara 100.", $"The weights sum to {Sum}; they must sum to 100."));

public sealed record CallNotOpen(DateTimeOffset OpensAt) : Refusal("CALL_NOT_OPEN", new(
    $"Utlysningen öppnar {MunicipalTime.Show(OpensAt)}.", $"The call opens at {MunicipalTime.Show(OpensAt)}."));

public sealed record CallClosed(DateTimeOffset ClosesAt) : Refusal("CALL_CLOSED", new(
    $"Utlysningen stängde {MunicipalTime.Show(ClosesAt)}.", $"The call closed at {MunicipalTime.Show(ClosesAt)}."));
