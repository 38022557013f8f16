using System.Diagnostics;
using Fond.Domain.Impact;

namespace Fond.Domain.Tests.Impact;

/// <summary>The numbers are of no living person: from the tax agency's list for tests, or made up with a right check digit.</summary>
public sealed class PersonalNumberTests
{
    [Theory]
    [InlineData("850709-9805")]
    [InlineData("8507099805")]
    [InlineData("198507099805")]
    [InlineData("19850709-9805")]
    [InlineData("19850709 9805")]
    [InlineData("850709+9805")]
    [InlineData("850709\u20139805")]
    [InlineData("elev_850709-9805_b")]
    [InlineData("701063-2391")]
    [InlineData("197010632391")]
    [InlineData("000229-0005")]
    [InlineData("1985-07-09-9805")]
    [InlineData("1985 0709 9805")]
    [InlineData("85.07.09-9805")]
    [InlineData("grupp 1 850709-9805")]
    [InlineData("2023_850709_9805_01")]
    [InlineData("2023/850709/9805")]
    [InlineData("Elev 3: 850709 - 9805")]
    [InlineData("850709 - 9805, 850709 - 9805")]
    [InlineData("3 850709 (9805) 12")]
    [InlineData("19 850709 9805")]
    [InlineData("19 85 07 09 98 05")]
    [InlineData("8507 0998 05")]
    [InlineData("8 5 0 7 0 9 9 8 0 5")]
    [InlineData("1-9-8-5-0-7-0-9-9-8-0-5")]
    [InlineData("85 07 09 2008")]
    [InlineData("Elev 85 07 09 1992, 12 poäng")]
    [InlineData("19 85 07 09 2008")]
    [InlineData("850709 2008")]
    [InlineData("19850709 2008")]
    [InlineData("KS 2019/0042 701063 2391 2019-01-01")]
    [InlineData("2019-01-01 \u2013 2019-12-31 19850709-9805")]
    [InlineData("1-2-3-4-850709-9805-6-7-8")]
    [InlineData("\uff18\uff15\uff10\uff17\uff10\uff19\uff19\uff18\uff10\uff15")]
    public void A_personal_or_coordination_number_is_found(string text) => Assert.True(PersonalNumber.IsIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("e1")]
    [InlineData("850709-9804")]
    [InlineData("851309-9807")]
    [InlineData("850732-9806")]
    [InlineData("850700-9804")]
    [InlineData("190002290005")]
    [InlineData("1850709-9805")]
    [InlineData("850709980512345")]
    [InlineData("850709 - 9804, 850709 - 9804")]
    [InlineData("850709 eller 9805")]
    [InlineData("2015-01-01 \u2013 2015-12-31")]
    [InlineData("2017-07-01/2017-12-31")]
    [InlineData("2024-01-01 - 2022")]
    [InlineData("2018-01-01 \u2013 2020")]
    [InlineData("2019-07-01 \u2013 2023")]
    [InlineData("2022-01-01 \u2013 2024")]
    [InlineData("2024-07-01 \u2013 2026.")]
    [InlineData("85 07 09 2005")]
    [InlineData("1985 07 09 2008")]
    [InlineData("1985 07 09, 2008")]
    [InlineData("85 07 09, 2008")]
    [InlineData("85 07 09 2008-01-01")]
    [InlineData("2005")]
    [InlineData("2019-01-01 13:10")]
    [InlineData("2019-01-01T11:20:00.0000000Z")]
    [InlineData("KS 2019/0042, KS 2019/0043")]
    [InlineData("2 012 345 674 kr, 1 400 000 kr, 1 200 000 kr")]
    [InlineData("2019: 120 000, 2020: 120 000, 2021: 120 000")]
    [InlineData("042-10 50 00, 070-112 34 58")]
    [InlineData("556036-0793")]
    [InlineData("SE35 5000 0000 0549 1000 0003")]
    [InlineData("3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    public void Anything_else_is_not(string text) => Assert.False(PersonalNumber.IsIn(text));

    [Theory]
    [InlineData("8")]
    [InlineData("85 ")]
    [InlineData("1-")]
    [InlineData("850709-")]
    [InlineData("9\u2013 (")]
    public void A_long_text_of_digits_is_looked_through_at_once(string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 20_000));
        var clock = Stopwatch.StartNew();
        PersonalNumber.IsIn(text);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }
}
