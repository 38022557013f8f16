namespace Fond.Domain.Impact.Statistics;

/// <summary>Differences between numbers of events a person, events taken as Poisson: the score interval of each (Rao 1948), squares added as for shares, with the interval's own p.</summary>
public static class Rates
{
    public static Answer Contrast(IReadOnlyList<Term<Rate>> terms)
    {
        if (terms.Any(t => t.Of.Exposure <= 0)) return new EstimateNeedsMore(1);
        return new SquareAndAdd<Rate>(terms, Score).Of(Technique.RateDifference, terms.Sum(t => t.Of.N));
    }

    private static Limits Score(Rate rate, double z)
    {
        var middle = rate.Events + z * z / 2;
        var spread = z * Math.Sqrt(rate.Events + z * z / 4);
        return new(rate.Value, (middle - spread) / rate.Exposure, (middle + spread) / rate.Exposure);
    }
}
