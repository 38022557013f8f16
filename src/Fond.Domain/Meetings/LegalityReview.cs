using Fond.Domain.Common;
using Fond.Domain.Governance;

namespace Fond.Domain.Meetings;

/// <summary>What came of a legality review.</summary>
public enum ReviewOutcome
{
    /// <summary>The court has let the decision stand, or not taken the request up (avslag, avvisning).</summary>
    Upheld,

    /// <summary>The court has repealed the decision (upphävande); it never becomes final and binding.</summary>
    Repealed,

    /// <summary>Whoever asked for it has taken it back.</summary>
    Withdrawn,
}

/// <summary>That somebody has asked the administrative court to review whether a decision is lawful (laglighetsprövning, kommunallagen 13 kap.).</summary>
/// <param name="Paragraph">The decision, by its paragraph of the minutes.</param>
/// <param name="CourtCase">The court's number of the case.</param>
/// <param name="RequestedOn">The day that the request came in to the court.</param>
/// <param name="Outcome">Null: not over.</param>
/// <param name="EndedOn">The day that what the court said became final.</param>
public sealed record LegalityReview(int Paragraph, string CourtCase, DateOnly RequestedOn, ReviewOutcome? Outcome = null, DateOnly? EndedOn = null)
{
    /// <summary>Characters.</summary>
    public const int LongestCourtCase = 100;

    /// <summary>Whether the decision waits for it, or has fallen by it.</summary>
    public bool HoldsUp(DateOnly day) => Outcome is null or ReviewOutcome.Repealed || EndedOn > day;
}

public sealed partial class Minutes
{
    public IReadOnlyList<LegalityReview> Reviews { get; private set; } = [];

    /// <summary>From this day on all that was decided is final and binding, with what courts have let stand; null as long as one reviews, and where one has repealed something.</summary>
    public DateOnly? AllFinalOn => After(Reviews);

    /// <summary>The same, of one paragraph.</summary>
    public DateOnly? FinalOnOf(int paragraph) => After(Reviews.Where(r => r.Paragraph == paragraph));

    public bool IsRepealed(int paragraph) => Reviews.Any(r => r.Paragraph == paragraph && r.Outcome == ReviewOutcome.Repealed);

    /// <summary>The review that keeps a decision from becoming final; null when none does.</summary>
    public LegalityReview? HeldUpBy(DateOnly day, int paragraph) => Reviews.FirstOrDefault(r => r.Paragraph == paragraph && r.HoldsUp(day));

    /// <param name="kind">Of the body: minutes of one that advises may have days for a review from before it was known that they have none.</param>
    /// <param name="paragraphs">Those of the meeting.</param>
    /// <param name="today">The day in Sweden.</param>
    public void RecordReview(LegalityReview review, BodyKind kind, IReadOnlyCollection<int> paragraphs, DateOnly today)
    {
        Refuse.When(AnnouncedOn is null, new MinutesWrongState(State));
        Refuse.When(!kind.MayDecide(), new LegalityReviewOfAdvice());
        Refuse.WhenAny(Faults(review, paragraphs, today));
        Reviews = [.. Reviews, review with { CourtCase = review.CourtCase.Trim() }];
    }

    /// <param name="today">The day in Sweden.</param>
    public void EndReview(string courtCase, ReviewOutcome outcome, DateOnly endedOn, DateOnly today)
    {
        var review = Reviews.FirstOrDefault(r => r.CourtCase == courtCase.Trim());
        Refuse.When(review is null, new LegalityReviewUnknown { Path = ["courtCase"] });
        Refuse.When(review!.Outcome is not null, new LegalityReviewEnded());
        Refuse.When(endedOn < review.RequestedOn || endedOn > today, new LegalityReviewDayInvalid(review.RequestedOn, today) { Path = ["endedOn"] });
        Reviews = [.. Reviews.Select(r => r == review ? r with { Outcome = outcome, EndedOn = endedOn } : r)];
    }

    private DateOnly? After(IEnumerable<LegalityReview> reviews)
    {
        var final = FinalOn;
        foreach (var review in reviews)
        {
            if (review.Outcome is null or ReviewOutcome.Repealed) return null;
            if (review.EndedOn > final) final = review.EndedOn;
        }
        return final;
    }

    private IEnumerable<Refusal> Faults(LegalityReview review, IReadOnlyCollection<int> paragraphs, DateOnly today)
    {
        if (!paragraphs.Contains(review.Paragraph)) yield return new LegalityReviewParagraphUnknown { Path = ["paragraph"] };
        if (review.CourtCase.IsBlankOrLongerThan(LegalityReview.LongestCourtCase)) yield return new LegalityReviewCaseInvalid { Path = ["courtCase"] };
        if (Reviews.Any(r => r.CourtCase == review.CourtCase.Trim())) yield return new LegalityReviewRecorded { Path = ["courtCase"] };
        if (review.RequestedOn > ReviewUntil) yield return new LegalityReviewTooLate(ReviewUntil.Value) { Path = ["requestedOn"] };
        else if (review.RequestedOn < MetOn || review.RequestedOn > today) yield return new LegalityReviewDayInvalid(MetOn, today) { Path = ["requestedOn"] };
    }
}

public sealed record LegalityReviewOfAdvice() : Refusal("LEGALITY_REVIEW_OF_ADVICE", new(
    "Organet är rådgivande. Det har inte fattat några beslut som kan laglighetsprövas.", "The body is advisory. It has made no decisions that can be tried by legality review."));

public sealed record LegalityReviewParagraphUnknown() : Refusal("LEGALITY_REVIEW_PARAGRAPH_UNKNOWN", new(
    "Protokollet har ingen sådan paragraf.", "The minutes have no such paragraph."));

public sealed record LegalityReviewCaseInvalid() : Refusal("LEGALITY_REVIEW_CASE_INVALID", new(
    $"Ange domstolens målnummer, med högst {LegalityReview.LongestCourtCase} tecken.", $"Give the court's number of the case, with at most {LegalityReview.LongestCourtCase} characters."));

public sealed record LegalityReviewRecorded() : Refusal("LEGALITY_REVIEW_RECORDED", new(
    "Målet är redan antecknat.", "The case has already been recorded."));

public sealed record LegalityReviewTooLate(DateOnly Last) : Refusal("LEGALITY_REVIEW_TOO_LATE", new(
    $"Laglighetsprövning kunde begäras till och med {Last:yyyy-MM-dd}. En senare begäran hindrar inte att beslutet vinner laga kraft.",
    $"A legality review could be asked for until {Last:yyyy-MM-dd}. A later request does not keep the decision from becoming final and binding."));

public sealed record LegalityReviewDayInvalid(DateOnly First, DateOnly Last) : Refusal("LEGALITY_REVIEW_DAY_INVALID", new(
    $"Dagen ska vara {First:yyyy-MM-dd} till {Last:yyyy-MM-dd}.", $"The day must be {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}."));

public sealed record LegalityReviewUnknown() : Refusal("LEGALITY_REVIEW_UNKNOWN", new(
    "Något sådant mål är inte antecknat.", "No such case has been recorded."));

public sealed record LegalityReviewEnded() : Refusal("LEGALITY_REVIEW_ENDED", new(
    "Prövningen är redan avslutad.", "The review has already ended."));
