using Fond.Domain.Common;

namespace Fond.Domain.Registry;

/// <summary>How long a fund keeps documents of a kind, by decision (gallringsbeslut, arkivlagen 1990:782 10 §). A newer rule of the same kind takes its place; none is changed.</summary>
public sealed class RetentionRule : Aggregate
{
    private RetentionRule() { }

    /// <param name="years">After the last document of a case that has ended; null: kept for ever (bevaras).</param>
    /// <param name="decision">By which decision: "Dokumenthanteringsplan, KS 2020/15 § 4".</param>
    public RetentionRule(long fundId, DocumentKind kind, int? years, string decision, long by, DateTimeOffset now)
    {
        Refuse.WhenAny(Faults());
        (FundId, Kind, Years, Decision, SetById, SetAt) = (fundId, kind, years, decision.Trim(), by, now);

        IEnumerable<Refusal> Faults()
        {
            if (years is < 1 or > MostYears) yield return new RetentionYearsInvalid { Path = ["years"] };
            if (years is not null && !DocumentKinds.OfFiles.Contains(kind)) yield return new RetentionKindKept { Path = ["kind"] };
            if (decision.IsBlankOrLongerThan(LongestDecision)) yield return new RetentionDecisionInvalid { Path = ["decision"] };
        }
    }

    public const int MostYears = 100;

    /// <summary>Characters.</summary>
    public const int LongestDecision = 200;

    public long FundId { get; private set; }

    public DocumentKind Kind { get; private set; }

    /// <summary>Null: kept for ever.</summary>
    public int? Years { get; private set; }

    /// <summary>By which decision.</summary>
    public string Decision { get; private set; } = "";

    public long SetById { get; private set; }

    public DateTimeOffset SetAt { get; private set; }

    /// <summary>The first day on which a document may be disposed of; null: never.</summary>
    /// <param name="last">The day of the last document of its case.</param>
    public DateOnly? DueAfter(DateOnly last) => Years is { } years ? last.AddYears(years).AddDays(1) : null;
}

public sealed record RetentionYearsInvalid() : Refusal("RETENTION_YEARS_INVALID", new(
    $"Ange 1 till {RetentionRule.MostYears} år, eller inget antal för handlingar som bevaras.", $"Give 1 to {RetentionRule.MostYears} years, or none for documents that are kept for ever."));

public sealed record RetentionKindKept() : Refusal("RETENTION_KIND_KEPT", new(
    "Handlingar av det slaget är en del av ärendets historik i Fond och bevaras.", "Documents of that kind are part of the case's history in Fond and are kept."));

public sealed record RetentionDecisionInvalid() : Refusal("RETENTION_DECISION_INVALID", new(
    $"Ange beslutet som regeln vilar på, högst {RetentionRule.LongestDecision} tecken.", $"Give the decision that the rule rests on, in at most {RetentionRule.LongestDecision} characters."));
