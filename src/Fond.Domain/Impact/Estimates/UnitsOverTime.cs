namespace Fond.Domain.Impact.Estimates;

/// <summary>A version of what was logged, and the batches between which it was told.</summary>
internal readonly record struct ToldPortion(Portion Portion, long Came, long Gone);

/// <summary>Which parts of a group are hidden, from a batch on.</summary>
internal sealed record HiddenParts(long Since, IReadOnlySet<string> Parts);

/// <summary>
/// A group by its schools or other units, from batch to batch. Those of a part that is hidden are told of together with those of none. They stay so, though the part be shown later: what it then has, beside what all had before, would tell of
/// those who have come since.
/// </summary>
/// <param name="hidden">Oldest first.</param>
/// <param name="since">The batch before which nothing was there to compare with: what came earlier counts as one in time.</param>
internal sealed class UnitsOverTime(DisclosureRule rule, IEnumerable<ToldPortion> portions, IReadOnlyList<HiddenParts> hidden, long since)
{
    /// <summary>Those of a part and a unit who came, and were corrected, at the same time.</summary>
    private sealed class Same(string part, string site, long came, long gone, Weight weight)
    {
        public string Part => part;

        public string Site => site;

        public long Came => came;

        public long Gone => gone;

        public Weight Weight => weight;
    }

    /// <summary>A sum that is known: of a unit, or of a batch.</summary>
    private readonly record struct Known(string? Site, long? Batch, string Part);

    private readonly List<Same> _all = [.. portions.GroupBy(
        p => (p.Portion.Subgroup ?? Block.OfNone, p.Portion.SiteKey ?? "", p.Came, p.Gone),
        (key, same) => new Same(key.Item1, key.Item2, key.Came, key.Gone, same.Aggregate(default(Weight), (sum, p) => sum + p.Portion.Weight)))];

    /// <summary>
    /// The parts whose units are told of, each for itself; null where the units of the group are not told of as it stands now. A time at which too little had come tells nothing, and what had come waits for more.
    /// </summary>
    public IReadOnlySet<string>? Told()
    {
        var first = _all.Where(p => p.Part != Block.OfNone).GroupBy(p => p.Part, p => p.Came).ToDictionary(p => p.Key, p => p.Min());
        var (told, last, apart, waiting) = (true, long.MinValue, new HashSet<string>(), new HashSet<Same>());
        foreach (var moved in _all.SelectMany(p => new[] { p.Came, p.Gone }, (p, time) => (Same: p, Time: time)).Where(m => m.Time < long.MaxValue).ToLookup(m => Math.Max(m.Time, since), m => m.Same).OrderBy(m => m.Key))
        {
            var now = first.Where(part => !HiddenAt(moved.Key).Contains(part.Key) && (part.Value > last || apart.Contains(part.Key))).Select(part => part.Key).ToHashSet();
            waiting.UnionWith(moved);
            told = waiting.GroupBy(p => now.Contains(p.Part) ? p.Part : Block.OfNone, (_, part) => CanBeTold([.. part], last, moved.Key)).All(can => can);
            if (!told) continue;
            (last, apart) = (moved.Key, now);
            waiting.Clear();
        }
        return told ? apart : null;
    }

    private IReadOnlySet<string> HiddenAt(long time) => hidden.LastOrDefault(h => h.Since <= time)?.Parts ?? new HashSet<string>();

    /// <summary>
    /// Of those who came after one time and until another the sums by unit would be told beside those by batch, which are told already. Each unit's must be one that could be shown, those who are corrected at it as many, and all that
    /// follows from both of as many too: of two at a school who came with five at another, the sum less the five's. Whoever is corrected counts once.
    /// </summary>
    private bool CanBeTold(List<Same> part, long from, long to)
    {
        var came = part.FindAll(p => p.Came > from && p.Came <= to);
        var gone = part.FindAll(p => p.Gone > from && p.Gone <= to);
        var standing = came.FindAll(p => p.Gone > to);
        return Sums(standing).All(rule.IsShowable) && Sums(gone.FindAll(p => p.Came <= from)).All(rule.IsOfEnough) && Joined(came, gone, standing, to).AreNoneBelow(rule.Threshold);
    }

    /// <summary>Where nobody stands any more, as in a batch of which all have been corrected since, what is known joins that which took its place.</summary>
    private Cuts<Known> Joined(List<Same> came, List<Same> gone, List<Same> standing, long to)
    {
        var (sums, stand, fallen) = (new Cuts<Known>(), new HashSet<Known>(), new HashSet<Known>());
        foreach (var ((unit, batch), sum) in standing.GroupBy(p => (Unit(p), Batch(p, p.Came, to)), (key, all) => (key, Sum(all))))
        {
            sums.Join(unit, batch, rule.Margin(sum));
            stand.UnionWith([unit, batch]);
        }
        foreach (var (unit, batch) in came.Where(p => p.Gone <= to).Select(p => (Unit(p), Batch(p, p.Came, to))).Concat(gone.Select(p => (Unit(p), Batch(p, p.Gone, to)))).Distinct())
        {
            sums.Join(unit, batch, 0);
            fallen.UnionWith([unit, batch]);
        }
        foreach (var sum in fallen.Except(stand)) sums.PassOver(sum);
        return sums;
    }

    private static Known Unit(Same one) => new(one.Site, null, "");

    /// <summary>That of a part which was shown then or is now.</summary>
    private Known Batch(Same one, long time, long now) =>
        new(null, time, HiddenAt(Math.Max(time, since)).Contains(one.Part) && HiddenAt(now).Contains(one.Part) ? Block.OfNone : one.Part);

    private static IEnumerable<Weight> Sums(List<Same> all) => all.GroupBy(p => p.Site, (_, same) => Sum(same));

    private static Weight Sum(IEnumerable<Same> all) => all.Aggregate(default(Weight), (sum, p) => sum + p.Weight);
}
