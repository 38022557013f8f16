using Fond.Domain.Common;

namespace Fond.Domain.Meetings;

/// <summary>What the outcome of an item is for the short idea that it is about: no money is at stake yet, only whether a full application is to be made.</summary>
public static class IdeaRuling
{
    /// <returns>Null: put off, the idea waits where it is.</returns>
    /// <exception cref="RefusedException">When the outcome is none that an idea can have.</exception>
    public static bool? Of(ItemOutcome outcome, bool withMoneyOrConditions)
    {
        Refuse.When(withMoneyOrConditions, new MeetingIdeaWithoutMoney { Path = ["outcome"] });
        return outcome switch
        {
            ItemOutcome.Approved => true,
            ItemOutcome.Rejected => false,
            ItemOutcome.ReferredBack or ItemOutcome.Tabled => null,
            _ => throw new RefusedException(new MeetingOutcomeUnfit { Path = ["outcome"] }),
        };
    }
}

public sealed record MeetingIdeaWithoutMoney() : Refusal("MEETING_IDEA_WITHOUT_MONEY", new(
    "En idé får varken belopp eller villkor: de hör till beslutet om den fullständiga ansökan.", "An idea is given neither amounts nor conditions: they belong to the decision on the full application."));
