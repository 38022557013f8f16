namespace Fond.Domain.Impact.Statistics;

/// <summary>
/// How many must be reached for one more to have the outcome; negative where one more lacks it. Limits are those of the difference turned over, from Newcombe's interval: Bender (2001), Calculating confidence
/// intervals for the number needed to treat, Controlled Clinical Trials 22. Where the difference's interval holds zero, the number's runs through infinity: Altman (1998), Confidence intervals for the number
/// needed to treat, BMJ 317.
/// </summary>
public static class NumberNeeded
{
    public static Answer Of(Share first, Share second)
    {
        var answer = Shares.Difference(first, second);
        if (answer.Finding is not { } difference) return answer;
        if (difference.Value == 0) return new EstimateNoDifference();
        var (one, other) = (TurnedOver(difference.Lower!.Value), TurnedOver(difference.Upper!.Value));
        var through = difference is { Lower: <= 0, Upper: >= 0 };
        return difference with
        {
            Technique = Technique.NumberNeeded,
            Value = 1 / difference.Value,
            Lower = through ? one : other,
            Upper = through ? other : one,
            ThroughInfinity = through,
        };
    }

    /// <summary>A limit at no difference has no number: the interval then ends in infinity.</summary>
    private static double? TurnedOver(double limit) => limit == 0 ? null : 1 / limit;
}
