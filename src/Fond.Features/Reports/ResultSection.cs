using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.Documents.Charts;

namespace Fond.Features.Reports;

/// <summary>What was measured, what it seems to show, and who was followed.</summary>
internal static class ResultSection
{
    public static IEnumerable<Block> Of(ProjectRecord record)
    {
        if (record.Plan is not null) yield return new Heading(2, record.Say("Resultat", "Results"));
        foreach (var figure in Charts(record)) yield return figure;
        yield return MeasuredTables.Attained(record);
        foreach (var block in SeriesSection.Of(record)) yield return block;
        yield return MeasuredTables.PlannedAndMeasured(record);
        foreach (var block in FollowedSection.Of(record)) yield return block;
    }

    /// <summary>One for each indicator, wave by wave, by the comparison that the design puts first.</summary>
    private static IEnumerable<Figure> Charts(ProjectRecord record) => record.Plan is not { } measured ? [] :
        from indicator in measured.Plan.Indicators
        let method = Estimator.MethodsOf(measured.Plan.Design, indicator.Kind)[0]
        let effects = measured.Effects.Where(e => e.Indicator == indicator && e.Method == method && e.Subgroup is null).ToList()
        where effects.Exists(e => e.Estimate is not null)
        from figure in EffectChart.Of($"{record.Say(indicator.NameIn)}: {record.Say(ReportTerms.Of(method))}", indicator, [.. effects.Select(e => (record.Say(e.Wave.NameIn), e))], record.Language)
        select figure;
}

/// <summary>Effects by one indicator, one below the other.</summary>
internal static class EffectChart
{
    /// <param name="indicator">Whose unit and desired direction hold for all.</param>
    /// <param name="rows">What each is called; at least one has an estimate.</param>
    public static IEnumerable<Figure> Of(string caption, PlanIndicator indicator, IReadOnlyList<(string Name, Effect Effect)> rows, Language language)
    {
        var first = rows.Select(r => r.Effect.Estimate).First(e => e is not null)!;
        var figures = Figures.Of(indicator, first);
        var scale = new IntervalScale(caption, figures.Unit.In(language), figures.Scale * figures.NoDifference, indicator.Direction == Direction.HigherIsBetter);
        return IntervalChart.Of(scale, [.. rows.Select(r => Row(r.Name, r.Effect, figures.Scale, language))], language);
    }

    private static IntervalRow Row(string name, Effect effect, double scale, Language language)
    {
        if (effect.Estimate is not { } e) return new(name, "", null, effect.Unavailable!.Message.In(language));
        var n = e.Comparison is { } others ? new Text($"n = {e.Intervention} mot {others}", $"n = {e.Intervention} against {others}").In(language) : $"n = {e.Intervention}";
        return new(name, n, new(scale * e.Value, scale * e.Lower, scale * e.Upper), null);
    }
}
