using Fond.Domain.Common;
using Fond.Domain.Registry;

namespace Fond.Domain.Consultations;

/// <summary>What is missing or wrong in a consultation or a statement, each fault with its place.</summary>
internal static class ConsultationRules
{
    private const int LongestTitle = 300;

    /// <summary>Days.</summary>
    private const int LongestPeriod = 365;

    public static IEnumerable<Refusal> DraftFaults(ConsultationDraft draft)
    {
        if (draft.Title.IsBlankOrLongerThan(LongestTitle) || draft.Title.AsSpan().ContainsAny('\r', '\n')) yield return new ConsultationTitleInvalid(LongestTitle) { Path = ["title"] };
        if (draft.FundId is null && draft.ProgrammeId is null && draft.ApplicationId is null) yield return new ConsultationSubjectMissing();
        if (draft.LateDays is < 0 or > LongestPeriod) yield return new ConsultationDaysInvalid(LongestPeriod) { Path = ["lateDays"] };
        if (draft.RemindDays is < 0 or > LongestPeriod) yield return new ConsultationDaysInvalid(LongestPeriod) { Path = ["remindDays"] };
        for (var i = 0; i < draft.Questions.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(draft.Questions[i])) yield return new ConsultationQuestionEmpty(i + 1) { Path = ["questions", $"{i}"] };
        }

        for (var i = 0; i < draft.PublicQuestions.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(draft.PublicQuestions[i])) yield return new ConsultationQuestionEmpty(i + 1) { Path = ["publicQuestions", $"{i}"] };
        }

        for (var i = 0; i < draft.BodyIds.Count; i++)
        {
            if (draft.BodyIds.Take(i).Contains(draft.BodyIds[i])) yield return new ConsultationBodyRepeated { Path = ["bodyIds", $"{i}"] };
        }

        foreach (var fault in EnclosureDraft.Faults(draft.Enclosures)) yield return fault;
    }

    public static IEnumerable<Refusal> SendingFaults(Consultation consultation, DateOnly today, bool isOfOtherCase, bool isOfClosedMatter)
    {
        if (consultation.CaseNumber.Length == 0) yield return new ConsultationCaseNumberMissing();
        if (isOfOtherCase) yield return new ConsultationOfOtherCase(consultation.CaseNumber);
        if (isOfClosedMatter) yield return new MatterClosed();
        if (consultation.Letter.Length == 0) yield return new ConsultationLetterMissing();
        if (consultation.Questions.Count == 0) yield return new ConsultationQuestionMissing();
        if (consultation.Requests.Count == 0) yield return new ConsultationBodyMissing();
        if (consultation.LastDay < today) yield return new ConsultationLastDayPast(consultation.LastDay);
    }

    public static IEnumerable<Refusal> AnswerFaults(StatementDraft statement, IReadOnlyList<string> questions)
    {
        var answers = statement.Answers;
        for (var i = 0; i < questions.Count; i++)
        {
            if (statement.Stance != Stance.Declines && string.IsNullOrWhiteSpace(answers.ElementAtOrDefault(i)))
                yield return new ConsultationAnswerMissing(i + 1, questions[i]) { Path = ["answers", $"{i}"] };
        }

        if (answers.Count > questions.Count) yield return new ConsultationAnswersTooMany(answers.Count, questions.Count) { Path = ["answers"] };
    }
}
