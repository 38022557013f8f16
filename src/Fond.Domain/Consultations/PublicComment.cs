using Fond.Domain.Common;
using Fond.Domain.Impact;

namespace Fond.Domain.Consultations;

/// <param name="Name">Null: without a name.</param>
/// <param name="Answers">As many as the consultation has questions to the public, in the same order; each may be empty, but not all of them.</param>
public sealed record PublicCommentDraft(string? Name, IReadOnlyList<string> Answers);

/// <summary>What somebody of the public has said in a consultation (synpunkt).</summary>
public sealed class PublicComment : Entity
{
    /// <summary>Characters.</summary>
    public const int LongestName = 100;

    private PublicComment() { }

    /// <param name="today">The day in Sweden.</param>
    public PublicComment(Consultation consultation, PublicCommentDraft draft, DateTimeOffset now, DateOnly today)
    {
        Refuse.When(!consultation.IsOpenToPublic(today), new ConsultationNotOpen());
        Refuse.WhenAny(Faults(draft, consultation.PublicQuestions.Count));
        ConsultationId = consultation.Id;
        Name = string.IsNullOrWhiteSpace(draft.Name) ? null : draft.Name.Trim();
        Answers = [.. draft.Answers.Select(a => a.Trim())];
        ReceivedAt = now;
    }

    public long ConsultationId { get; private set; }

    public string? Name { get; private set; }

    public IReadOnlyList<string> Answers { get; private set; } = [];

    public DateTimeOffset ReceivedAt { get; private set; }

    private static IEnumerable<Refusal> Faults(PublicCommentDraft draft, int questions)
    {
        if (draft.Name is { } name && (name.Length > LongestName || name.AsSpan().ContainsAny('\r', '\n'))) yield return new PublicCommentNameInvalid { Path = ["name"] };
        if (draft.Name is { } said && PersonalNumber.IsIn(said)) yield return new PublicCommentPersonalNumber { Path = ["name"] };
        if (draft.Answers.Count > questions) yield return new ConsultationAnswersTooMany(draft.Answers.Count, questions) { Path = ["answers"] };
        if (draft.Answers.All(a => a.IsBlank())) yield return new PublicCommentEmpty { Path = ["answers", "0"] };
        for (var i = 0; i < draft.Answers.Count; i++)
        {
            if (PersonalNumber.IsIn(draft.Answers[i])) yield return new PublicCommentPersonalNumber { Path = ["answers", $"{i}"] };
        }
    }
}

public sealed record ConsultationNotOpen() : Refusal("CONSULTATION_NOT_OPEN", new(
    "Remissen tar inte emot synpunkter från allmänheten nu.", "The consultation takes no comments from the public now."));

public sealed record PublicCommentEmpty() : Refusal("PUBLIC_COMMENT_EMPTY", new(
    "Besvara minst en fråga.", "Answer at least one question."));

public sealed record PublicCommentNameInvalid() : Refusal("PUBLIC_COMMENT_NAME_INVALID", new(
    $"Namnet ska stå på en rad, med högst {PublicComment.LongestName} tecken.", $"The name must be on one line, with at most {PublicComment.LongestName} characters."));

public sealed record PublicCommentPersonalNumber() : Refusal("PUBLIC_COMMENT_PERSONAL_NUMBER", new(
    "Texten innehåller ett personnummer eller samordningsnummer. Ta bort det.", "The text contains a personal identity number or a coordination number. Take it out."));
