namespace Fond.Domain.Impact.Statistics;

/// <summary>Differences between numbers of events a person, events taken as Poisson: the score interval of each (Rao 1948), squares added as for shares.</summary>
public static class Rates
{
    public static Answer Contrast(IReadOnlyList<Term<Rate>> terms)
    {
        if (terms.Any(t => t.Of.Exposure <= 0)) return new EstimateNeedsMore(1);
        var (value, lower, upper) = SquareAndAdd.Of(terms.Select(t => new Term<Limits>(Score(t.Of), t.Sign)));
        return new Finding(Technique.RateDifference, value, lower, upper, null, terms.Sum(t => t.Of.N));
    }

    private static Limits Score(Rate rate)
    {
        const double z = Distributions.Z;
        var middle = rate.Events + z * z / 2;
        var spread = z * Math.Sqrt(rate.Events + z * z / 4);
        return new(rate.Value, (middle - spread) / rate.Exposure, (middle + spread) / rate.Exposure);
    }
}
