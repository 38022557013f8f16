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
    [InlineData("3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    public void Anything_else_is_not(string text) => Assert.False(PersonalNumber.IsIn(text));
}
