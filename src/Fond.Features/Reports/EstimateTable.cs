using Fond.Domain.Common;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Statistics;

namespace Fond.Features.Reports;

/// <summary>Every estimate of a project, and why there is none where there is none.</summary>
internal static class EstimateTable
{
    public static ReportTable Of(ProjectRecord record)
    {
        var language = record.Language;
        List<EstimateRow> rows = [.. (record.Plan?.Effects ?? []).SelectMany(Rows)];
        return ReportTable.Of("estimates", new("Alla skattningar. * räknar individer som oberoende, fast de hör till enheter som är kända", "All estimates. * takes individuals for independent, though they belong to units that are known"), language, rows,
        [
            new("indicator", new("Indikator, mätomgång", "Indicator, wave"), r => r.Effect.Indicator.Code, r => $"{r.Effect.Indicator.Code}, {r.Effect.Wave.Code}{(r.Effect.Subgroup is { } part ? $", {part}" : "")}", 5),
            new("wave", null, r => r.Effect.Wave.Code),
            new("subgroup", null, r => r.Effect.Subgroup),
            new("method", new("Jämförelse", "Comparison"), r => r.Effect.Method.Code(), r => ReportTerms.Of(r.Effect.Method).In(language), 6),
            new("technique", new("Metod", "Method"), r => r.Technique?.Code(), r => r.Technique is { } t ? ReportTerms.Of(t).In(language) + (r.OverlooksUnits ? " *" : "") : "–", 6),
            new("overlooks_units", null, r => r.OverlooksUnits),
            new("n", new("n", "n"), r => r.N, Width: 2),
            new("n_intervention", null, r => r.Estimate?.Intervention),
            new("n_comparison", null, r => r.Estimate?.Comparison),
            new("n_baseline", null, r => r.Estimate?.Baseline),
            new("n_comparison_baseline", null, r => r.Estimate?.ComparisonBaseline),
            new("value", new("Skattning (95 % KI)", "Estimate (95% CI)"), r => r.Found?.Value, r => Said(r, language), 6),
            new("lower", null, r => r.Found?.Lower),
            new("upper", null, r => r.Found?.Upper),
            new("through_infinity", null, r => r.Found?.ThroughInfinity),
            new("p", new("p", "p"), r => r.Found?.PValue, r => P(r.Found?.PValue, language), 3),
            new("adjusted_p", new("p, Holm", "p, Holm"), r => r.Estimate?.AdjustedPValue, r => P(r.Estimate?.AdjustedPValue, language), 3),
            new("design", null, r => record.Plan!.Plan.Design.Code()),
            new("strength", new("Design", "Design"), r => r.Strength?.Code(), r => r.Strength is { } s ? ReportTerms.Of(s).In(language) : "–", 3),
            new("unavailable", null, r => r.Reason?.Code),
            new("sentence", null, r => (r.Sentence ?? r.Reason?.Message)?.In(language)),
        ]);
    }

    /// <summary>An effect, and the same by other techniques.</summary>
    private static IEnumerable<EstimateRow> Rows(Effect effect)
    {
        yield return effect.Estimate is { } e
            ? new(effect, e, e.Technique, Figures.Of(effect.Indicator, e).Found, e.Intervention + (e.Comparison ?? 0), e.Strength, null, e.Sentence, e.OverlooksUnits)
            : new(effect, null, null, null, null, null, effect.Unavailable, null, false);
        foreach (var further in effect.Further) yield return new(effect, null, further.Technique, further.Finding, further.Finding?.N, further.Strength, further.Unavailable, further.Sentence, further.Finding is not null && further.OverlooksUnits);
    }

    private static string Said(EstimateRow row, Language language)
    {
        if (row.Found is not { } found) return row.Reason!.Message.In(language);
        var figures = new Figures(row.Effect.Indicator, found);
        return found.ThroughInfinity
            ? new Text($"{figures.Value(language)} (intervallet går genom oändligheten, utanför {figures.Range(language)})", $"{figures.Value(language)} (the interval runs through infinity, outside {figures.Range(language)})").In(language)
            : figures.WithRange(language);
    }

    private static string P(double? p, Language language) => p switch
    {
        null => "–",
        < 0.001 => "< " + Numbers.Show(0.001, 3, Numbers.Of(language)),
        { } some => Numbers.Show(some, 3, Numbers.Of(language)),
    };

    private sealed record EstimateRow(Effect Effect, Estimate? Estimate, Technique? Technique, Finding? Found, int? N, DesignStrength? Strength, Refusal? Reason, Text? Sentence, bool OverlooksUnits);
}
