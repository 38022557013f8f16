using Fond.Api.Tests.Scenarios;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;

namespace Fond.Domain.Tests.Impact;

/// <summary>Helsingborg's survey drawn with other seeds, through results and verdicts, against the truth that it is drawn from.</summary>
internal static class SurveyCoverage
{
    private static readonly int[] Waves = [2019, 2021, 2023];

    /// <summary>How often the interval that judges holds the truth, and how often the verdict is that things went as hoped; by indicator and wave.</summary>
    public static IReadOnlyList<(string Indicator, string Wave, double Truth, double Held, double AsHoped)> Of(int seeds)
    {
        var studies = Enumerable.Range(0, seeds).Select(Verdicts).ToList();
        return [.. MadeUpSurvey.Truth.Select(t =>
        {
            var found = studies.ConvertAll(s => s.Single(v => v.Indicator.Code == t.Key.Indicator && v.Wave.Code == t.Key.Wave));
            return (t.Key.Indicator, t.Key.Wave, t.Value, Part(found, v => v.Estimate!.Lower <= t.Value && t.Value <= v.Estimate.Upper), Part(found, v => v.Outcome == Outcome.AsHoped));
        })];
    }

    private static double Part(List<Verdict> found, Func<Verdict, bool> holds) => found.Count(holds) / (double)found.Count;

    private static IReadOnlyList<Verdict> Verdicts(int seed)
    {
        var plan = Plan();
        var readings = MadeUpSurvey.Rows(seed).Select(r => new Reading(
            plan.Indicator(r.Indicator)!.Id, plan.Wave(r.Wave)!.Id, r.HasCouncil ? MeasurementGroup.Intervention : MeasurementGroup.Comparison, null, r.N, (decimal?)r.Mean, (decimal?)r.StandardDeviation, r.Events)
        {
            SiteKey = $"{r.Area}",
        });
        return new Verdicts(plan, new Results(plan, readings, 5).Effects(), new DateOnly(2024, 1, 1)).All();
    }

    /// <summary>As the scenario plans it, as if saved.</summary>
    private static MeasurementPlan Plan()
    {
        var plan = new MeasurementPlan(1);
        plan.Set(new(StudyDesign.MatchedComparison,
        [
            new("trygghet", "Andel elever som känner sig trygga", "andel", IndicatorKind.Share, Direction.HigherIsBetter) { IsPrimary = true },
            new("halsoindex", "Hälsoindex", "poäng", IndicatorKind.Mean, Direction.HigherIsBetter) { IsPrimary = true },
        ], [.. Waves.Select(year => new PlannedWave($"{year}", $"{year}", new(year, 4, 1), new(year, 4, 30), year == Waves[0]))]));
        var id = typeof(Entity).GetProperty(nameof(Entity.Id))!;
        foreach (var (part, number) in plan.Indicators.Cast<Entity>().Concat(plan.Waves).Select((part, i) => (part, i + 1L))) id.SetValue(part, number);
        return plan;
    }
}
