using Fond.Domain.Common;
using Fond.Domain.Registry;

namespace Fond.Domain.Consultations;

/// <summary>A document of the registry that is sent with a consultation, so that whoever is asked can read what it is about: of a case or of a matter.</summary>
public sealed class Enclosure : Entity
{
    private Enclosure() { }

    internal Enclosure(RegistryEntry entry)
    {
        if (entry is CaseDocument) CaseDocumentId = entry.Id;
        else MatterDocumentId = entry.Id;
    }

    public long? CaseDocumentId { get; private set; }

    public long? MatterDocumentId { get; private set; }

    internal bool Is(RegistryEntry entry) => entry is CaseDocument ? CaseDocumentId == entry.Id : MatterDocumentId == entry.Id;
}

/// <summary>What is known of a document that is to be sent.</summary>
/// <param name="IsOfCase">Whether it lies in the case or matter that the consultation is registered in.</param>
/// <param name="HasContent">Whether there is something to read: the application's form, or a file that has not been disposed of.</param>
/// <param name="IsMarked">Whether it, what it tells or its case is marked as possibly secret.</param>
public sealed record EnclosureDraft(RegistryEntry Entry, bool IsOfCase, bool HasContent, bool IsMarked)
{
    /// <summary>How many documents go with a consultation.</summary>
    public const int Most = 100;

    /// <summary>Asked before any of them is looked for.</summary>
    public static void DemandFew(IReadOnlyList<string> documentIds)
    {
        Refuse.When(documentIds.Count > Most, new ConsultationDocumentsTooMany { Path = ["documentIds"] });
        Refuse.WhenAny(documentIds.Index().Where(one => documentIds.Take(one.Index).Contains(one.Item)).Select(one => new ConsultationDocumentRepeated { Path = ["documentIds", $"{one.Index}"] }));
    }

    internal static IEnumerable<Refusal> Faults(IReadOnlyList<EnclosureDraft> drafts) => drafts.SelectMany((draft, i) => draft.Faults(drafts.Take(i)).Select(fault => fault with { Path = ["documentIds", $"{i}"] }));

    private IEnumerable<Refusal> Faults(IEnumerable<EnclosureDraft> before)
    {
        if (before.Any(b => b.Entry.Id == Entry.Id)) yield return new ConsultationDocumentRepeated();
        if (!IsOfCase) yield return new ConsultationDocumentOfOtherCase(Entry.Number);
        if (!HasContent) yield return new ConsultationDocumentEmpty(Entry.Number);
        if (IsMarked) yield return new ConsultationDocumentMarked(Entry.Number);
    }
}

public sealed record ConsultationDocumentsTooMany() : Refusal("CONSULTATION_DOCUMENTS_TOO_MANY", new(
    $"Med en remiss skickas högst {EnclosureDraft.Most} handlingar.", $"At most {EnclosureDraft.Most} documents are sent with a consultation."));

public sealed record ConsultationDocumentRepeated() : Refusal("CONSULTATION_DOCUMENT_REPEATED", new(
    "Handlingen är angiven två gånger.", "The document is given twice."));

public sealed record ConsultationDocumentOfOtherCase(int Number) : Refusal("CONSULTATION_DOCUMENT_OF_OTHER_CASE", new(
    $"Aktbilaga {Number} hör till ett annat ärende än det som remissen diarieförs i.", $"Document {Number} belongs to another case than the one in which the consultation is registered."));

public sealed record ConsultationDocumentEmpty(int Number) : Refusal("CONSULTATION_DOCUMENT_EMPTY", new(
    $"Aktbilaga {Number} har inget att läsa. Ansökan, dess bilagor och handlingar med fil kan skickas.", $"Document {Number} has nothing to read. The application, its attachments and documents with a file can be sent."));

public sealed record ConsultationDocumentMarked(int Number) : Refusal("CONSULTATION_DOCUMENT_MARKED", new(
    $"Aktbilaga {Number} är sekretessmarkerad och skickas inte med en remiss. Pröva utlämnandet för sig.", $"Document {Number} is marked as possibly secret and is not sent with a consultation. Test its release by itself."));
