using Fond.Domain.Common;
using Fond.Domain.Impact.Estimates;

namespace Fond.Domain.Impact.Series;

/// <summary>A series that a plan names, as it now is.</summary>
/// <param name="Unit">The key figure's.</param>
/// <param name="Source">Who publishes it.</param>
/// <param name="Attribution">What is to be said wherever it is shown; null: its source.</param>
/// <param name="Values">Of everybody in the area, by year; years without a value are not there.</param>
public sealed record KnownSeries(Text Name, string AreaName, SeriesUnit Unit, string Source, string? Attribution, IReadOnlyDictionary<int, decimal> Values);

/// <summary>
/// What those whom a project reaches have changed since the baseline, beside what a whole area has over the same years: before is the mean of the calendar years in which the baseline lies, after that of those of the wave.
/// The difference is descriptive. A series counts everybody and has no sampling error, so that all that can be told of chance is the interval of the project's own change; and a group that was chosen for its need would seldom have
/// changed as an area does, so that it is weak whatever the design.
/// </summary>
/// <param name="Project">The project's own change, with its interval, or why it is not told.</param>
/// <param name="Before">The series, in the indicator's unit; null where a year is missing.</param>
/// <param name="After">The same for the wave.</param>
/// <param name="Difference">The project's change less that of the series, in the indicator's unit; null where either is not told.</param>
/// <param name="Unavailable">Why there is no difference; null where there is one.</param>
public sealed record BesideSeries(
    Effect Project, NamedSeries Series, KnownSeries Known, IReadOnlyList<int> YearsBefore, IReadOnlyList<int> YearsAfter, IReadOnlyList<int> YearsMissing,
    double? Before, double? After, double? Difference, Refusal? Unavailable)
{
    /// <summary>Other causes cannot be told apart.</summary>
    public DesignStrength Strength { get; } = DesignStrength.Weak;

    /// <summary>Of the series, in the indicator's unit.</summary>
    public double? Change => After - Before;

    public Text Sentence => SeriesSentence.Of(this);

    /// <summary>Of each indicator that names a series, by later wave.</summary>
    /// <param name="effects">As their reader is told them: what is hidden from the reader gives no difference.</param>
    public static IReadOnlyList<BesideSeries> Of(MeasurementPlan plan, IEnumerable<Effect> effects, IReadOnlyDictionary<NamedSeries, KnownSeries> known) =>
    [
        .. from effect in effects
           where effect is { Method: EffectMethod.BeforeAfter, Subgroup: null }
           let named = effect.Indicator.Series
           where named is not null && known.ContainsKey(named)
           select Of(effect, plan.Baseline!, named, known[named]),
    ];

    private static BesideSeries Of(Effect effect, PlanWave baseline, NamedSeries named, KnownSeries known)
    {
        var (before, after) = (YearsOf(baseline), YearsOf(effect.Wave));
        int[] missing = [.. before.Union(after).Where(year => !known.Values.ContainsKey(year))];
        var factor = known.Unit.FactorOf(effect.Indicator.Kind, effect.Indicator.Unit);
        var (from, to) = (Mean(before), Mean(after));
        var reason = factor is null ? new PlanSeriesUnitDiffers(effect.Indicator.Unit, known.Unit.Name)
            : known.Unit.IsTotal(effect.Indicator.Kind) ? new PlanSeriesIsTotal(known.Unit.Name)
            : before[^1] >= after[0] ? new SeriesYearsMeet()
            : missing.Length > 0 ? new SeriesYearsMissing(string.Join(", ", missing)) : effect.Unavailable;
        return new(effect, named, known, before, after, missing, from, to, reason is null ? effect.Estimate!.Value - (to - from) : null, reason);

        double? Mean(int[] years) => factor is { } some && Array.TrueForAll(years, known.Values.ContainsKey) ? some * (double)years.Average(year => known.Values[year]) : null;
    }

    private static int[] YearsOf(PlanWave wave) => [.. Enumerable.Range(wave.From.Year, wave.To.Year - wave.From.Year + 1)];
}
