namespace Fond.Domain.Impact.Statistics;

/// <summary>Those of one school or other unit who were measured in one wave.</summary>
/// <param name="Unit">Which it is; the same in every wave.</param>
/// <param name="N">How many they are.</param>
/// <param name="Weight">What it counts for: how many they are, or of a rate the exposure.</param>
/// <param name="Mean">By weight.</param>
public readonly record struct Cluster(string Unit, int N, double Weight, double Mean);

/// <summary>
/// Sums and differences of means of people who come in whole schools: those of one school resemble each other, in one wave and from wave to wave, so that the schools carry the uncertainty.
/// CR2 with Satterthwaite's degrees of freedom: Bell and McCaffrey (2002), Bias reduction in standard errors for linear regression with multi-stage samples, Survey Methodology 28;
/// of a regression on one indicator variable for each group and wave, with independence as the working model, for which the adjustment matrices have the closed form below. Chosen over CR1 with
/// t(G-1), which is too narrow for the few schools that a pilot has.
/// </summary>
public static class ClusterRobust
{
    /// <summary>Less than this part of what the units differ by is rounding.</summary>
    private const double Least = 1e-24;

    /// <param name="terms">Each group in each wave, by unit.</param>
    public static Answer Contrast(IReadOnlyList<Term<IReadOnlyList<Cluster>>> terms)
    {
        List<Part> parts = [.. terms.Select(t => new Part(t.Of, t.Sign))];
        if (parts.Exists(p => p.Units < 2)) return new EstimateUnitsFew(2);
        var variance = SumOver(parts.SelectMany(p => p.Scores)).Values.Sum(u => u * u);
        if (variance <= Least * parts.Sum(p => p.Mean * p.Mean + p.Scores.Sum(s => s.Value * s.Value))) return new EstimateNoVariation();
        return Means.WithStudent(Technique.ClusterDifference, parts.Sum(p => p.Sign * p.Mean), Math.Sqrt(variance), Freedom(parts), terms.Sum(t => t.Of.Sum(c => c.N)));
    }

    /// <summary>
    /// The squared trace of the units' covariances under the working model, by the sum of their squares. Off the diagonal they are products of the parts' leverages, whose squares
    /// add up by parts, so that there may be many units.
    /// </summary>
    private static double Freedom(List<Part> parts)
    {
        var own = SumOver(parts.SelectMany(p => p.Own)).Values;
        var shared = SumOver(parts.SelectMany(p => p.Leverages.Select(l => new KeyValuePair<string, double>(l.Key, l.Value * l.Value / p.Total)))).Values;
        var products = (from a in parts from b in parts select Math.Pow(a.Along(b), 2) / (a.Total * b.Total)).Sum();
        return Math.Pow(own.Sum(), 2) / (own.Sum(o => o * o) + products - shared.Sum(s => s * s));
    }

    private static Dictionary<string, double> SumOver(IEnumerable<KeyValuePair<string, double>> ofUnits)
    {
        var sums = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (unit, number) in ofUnits) sums[unit] = sums.GetValueOrDefault(unit) + number;
        return sums;
    }

    /// <summary>One group in one wave.</summary>
    private sealed class Part
    {
        private readonly List<Cluster> _clusters;

        public Part(IEnumerable<Cluster> clusters, int sign)
        {
            (_clusters, Sign) = ([.. clusters.Where(c => c.Weight > 0)], sign);
            Total = _clusters.Sum(c => c.Weight);
            Mean = _clusters.Sum(c => c.Weight * c.Mean) / Total;
            Leverages = _clusters.ToDictionary(c => c.Unit, c => c.Weight * Inflation(c), StringComparer.Ordinal);
        }

        public int Sign { get; }

        public int Units => _clusters.Count;

        public double Total { get; }

        public double Mean { get; }

        public Dictionary<string, double> Leverages { get; }

        /// <summary>What each unit adds to the estimate, enlarged for the part of itself that its group's mean is.</summary>
        public IEnumerable<KeyValuePair<string, double>> Scores => _clusters.Select(c => new KeyValuePair<string, double>(c.Unit, Sign * c.Weight * (c.Mean - Mean) * Inflation(c)));

        public IEnumerable<KeyValuePair<string, double>> Own => _clusters.Select(c => new KeyValuePair<string, double>(c.Unit, c.Weight / (Total * Total)));

        public double Along(Part other) => Leverages.Sum(l => l.Value * other.Leverages.GetValueOrDefault(l.Key));

        private double Inflation(Cluster cluster) => 1 / (Total * Math.Sqrt(1 - cluster.Weight / Total));
    }
}
