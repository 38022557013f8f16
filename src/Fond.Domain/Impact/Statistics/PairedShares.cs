namespace Fond.Domain.Impact.Statistics;

/// <summary>Those who were asked twice, by what they answered: how many held both times, before alone, after alone, and neither time.</summary>
public readonly record struct PairedAnswers(int Both, int Before, int After, int Neither)
{
    internal int N => Both + Before + After + Neither;

    public static PairedAnswers Of(IReadOnlyCollection<(double Before, double After)> pairs) => new(
        pairs.Count(p => p is { Before: > 0, After: > 0 }), pairs.Count(p => p is { Before: > 0, After: <= 0 }),
        pairs.Count(p => p is { Before: <= 0, After: > 0 }), pairs.Count(p => p is { Before: <= 0, After: <= 0 }));
}

/// <summary>
/// The change of a share among the same individuals: Newcombe (1998), Improved confidence intervals for the difference between binomial proportions based on paired data, Statistics in Medicine 17,
/// method 10, which allows for how answers go together; p by the exact test of McNemar (1947), Note on the sampling error of the difference between correlated proportions or percentages, Psychometrika 12.
/// </summary>
public static class PairedShares
{
    public static Answer Of(PairedAnswers answers)
    {
        if (answers.N < 1) return new EstimateNeedsMore(1);
        var (value, lower, upper) = Interval(answers);
        return new Finding(Technique.PairedShareChange, value, lower, upper, McNemar(answers.Before, answers.After), answers.N);
    }

    internal static (double Value, double Lower, double Upper) Interval(PairedAnswers answers)
    {
        var (after, before) = (Of(answers.Both + answers.After, answers.N), Of(answers.Both + answers.Before, answers.N));
        var together = Correlation(answers);
        var value = (double)(answers.After - answers.Before) / answers.N;
        return (value, value - Length(after.Value - after.Lower, before.Upper - before.Value, together), value + Length(after.Upper - after.Value, before.Value - before.Lower, together));
    }

    private static Limits Of(int events, int n) => Shares.Wilson(new(events, n), Distributions.Z);

    private static double Length(double one, double other, double correlation) => Math.Sqrt(Math.Max(0, one * one - 2 * correlation * one * other + other * other));

    /// <summary>The phi coefficient, corrected for continuity where it is above zero; none where everybody or nobody held at either time.</summary>
    private static double Correlation(PairedAnswers a)
    {
        double both = a.Both, before = a.Before, after = a.After, neither = a.Neither;
        var margins = (both + before) * (after + neither) * (both + after) * (before + neither);
        var determinant = both * neither - before * after;
        if (determinant > 0) determinant = Math.Max(0, determinant - a.N / 2.0);
        return margins > 0 ? determinant / Math.Sqrt(margins) : 0;
    }

    /// <summary>Of those who changed, as many are as likely to have changed the one way as the other.</summary>
    private static double McNemar(int one, int other)
    {
        var fewer = Math.Min(one, other);
        return one == other ? 1 : Math.Min(1, 2 * IncompleteBeta.Of(one + other - fewer, fewer + 1, 0.5));
    }
}
