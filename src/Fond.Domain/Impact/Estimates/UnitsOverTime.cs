namespace Fond.Domain.Impact.Estimates;

/// <summary>A version of what was logged, and the batches between which it was told.</summary>
internal readonly record struct ToldPortion(Portion Portion, long Came, long Gone)
{
    public string Site => Portion.SiteKey ?? "";
}

/// <summary>One part of a group by its schools or other units, from batch to batch.</summary>
/// <param name="since">The batch before which nothing was there to compare with: what came earlier counts as one in time.</param>
internal sealed class UnitsOverTime(DisclosureRule rule, List<ToldPortion> portions, long since)
{
    /// <summary>As the part stands now. A time at which too little had come tells nothing, and what had come waits for more.</summary>
    public bool AreTold()
    {
        var (told, last) = (true, long.MinValue);
        foreach (var time in portions.SelectMany(p => new[] { p.Came, p.Gone }).Where(t => t < long.MaxValue).Select(t => Math.Max(t, since)).Distinct().Order())
        {
            told = CanBeTold(last, time);
            if (told) last = time;
        }
        return told;
    }

    /// <summary>
    /// Of those who came after one time and until another the sums by unit would be told beside those by batch, which are told already. Each unit's must be one that could be shown, those who are corrected at it as many, and all that
    /// follows from both of as many too: of two at a school who came with five at another, the sum less the five's. Whoever is corrected counts once.
    /// </summary>
    private bool CanBeTold(long from, long to)
    {
        var came = portions.FindAll(p => p.Came > from && p.Came <= to);
        var gone = portions.FindAll(p => p.Gone > from && p.Gone <= to);
        var standing = came.FindAll(p => p.Gone > to);
        if (!Sums(standing, p => p.Site).Values.All(rule.IsShowable) || !Sums(gone.FindAll(p => p.Came <= from), p => p.Site).Values.All(rule.IsOfEnough)) return false;
        var sums = new Cuts();
        foreach (var ((site, time), sum) in Sums(standing, p => (p.Site, p.Came))) Join(site, time, rule.Margin(sum));
        foreach (var (site, time) in came.Select(p => (p.Site, p.Came)).Concat(gone.Select(p => (p.Site, p.Gone))).Distinct()) Join(site, time, 0);
        return sums.AreNoneBelow(rule.Threshold);

        void Join(string site, long time, double weight) => sums.Join($"at {site}", FormattableString.Invariant($"in {time}"), weight);
    }

    private static Dictionary<T, Weight> Sums<T>(IEnumerable<ToldPortion> portions, Func<ToldPortion, T> of) where T : notnull =>
        portions.GroupBy(of).ToDictionary(g => g.Key, g => g.Aggregate(default(Weight), (sum, p) => sum + p.Portion.Weight));
}
