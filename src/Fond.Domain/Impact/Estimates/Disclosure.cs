namespace Fond.Domain.Impact.Estimates;

/// <summary>
/// Statistical disclosure control: what of the cells may be shown to those who did not log them. A group below the threshold is hidden (primary), and so is as much more
/// as it takes that no hidden subgroup is the total less the rest (secondary): what is hidden is at least two parts whose sum could itself be shown, and large
/// enough that each of them could be any size below the threshold. A subgroup is hidden in all waves and by all indicators or in none, since they hold much the same people.
/// Rows and corrections that come later wait until enough have come with them: otherwise the difference between yesterday's figures and today's would be a person's.
/// </summary>
internal sealed class Disclosure
{
    private readonly List<Block> _blocks;
    private readonly int _threshold;
    private readonly List<HiddenParts> _hidden = [];

    private Disclosure(List<Block> blocks, int threshold) => (_blocks, _threshold) = (blocks, threshold);

    /// <summary>Every cell, null where it is hidden.</summary>
    public static Dictionary<CellKey, Cell?> Of(MeasurementPlan plan, IEnumerable<Portion> portions, int threshold)
    {
        var indicators = plan.Indicators.ToDictionary(i => i.Id);
        var waves = plan.Waves.ToDictionary(w => w.Id);
        return portions.GroupBy(p => p.Group).SelectMany(group =>
        {
            var later = group.Where(p => p.WaveId != plan.Baseline?.Id).GroupBy(p => p.IndicatorId).ToDictionary(g => g.Key, g => g.Min(p => p.BatchId));
            var blocks = group.Select(p => (p.IndicatorId, p.WaveId)).Distinct().ToDictionary(
                k => k, k => new Block(indicators[k.IndicatorId], waves[k.WaveId], group.Key, threshold, k.WaveId == plan.Baseline?.Id ? later.GetValueOrDefault(k.IndicatorId) : 0));
            var replaced = group.Where(p => p.ReplacedBy is not null).ToDictionary(p => (p.Key, p.ReplacedBy!.Value));
            var control = new Disclosure([.. blocks.Values], threshold);
            foreach (var batch in group.GroupBy(p => p.BatchId).OrderBy(b => b.Key)) control.Take(batch.Key, batch, p => blocks[(p.IndicatorId, p.WaveId)], p => replaced.GetValueOrDefault((p.Key, p.BatchId)));
            return control.Cells();
        }).ToDictionary(c => c.Key, c => c.Cell);
    }

    /// <summary>Takes in one batch, as it once was logged, and tells what can be told by then. What was told is never taken back.</summary>
    private void Take(long id, IEnumerable<Portion> batch, Func<Portion, Block> blockOf, Func<Portion, Portion?> before)
    {
        var touched = new HashSet<Block>();
        foreach (var portion in batch)
        {
            var block = blockOf(portion);
            if (!portion.Corrects) block.Add(portion);
            else if (before(portion) is { } wrong) block.Replace(wrong, portion); // else it came while the rest was read, and is for the next reading
            touched.Add(block);
        }
        foreach (var block in touched) Tell(block, id);
        var hidden = Hidden(null, null);
        foreach (var block in _blocks) block.Apart(part => IsHidden(part, hidden));
        if (_hidden.Count == 0 || !hidden.SetEquals(_hidden[^1].Parts)) _hidden.Add(new(id, hidden));
    }

    /// <summary>Together if that can be, else the one or the other.</summary>
    private void Tell(Block block, long batch)
    {
        (bool Fresh, bool Corrections)[] ways = [(true, true), (true, false), (false, true)];
        var way = Array.Find(ways, w => CanBeTold(block, w.Fresh && block.HasFresh, w.Corrections && block.HasCorrections));
        block.Tell(way.Fresh, way.Corrections, batch);
    }

    private bool CanBeTold(Block block, bool fresh, bool corrections)
    {
        if (_threshold <= 1) return true;
        var changes = block.Changes(fresh, corrections);
        if (changes.Count == 0 || (fresh && changes.Values.Sum(c => c.Fresh.N) < _threshold)) return false;
        var hidden = Hidden(block, block.IfTold(fresh, corrections), fresh);
        var parts = changes.ToLookup(p => IsHidden(p.Key, hidden), p => p.Value);
        return parts[false].All(part => IsEnough(block, part)) && IsSafe(block, [.. parts[true]]);
    }

