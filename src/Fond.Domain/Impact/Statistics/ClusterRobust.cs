namespace Fond.Domain.Impact.Statistics;

/// <summary>A school or other unit that is wholly in one group, with those measured in it.</summary>
public readonly record struct Cluster(bool Intervention, int N, double Mean);

/// <summary>
/// The difference between groups whose members come in whole schools: those of one school resemble each other, so that the schools carry the uncertainty.
/// CR2 with Satterthwaite's degrees of freedom: Bell and McCaffrey (2002), Bias reduction in standard errors for linear regression
/// with multi-stage samples, Survey Methodology 28; independence as the working model, for which the adjustment matrices have the closed form below. Chosen over CR1 with
/// t(G-1), which is too narrow for the few schools that a pilot has.
/// </summary>
public static class ClusterRobust
{
    public static Answer Of(IReadOnlyCollection<Cluster> clusters)
    {
        var groups = clusters.Where(c => c.N > 0).ToLookup(c => c.Intervention);
        if (groups[true].Count() < 2 || groups[false].Count() < 2) return new EstimateUnitsFew(2);
        var (treated, compared) = (Arm.Of([.. groups[true]]), Arm.Of([.. groups[false]]));
        var variance = treated.Variance + compared.Variance;
        if (variance <= 0) return new EstimateNoVariation();
        var freedom = Math.Pow(treated.Trace + compared.Trace, 2) / (treated.SquaredTrace + compared.SquaredTrace);
        return Means.WithStudent(Technique.ClusterDifference, treated.Mean - compared.Mean, Math.Sqrt(variance), freedom, clusters.Sum(c => c.N));
    }

    /// <summary>One group's mean, its robust variance, and the traces that give the degrees of freedom.</summary>
    private readonly record struct Arm(double Mean, double Variance, double Trace, double SquaredTrace)
    {
        public static Arm Of(IReadOnlyList<Cluster> clusters)
        {
            double total = clusters.Sum(c => (double)c.N);
            var mean = clusters.Sum(c => c.N * c.Mean) / total;
            var weights = clusters.Select(c => 1 / Math.Sqrt(1 - c.N / total) / total).ToArray();
            double variance = 0, cross = 0, own = 0;
            for (var i = 0; i < clusters.Count; i++)
            {
                var (n, weight) = ((double)clusters[i].N, weights[i] * weights[i]);
                variance += weight * Math.Pow(n * (clusters[i].Mean - mean), 2);
                cross += weight * Math.Pow(n / total, 2);
                own += weight * weight * (Math.Pow(n * (1 - n / total), 2) - Math.Pow(n * n / total, 2));
            }
            return new(mean, variance, 1 / total, own + Math.Pow(cross * total, 2));
        }
    }
}
