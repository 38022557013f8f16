using Fond.Domain.Applications;

namespace Fond.Domain.Impact.Estimates;

/// <summary>
/// In which later waves it may be told what those have changed who were measured both times. The mean change of the pairs, beside both waves' means, tells the sum of those who were lost or joined; and several
/// waves, or the figures of several days, tell by subtraction of those who came or went in between. So all who share one course through what has been told must be as many as could be shown.
/// </summary>
internal sealed class ToldPairs(MeasurementPlan plan, IReadOnlyDictionary<CellKey, Cell> shown, int threshold)
{
    private readonly Dictionary<(PlanIndicator, MeasurementGroup), HashSet<string>> _waves = [];

    /// <summary>Of the whole group; parts of it are never told, as they could be taken from the whole.</summary>
    public bool In(PlanIndicator indicator, string wave, MeasurementGroup group)
    {
        if (threshold <= 1) return true;
        if (!_waves.TryGetValue((indicator, group), out var told)) _waves[(indicator, group)] = told = [.. WavesOf(indicator, group)];
        return told.Contains(wave);
    }

    /// <summary>A later wave that would tell too much beside the earlier ones is left out.</summary>
    private IEnumerable<string> WavesOf(PlanIndicator indicator, MeasurementGroup group)
    {
        if (plan.Baseline is not { } first || !shown.TryGetValue(new(indicator.Code, first.Code, group), out var baseline)) yield break;
        var courses = baseline.Individuals.ToDictionary(i => i.Subject, i => i.Told, StringComparer.Ordinal);
        foreach (var wave in plan.FollowUps)
        {
            if (!shown.TryGetValue(new(indicator.Code, wave.Code, group), out var cell)) continue;
            var later = cell.Individuals.ToDictionary(i => i.Subject, StringComparer.Ordinal);
            var longer = courses.ToDictionary(c => c.Key, c => $"{c.Value} {(later.TryGetValue(c.Key, out var again) ? again.Told : "lost")}", StringComparer.Ordinal);
            if (!AreMany(indicator.Kind, baseline, later, longer)) continue;
            courses = longer;
            yield return wave.Code;
        }
    }

    private bool AreMany(IndicatorKind kind, Cell baseline, Dictionary<string, Individual> later, Dictionary<string, string> courses)
    {
        var (values, changes) = (new DisclosureRule(kind, threshold), new DisclosureRule(IndicatorKind.Mean, threshold));
        var joined = later.Values.Where(i => !courses.ContainsKey(i.Subject));
        var kept = baseline.Individuals.Where(i => later.ContainsKey(i.Subject));
        return Of(baseline.Individuals, i => courses[i.Subject], i => i.Value).All(values.IsShowable)
            && Of(joined, i => i.Told, i => i.Value).All(values.IsShowable)
            && Of(kept, i => courses[i.Subject], i => later[i.Subject].Value - i.Value).All(changes.IsShowable);
    }

    private static IEnumerable<Weight> Of(IEnumerable<Individual> people, Func<Individual, string> course, Func<Individual, double> value) =>
        people.GroupBy(course, (_, alike) => alike.Aggregate(default(Weight), (sum, i) => sum + Weight.Of(value(i))));
}