    private bool IsSafe(Block block, List<Change> hidden)
    {
        if (hidden.Count == 0) return true;
        var sum = hidden.Aggregate((a, b) => a + b);
        return sum.Fresh.N > 0 ? !block.IsDominated(sum.Moved) && IsSafe(block, [.. hidden.Where(c => c.Fresh.N > 0).Select(c => c.Fresh)]) : IsEnough(block, sum);
    }

    /// <summary>
    /// Whether no one value makes up the change that is seen, and those who are new are as many as could be shown: they hide the others in their sum. Without them, those who are corrected must be
    /// enough, before and after, and nobody be added or taken away with them.
    /// </summary>
    private static bool IsEnough(Block block, Change change) => !block.IsDominated(change.Moved) && (change.Fresh.N > 0
        ? block.IsShowable(change.Fresh)
        : change.Before.N == change.After.N && block.IsOfEnough(change.Before) && block.IsOfEnough(change.After));

    private IEnumerable<(CellKey Key, Cell? Cell)> Cells()
    {
        var hidden = _hidden[^1].Parts;
        foreach (var block in _blocks)
        {
            yield return (block.Key(), IsSafe(block, HiddenParts(block.Told, hidden)) ? block.Cell(null, _hidden) : null);
            foreach (var subgroup in block.Subgroups) yield return (block.Key(subgroup), hidden.Contains(subgroup) ? null : block.Cell(subgroup, _hidden));
        }
    }

    /// <summary>The subgroups to hide: those too small anywhere, then the next smallest until nothing can be worked out.</summary>
    /// <param name="next">The block of which more is to be told, and its parts as they would then be.</param>
    /// <param name="isFresh">Whether what waits in it is among them.</param>
    private HashSet<string> Hidden(Block? next, IReadOnlyDictionary<string, Weight>? parts, bool isFresh = false)
    {
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        if (_threshold <= 1) return hidden;
        var all = _blocks.ConvertAll(block => (Block: block, Parts: block == next ? parts! : block.Told));
        foreach (var (block, told) in all) hidden.UnionWith(told.Where(p => p.Key != Block.OfNone && !block.IsShowable(p.Value)).Select(p => p.Key));
        hidden.UnionWith(Kept(hidden, next, isFresh));
        while (all.Select(b => Further(b.Block, b.Parts, hidden)).FirstOrDefault(s => s is not null) is { } further) hidden.Add(further);
        return hidden;
    }

    /// <summary>Those that have been hidden and stay so, though they could be shown: beside what was told of them together with others they would tell of few.</summary>
    private HashSet<string> Kept(HashSet<string> hidden, Block? next, bool isFresh)
    {
        var again = _hidden.Count == 0 ? [] : _hidden[^1].Parts.Except(hidden).ToHashSet(StringComparer.Ordinal);
        var kept = again.Where(part => !CanBeApart([part])).ToHashSet(StringComparer.Ordinal);
        again.ExceptWith(kept);
        return again.Count == 0 || CanBeApart(again) ? kept : [.. kept, .. again];

        bool CanBeApart(HashSet<string> parts) => _blocks.TrueForAll(block => block.CanBeApart(parts, isFresh && block == next));
    }

    /// <summary>The smallest subgroup that must be hidden too; null when nothing can be worked out, or the total must go instead.</summary>
    private string? Further(Block block, IReadOnlyDictionary<string, Weight> parts, HashSet<string> hidden) => IsSafe(block, HiddenParts(parts, hidden))
        ? null
        : parts.Where(p => !IsHidden(p.Key, hidden)).OrderBy(p => p.Value.N).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key).FirstOrDefault();

    /// <summary>Whether parts may be told together: their sum can be shown, and all of them are large, or each could be any size below the threshold.</summary>
    private bool IsSafe(Block block, List<Weight> parts)
    {
        if (_threshold <= 1 || parts.Count == 0) return true;
        var sum = parts.Aggregate((a, b) => a + b);
        return block.IsShowable(sum) && (parts.TrueForAll(p => block.IsShowable(p)) || (parts.Count > 1 && sum.N >= _threshold + parts.Count - 2));
    }

    private static List<Weight> HiddenParts(IReadOnlyDictionary<string, Weight> parts, IReadOnlySet<string> hidden) => [.. parts.Where(p => IsHidden(p.Key, hidden)).Select(p => p.Value)];

    private static bool IsHidden(string part, IReadOnlySet<string> hidden) => part == Block.OfNone || hidden.Contains(part);
}
