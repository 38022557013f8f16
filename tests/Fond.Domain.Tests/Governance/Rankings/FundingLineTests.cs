using Fond.Domain.Common;
using Fond.Domain.Governance.Rankings;
using FsCheck;
using FsCheck.Fluent;

namespace Fond.Domain.Tests.Governance.Rankings;

public sealed class FundingLineTests
{
    private static FundingLine Draw(long available, params long[] asked) => FundingLine.Draw(Money.Kronor(available), [.. asked.Select((a, i) => new Ask(i + 1, Money.Kronor(a)))]);

    [Fact]
    public void Cases_fit_in_order_until_one_does_not()
    {
        var line = Draw(1_000, 400, 500, 300, 50);
        Assert.Equal([(true, 600L), (true, 100L), (false, 100L), (false, 100L)], line.Rows.Select(r => (r.Fits, r.Remaining.Ore / 100)));
        Assert.Equal(Money.Kronor(100), line.Remaining);
    }

    [Fact]
    public void Each_below_the_line_could_get_what_remains_and_others_fit_in_what_it_leaves()
    {
        var parts = Draw(1_000, 900, 300, 50, 30, 25, 20).Parts;
        Assert.Equal([(2, 100L, 200L, 0.33m, 0L), (3, 50L, 0L, 1m, 50L), (4, 30L, 0L, 1m, 70L), (5, 25L, 0L, 1m, 75L), (6, 20L, 0L, 1m, 80L)],
            parts.Select(p => ((int)p.CaseId, p.CouldGet.Ore / 100, p.Missing.Ore / 100, p.Share, p.Remaining.Ore / 100)));
        Assert.Equal(["", "4 6", "3 6", "3 6", "3 4"], parts.Select(p => string.Join(' ', p.ThenFit))); // in order: 4 takes 30 of 50, so that 5 is passed over for 6
    }

    [Fact]
    public void What_is_granted_in_part_leaves_room_for_others_and_the_line_moves()
    {
        Ask[] asks = [new(1, Money.Kronor(400)), new(2, Money.Kronor(500)), new(3, Money.Kronor(300))];
        Assert.Equal([true, true, false], FundingLine.Draw(Money.Kronor(1_000), asks).Rows.Select(r => r.Fits));
        asks[1] = asks[1] with { InPart = Money.Kronor(300) };
        var line = FundingLine.Draw(Money.Kronor(1_000), asks);
        Assert.Equal([(400L, 400L, true), (500L, 300L, true), (300L, 300L, true)], line.Rows.Select(r => (r.Asked.Ore / 100, r.Reckoned.Ore / 100, r.Fits)));
        Assert.Equal((Money.Zero, 0), (line.Remaining, line.Parts.Count));
    }

    [Fact]
    public void To_the_last_öre_fits_and_an_öre_more_does_not()
    {
        Assert.Empty(Draw(900, 400, 500).Parts);
        Assert.Equal(new Money(1), FundingLine.Draw(Money.Kronor(900), [new(1, Money.Kronor(400)), new(2, new Money(50_001))]).Parts.Single().Missing);
        var nothing = Draw(0, 1).Parts.Single();
        Assert.Equal((Money.Zero, 0m), (nothing.CouldGet, nothing.Share));
    }

    [Fact]
    public void What_is_available_never_goes_below_zero_and_no_öre_is_lost() => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
        Arb.From(Gen.Choose(0, 5_000)), Arb.From(Gen.Choose(1, 900).ListOf()), (available, asked) =>
        {
            var line = Draw(available, [.. asked.Select(a => (long)a)]);
            var (above, asks) = (line.Rows.Where(r => r.Fits).Sum(r => r.Asked), line.Rows.ToDictionary(r => r.CaseId, r => r.Asked));
            return line.Rows.All(r => r.Remaining >= Money.Zero)
                && above + line.Remaining == line.Available
                && line.Rows.SkipWhile(r => r.Fits).All(r => !r.Fits)
                && line.Rows.Where(r => !r.Fits).Select(r => r.CaseId).SequenceEqual(line.Parts.Select(p => p.CaseId))
                && (line.Parts.Count == 0 || line.Parts[0] is { } first && first.CouldGet < first.Asked && first.CouldGet == line.Remaining)
                && line.Parts.All(p => p.CouldGet + p.Missing == p.Asked && p.CouldGet + p.Remaining == line.Remaining && p.ThenFit.Select(c => asks[c]).Aggregate(Money.Zero, (a, b) => a + b) <= p.Remaining
                    && !p.ThenFit.Contains(p.CaseId) && p.ThenFit.SequenceEqual(p.ThenFit.Order()));
        }));
}
