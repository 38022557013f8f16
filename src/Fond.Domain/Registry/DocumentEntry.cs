using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Domain.Registry;

/// <summary>What the registry says of a document (offentlighets- och sekretesslagen 5 kap. 2 §), before it has its number.</summary>
/// <param name="Correspondent">From whom it came or to whom it went; null for what was drawn up.</param>
/// <param name="Subject">Shortly, what it is about.</param>
public sealed record DocumentEntry(DocumentKind Kind, DocumentDirection Direction, string? Correspondent, string Subject)
{
    /// <summary>Characters.</summary>
    public const int LongestSubject = 300;

    /// <summary>Characters.</summary>
    public const int LongestCorrespondent = 200;

    /// <summary>The day that it came in, was drawn up or went out; null: today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The sender or recipient is a private person, whose name is kept out of the public register.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The number of the entry in the same case that this one corrects.</summary>
    public int? Corrects { get; init; }

    public SecrecyMark? Secrecy { get; init; }

    public static DocumentEntry In(DocumentKind kind, string from, string subject) => new(kind, DocumentDirection.Incoming, Clipped(from, LongestCorrespondent), Clipped(subject, LongestSubject));

    public static DocumentEntry DrawnUp(DocumentKind kind, string subject) => new(kind, DocumentDirection.DrawnUp, null, Clipped(subject, LongestSubject));

    public static DocumentEntry Out(DocumentKind kind, string to, string subject) => new(kind, DocumentDirection.Outgoing, Clipped(to, LongestCorrespondent), Clipped(subject, LongestSubject));

    /// <param name="last">The number of the case's last entry.</param>
    /// <param name="today">The day in Sweden.</param>
    internal IEnumerable<Refusal> Faults(int last, DateOnly today)
    {
        if (Subject.IsBlankOrLongerThan(LongestSubject)) yield return new DocumentSubjectInvalid { Path = ["subject"] };
        if (Direction == DocumentDirection.DrawnUp ? Correspondent is not null : Correspondent.IsBlankOrLongerThan(LongestCorrespondent))
            yield return new DocumentCorrespondentInvalid { Path = ["correspondent"] };
        if (On > today) yield return new DocumentDayAhead { Path = ["on"] };
        if (Corrects is { } number && (number < 1 || number > last)) yield return new DocumentCorrectedMissing(number) { Path = ["corrects"] };
    }

    private static string Clipped(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}

public sealed record DocumentSubjectInvalid() : Refusal("DOCUMENT_SUBJECT_INVALID", new(
    $"Ange kort vad handlingen rör, högst {DocumentEntry.LongestSubject} tecken.", $"Say shortly what the document is about, in at most {DocumentEntry.LongestSubject} characters."));

public sealed record DocumentCorrespondentInvalid() : Refusal("DOCUMENT_CORRESPONDENT_INVALID", new(
    $"Ange avsändare eller mottagare, högst {DocumentEntry.LongestCorrespondent} tecken; en upprättad handling har ingen.",
    $"Say from whom or to whom, in at most {DocumentEntry.LongestCorrespondent} characters; a document that is drawn up has neither."));

public sealed record DocumentDayAhead() : Refusal("DOCUMENT_DAY_AHEAD", new(
    "Handlingens dag ligger i framtiden.", "The day of the document is in the future."));

public sealed record DocumentCorrectedMissing(int Number) : Refusal("DOCUMENT_CORRECTED_MISSING", new(
    $"Ärendet har ingen aktbilaga {Number} att rätta.", $"The case has no document {Number} to correct."));

public sealed record DocumentKindAutomatic() : Refusal("DOCUMENT_KIND_AUTOMATIC", new(
    "Handlingar av det slaget registreras av Fond när de kommer in eller upprättas.", "Documents of that kind are registered by Fond when they come in or are drawn up."));

public sealed record DocumentCaseUnregistered() : Refusal("DOCUMENT_CASE_UNREGISTERED", new(
    "Ansökan är inte inlämnad och har inget diarienummer.", "The application has not been handed in and has no case number."));
