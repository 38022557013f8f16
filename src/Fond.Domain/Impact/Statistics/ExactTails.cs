namespace Fond.Domain.Impact.Statistics;

/// <summary>Two-sided p values of whole numbers: all outcomes that are no likelier than what was seen.</summary>
internal static class ExactTails
{
    /// <summary>Outcomes as likely as what was seen but for rounding count as equally likely; the same margin as R's.</summary>
    private const double AsLikely = 1 + 1e-7;

    /// <summary>Terms below this add nothing to the last digit.</summary>
    private const double Negligible = 1e-20;

    /// <param name="logLikelihood">Of an outcome; rises to <paramref name="mode"/> and falls beyond it.</param>
    public static double PValue(long lowest, long highest, long seen, long mode, Func<long, double> logLikelihood)
    {
        var limit = Math.Exp(logLikelihood(seen)) * AsLikely;
        var (total, unlikely) = (0.0, 0.0);
        for (var i = mode; i <= highest && Count(i); i++) { }
        for (var i = mode - 1; i >= lowest && Count(i); i--) { }
        return Math.Min(1, unlikely / total);

        bool Count(long outcome)
        {
            var likelihood = Math.Exp(logLikelihood(outcome));
            total += likelihood;
            if (likelihood <= limit) unlikely += likelihood;
            return likelihood > Negligible * Math.Min(1, limit);
        }
    }
}
