using System.Globalization;
using Fond.Domain.Applications;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>One individual's value.</summary>
/// <param name="Told">The batches with which it was told, and corrected: the same of all who have always been told together.</param>
internal readonly record struct Individual(string Subject, double Value, string Told = "")
{
    /// <summary>The batch with which it was told that they were measured.</summary>
    public long Since => long.Parse(Told.Split(',')[0], CultureInfo.InvariantCulture);
}

/// <summary>One group in one wave by one indicator, summed up.</summary>
/// <param name="N">How many were measured.</param>
/// <param name="Mean">Their mean; for a share the share, for a count the number a person, for a rate the number by exposure.</param>
/// <param name="StandardDeviation">Among them, divisor n - 1; null for shares and rates, for one alone, and for counts of which only the total is known.</param>
/// <param name="Events">For shares, counts and rates: how many.</param>
public sealed record Cell(int N, double Mean, double? StandardDeviation, double? Events)
{
    /// <summary>For rates: what the events are divided by.</summary>
    public double? Exposure { get; init; }

    /// <summary>Those who were logged one by one.</summary>
    internal IReadOnlyList<Individual> Individuals { get; init; } = [];

    /// <summary>By school or other unit, those of a known one.</summary>
    internal IReadOnlyDictionary<string, UnitSum> Units { get; init; } = new Dictionary<string, UnitSum>();

    /// <summary>What was told of those, corrected or not; worked out when asked for.</summary>
    internal IEnumerable<ToldPortion> AtUnits { get; init; } = [];

    /// <summary>The first batch with something of another wave that this may be compared with; 0 for later waves.</summary>
    internal long ComparedSince { get; init; }

    /// <summary>The parts of the group that others than whoever logged them are not told of, oldest first.</summary>
    internal IReadOnlyList<HiddenParts> HiddenParts { get; init; } = [];

    /// <summary>Whether corrections of it wait.</summary>
    internal bool IsCorrected { get; init; }

    /// <summary>Whether all are of a known one.</summary>
    internal bool AreUnitsKnown { get; init; }

    internal bool AreIndividuals => Individuals.Count == N;

    /// <summary>From a published mean and standard deviation.</summary>
    public static Cell OfMeans(int n, double mean, double? standardDeviation) => new(n, mean, n > 1 ? standardDeviation : null, null);

    /// <summary>From a number of events among <paramref name="n"/>.</summary>
    public static Cell OfEvents(int n, double events) => new(n, events / n, null, events);

    internal Sample AsSample => new(N, Mean, StandardDeviation ?? 0);

    /// <summary>A share that was logged rounded is of the nearest whole number of people.</summary>
    internal Share AsShare => new((int)Math.Round(Events ?? 0), N);

    internal Rate AsRate => new((long)(Events ?? 0), Exposure ?? N, N);

    internal static Cell Of(IndicatorKind kind, IEnumerable<(Portion Portion, string Told)> portions)
    {
        var sum = new CellSum(kind);
        foreach (var (portion, told) in portions) sum.Add(portion, told);
        return sum.Cell;
    }
}
