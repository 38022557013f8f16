using Fond.Domain.Common;

namespace Fond.Domain.Consultations;

public sealed record ConsultationWrongState(ConsultationState State) : Refusal("CONSULTATION_WRONG_STATE", new(
    $"Det går inte nu: {Swedish(State)}.", $"That cannot be done now: {English(State)}."))
{
    private static string Swedish(ConsultationState state) => state switch
    {
        ConsultationState.Draft => "remissen är inte skickad",
        ConsultationState.Sent => "remissen är skickad",
        ConsultationState.Closed => "remissen är avslutad",
        ConsultationState.Withdrawn => "remissen är återkallad",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static string English(ConsultationState state) => state switch
    {
        ConsultationState.Draft => "the consultation has not been sent",
        ConsultationState.Sent => "the consultation has been sent",
        ConsultationState.Closed => "the consultation is closed",
        ConsultationState.Withdrawn => "the consultation has been withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

public sealed record ConsultationTitleInvalid(int Longest) : Refusal("CONSULTATION_TITLE_INVALID", new(
    $"Remissen måste ha en rubrik på en rad, med högst {Longest} tecken.", $"The consultation must have a title on one line, with at most {Longest} characters."));

public sealed record ConsultationSubjectMissing() : Refusal("CONSULTATION_SUBJECT_MISSING", new(
    "Ange vad remissen gäller: en fond, ett program eller en ansökan.", "Say what the consultation is about: a fund, a programme or an application."));

public sealed record ConsultationQuestionEmpty(int Number) : Refusal("CONSULTATION_QUESTION_EMPTY", new(
    $"Fråga {Number} är tom.", $"Question {Number} is empty."));

public sealed record ConsultationBodyRepeated() : Refusal("CONSULTATION_BODY_REPEATED", new(
    "Remissinstansen är angiven två gånger.", "The referral body is listed twice."));

public sealed record ConsultationCaseNumberMissing() : Refusal("CONSULTATION_CASE_NUMBER_MISSING", new(
    "Remissen saknar diarienummer och kan inte skickas.", "The consultation has no case number and cannot be sent."));

public sealed record ConsultationOfOtherCase(string CaseNumber) : Refusal("CONSULTATION_OF_OTHER_CASE", new(
    $"{CaseNumber} är en ansökans ärende, som remissen inte rör. Ange ansökan, eller numret på det ärende som remissen hör till.",
    $"{CaseNumber} is the case of an application that the consultation is not about. Name the application, or the number of the case to which the consultation belongs."));

public sealed record ConsultationLetterMissing() : Refusal("CONSULTATION_LETTER_MISSING", new(
    "Remissen saknar missiv och kan inte skickas.", "The consultation has no covering letter and cannot be sent."));

public sealed record ConsultationQuestionMissing() : Refusal("CONSULTATION_QUESTION_MISSING", new(
    "Remissen ställer inga frågor och kan inte skickas.", "The consultation asks no questions and cannot be sent."));

public sealed record ConsultationBodyMissing() : Refusal("CONSULTATION_BODY_MISSING", new(
    "Remissen har inga remissinstanser och kan inte skickas.", "The consultation has no referral bodies and cannot be sent."));

public sealed record ConsultationLastDayPast(DateOnly LastDay) : Refusal("CONSULTATION_LAST_DAY_PAST", new(
    $"Sista svarsdagen {LastDay:yyyy-MM-dd} har redan passerat.", $"The last day for answers, {LastDay:yyyy-MM-dd}, has already passed."));

public sealed record ConsultationCaseConflicted() : Refusal("CONSULTATION_CASE_CONFLICTED", new(
    "Du är jävig i ärendet och yttrar dig inte i det.", "You have a conflict of interest in the case and give no statement in it."));

public sealed record ConsultationBodyNotAsked() : Refusal("CONSULTATION_BODY_NOT_ASKED", new(
    "Organet är inte remissinstans i den här remissen.", "The body was not asked in this consultation."));

public sealed record ConsultationAlreadyAnswered() : Refusal("CONSULTATION_ALREADY_ANSWERED", new(
    "Remissinstansen har redan lämnat sitt yttrande.", "The referral body has already given its statement."));

public sealed record ConsultationAnswerMissing(int Number, string Question) : Refusal("CONSULTATION_ANSWER_MISSING", new(
    $"Fråga {Number} är inte besvarad: {Question}", $"Question {Number} is not answered: {Question}"));

public sealed record ConsultationAnswersTooMany(int Answers, int Questions) : Refusal("CONSULTATION_ANSWERS_TOO_MANY", new(
    $"{Answers} svar har lämnats på {Questions} frågor.", $"{Answers} answers were given to {Questions} questions."));

public sealed record ConsultationStillOpen(int Waiting, DateOnly LastDay) : Refusal("CONSULTATION_STILL_OPEN", new(
    $"{Waiting} remissinstanser har inte svarat, och svarstiden går ut först efter {LastDay:yyyy-MM-dd}.",
    $"{Waiting} referral bodies have not answered, and they have until the end of {LastDay:yyyy-MM-dd}."));

public sealed record ConsultationDaysInvalid(int Most) : Refusal("CONSULTATION_DAYS_INVALID", new(
    $"Ange ett antal dagar från 0 till {Most}.", $"Give a number of days from 0 to {Most}."));

public sealed record ConsultationTooLate(DateOnly Until) : Refusal("CONSULTATION_TOO_LATE", new(
    $"Yttranden togs emot till och med {Until:yyyy-MM-dd}.", $"Statements were received until the end of {Until:yyyy-MM-dd}."));

public sealed record ConsultationReasonMissing() : Refusal("CONSULTATION_REASON_MISSING", new(
    "Ange skälet.", "Give the reason."));

public sealed record ConsultationExtensionNotLater(DateOnly LastDay) : Refusal("CONSULTATION_EXTENSION_NOT_LATER", new(
    $"Den nya sista dagen måste ligga efter {LastDay:yyyy-MM-dd} och får inte ha passerat.", $"The new last day must be after {LastDay:yyyy-MM-dd} and not in the past."));

public sealed record ConsultationDayMissing() : Refusal("CONSULTATION_DAY_MISSING", new(
    "Ange dagen, som 2026-06-15.", "Give the day, as 2026-06-15."));

public sealed record ConsultationTimeNotWanted() : Refusal("CONSULTATION_TIME_NOT_WANTED", new(
    "Remissinstansen har inte bett om mer tid, eller har redan fått svar.", "The referral body has not asked for more time, or has been answered already."));

public sealed record ConsultationStatementsHidden() : Refusal("CONSULTATION_STATEMENTS_HIDDEN", new(
    "Andras yttranden visas när ditt organ har svarat eller remissen är avslutad.", "Others' statements are shown when your body has answered or the consultation is closed."));

public sealed record ConsultationStanceMissing() : Refusal("CONSULTATION_STANCE_MISSING", new(
    "Ange ställningstagandet.", "Give the stance."));
