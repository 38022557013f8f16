using Fond.Domain.Common;
using Fond.Domain.Governance.Rankings;
using FsCheck;
using FsCheck.Fluent;

namespace Fond.Domain.Tests.Governance.Rankings;

public sealed class FundingLineTests
{
    private static FundingLine Draw(long available, params long[] asked) => FundingLine.Draw(Money.Kronor(available), [.. asked.Select((a, i) => new Ask(i + 1, Money.Kronor(a)))]);

    [Fact]
    public void Cases_fit_in_order_until_one_does_not_which_could_get_what_remains()
    {
        var line = Draw(1_000, 400, 500, 300, 50);
        Assert.Equal([(true, 600L), (true, 100L), (false, 100L), (false, 100L)], line.Rows.Select(r => (r.Fits, r.Remaining.Ore / 100)));
        Assert.Equal(new PartialGrant(3, Money.Kronor(300), Money.Kronor(200), Money.Kronor(100)), line.First);
        Assert.Equal(Money.Kronor(100), line.Remaining);
    }

    [Fact]
    public void To_the_last_öre_fits_and_an_öre_more_does_not()
    {
        Assert.Null(Draw(900, 400, 500).First);
        Assert.Equal(new Money(1), FundingLine.Draw(Money.Kronor(900), [new(1, Money.Kronor(400)), new(2, new Money(50_001))]).First!.Missing);
        Assert.Equal(Money.Zero, Draw(0, 1).First!.CouldGet);
    }

    [Fact]
    public void What_is_available_never_goes_below_zero_and_no_öre_is_lost() => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
        Arb.From(Gen.Choose(0, 5_000)), Arb.From(Gen.Choose(1, 900).ListOf()), (available, asked) =>
        {
            var line = Draw(available, [.. asked.Select(a => (long)a)]);
            var granted = line.Rows.Where(r => r.Fits).Sum(r => r.Asked) + (line.First?.CouldGet ?? Money.Zero);
            return line.Rows.All(r => r.Remaining >= Money.Zero)
                && line.Rows.Where(r => r.Fits).Sum(r => r.Asked) + line.Remaining == line.Available
                && granted <= line.Available
                && line.Rows.SkipWhile(r => r.Fits).All(r => !r.Fits)
                && (line.First is not { } first || (first.CouldGet < first.Asked && first.CouldGet + first.Missing == first.Asked));
        }));
}
