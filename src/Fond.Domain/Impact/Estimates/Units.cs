using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>
/// Whether schools or other units carry the uncertainty. Where the groups are made of whole units, what differs is as many units as there are, however many people are in them: Donner and Klar (2000),
/// Design and analysis of cluster randomization trials in health research; Hayes and Moulton (2017), Cluster randomised trials, 2nd edition.
/// </summary>
internal static class Units
{
    /// <summary>
    /// So many in each group and wave, or people are taken for independent, which is said, and nothing is judged by it. With three alike in each of two groups Bell and McCaffrey's approximation has four degrees of freedom, and
    /// the interval holds as often as it says (CoverageTests); with two it has two, and an interval too wide to find what a pilot can change.
    /// </summary>
    private const int Least = 3;

    /// <summary>Known from the plan's kind and what was logged, not from what it gives. Steps of a scale have no such method.</summary>
    public static bool Judge(IndicatorKind kind, IReadOnlyList<CellKey> keys, IReadOnlyList<Cell> cells) =>
        kind != IndicatorKind.Ordinal && cells.All(c => c.AreUnitsKnown && c.Units.Count >= Least) && !AreMixed(keys, cells);

    /// <summary>Whether the technique takes for independent people whose unit is known.</summary>
    public static bool Overlooks(Technique technique, IReadOnlyList<Cell> cells) => technique != Technique.ClusterDifference && AreAny(cells);

    /// <summary>
    /// Why no verdict goes by individuals: the groups are planned as whole units and none is given, or units are given, so that those in them may be alike, but not of all, or of too few to tell how alike, or most are whole though one or two are in both groups, or all are whole and the
    /// indicator has no method by units. Null where it does, and where units are split between the groups.
    /// </summary>
    /// <param name="areWhole">Whether the groups are planned as whole units.</param>
    public static Refusal? Doubt(IndicatorKind kind, IReadOnlyList<CellKey> keys, IReadOnlyList<Cell> cells, bool areWhole)
    {
        if (areWhole && kind == IndicatorKind.Ordinal) return new EstimateUnitsOverlooked();
        if (!AreAny(cells)) return areWhole ? new EstimateNeedsSites() : null;
        if (cells.Any(c => !c.AreUnitsKnown)) return new EstimateNeedsSites();
        var split = InBoth(keys, cells).Count();
        if (split >= Least) return null;
        if (cells.Any(c => c.Units.Count < Least)) return new EstimateUnitsFew(Least);
        return split > 0 ? new EstimateSitesMixed() : new EstimateUnitsOverlooked();
    }

    /// <summary>Whether any is known, so that likeness within it can be spoken of.</summary>
    public static bool AreAny(IEnumerable<Cell> cells) => cells.Any(c => c.Units.Count > 0);

    public static Answer Answer(IndicatorKind kind, IReadOnlyList<CellKey> keys, IReadOnlyList<Term<Cell>> terms, ToldUnits told)
    {
        List<Cell> cells = [.. terms.Select(t => t.Of)];
        if (!cells.TrueForAll(c => c.AreUnitsKnown)) return new EstimateNeedsSites();
        if (AreMixed(keys, cells)) return new EstimateSitesMixed();
        if (told.Threshold > 1 && cells.Exists(c => c.Units.Count < Least)) return new EstimateUnitsFew(Least); // of two, each could take its own from what both have
        if (!keys.Zip(cells).All(c => told.In(kind, c.First, c.Second))) return new EstimateUnitsHidden(told.Threshold);
        return ClusterRobust.Contrast([.. terms.Select(t => new Term<IReadOnlyList<Cluster>>([.. t.Of.Units.Select(u => new Cluster(u.Key, (int)u.Value.N, u.Value.Weight, u.Value.Mean))], t.Sign))]);
    }

    /// <summary>Whether any unit is in both groups, in the same wave or in different ones.</summary>
    public static bool AreMixed(IReadOnlyList<CellKey> keys, IReadOnlyList<Cell> cells) => InBoth(keys, cells).Any();

    private static IEnumerable<string> InBoth(IReadOnlyList<CellKey> keys, IReadOnlyList<Cell> cells)
    {
        var groups = keys.Zip(cells).ToLookup(pair => pair.First.Group, pair => pair.Second.Units.Keys);
        return groups[MeasurementGroup.Intervention].SelectMany(k => k).Intersect(groups[MeasurementGroup.Comparison].SelectMany(k => k), StringComparer.Ordinal);
    }
}
