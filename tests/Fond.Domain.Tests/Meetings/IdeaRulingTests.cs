using Fond.Domain.Meetings;
using Fond.Domain.Tests.Governance;

namespace Fond.Domain.Tests.Meetings;

public sealed class IdeaRulingTests
{
    [Theory]
    [InlineData(ItemOutcome.Approved, true)]
    [InlineData(ItemOutcome.Rejected, false)]
    [InlineData(ItemOutcome.ReferredBack, null)]
    [InlineData(ItemOutcome.Tabled, null)]
    public void An_idea_is_approved_rejected_or_put_off(ItemOutcome outcome, bool? approved) => Assert.Equal(approved, IdeaRuling.Of(outcome, false));

    [Theory]
    [InlineData(ItemOutcome.ApprovedInPart)]
    [InlineData(ItemOutcome.ApprovedWithConditions)]
    [InlineData(ItemOutcome.Referred)]
    public void It_has_no_other_outcome(ItemOutcome outcome) => Refused.By<MeetingOutcomeUnfit>(() => IdeaRuling.Of(outcome, false));

    [Fact]
    public void Nor_is_it_given_money_or_conditions() => Refused.By<MeetingIdeaWithoutMoney>(() => IdeaRuling.Of(ItemOutcome.Approved, true));
}
