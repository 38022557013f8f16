using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Domain.Registry;

/// <summary>The file of a document that was registered by hand. Its bytes lie elsewhere, by checksum.</summary>
public abstract class RegistryFile : Aggregate
{
    private protected RegistryFile() { }

    /// <param name="hasFile">Whether the document has one already.</param>
    private protected RegistryFile(RegistryEntry document, bool hasFile, UploadedFile file, long by, DateTimeOffset now)
    {
        Refuse.When(document.RegisteredById is null, new DocumentKindAutomatic());
        Refuse.When(hasFile, new DocumentHasFile());
        (DocumentId, FileName, ContentType, Size, Sha256) = (document.Id, file.Name, file.ContentType, file.Size, file.Sha256);
        (UploadedById, UploadedAt) = (by, now);
    }

    public long DocumentId { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>By content, whatever the name says.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    public string Sha256 { get; private set; } = "";

    public long UploadedById { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }
}

/// <summary>Of a document of a case.</summary>
public sealed class DocumentFile : RegistryFile
{
    private DocumentFile() { }

    /// <param name="hasFile">Whether the document has one already.</param>
    public DocumentFile(CaseDocument document, bool hasFile, UploadedFile file, long by, DateTimeOffset now) : base(document, hasFile, file, by, now) { }
}

/// <summary>Of a document of a matter.</summary>
public sealed class MatterDocumentFile : RegistryFile
{
    private MatterDocumentFile() { }

    /// <param name="hasFile">Whether the document has one already.</param>
    public MatterDocumentFile(MatterDocument document, bool hasFile, UploadedFile file, long by, DateTimeOffset now) : base(document, hasFile, file, by, now) { }
}

public sealed record DocumentHasFile() : Refusal("DOCUMENT_HAS_FILE", new(
    "Handlingen har redan sin fil. Registrera en ny handling som rättar den.", "The document has its file already. Register a new document that corrects it."));
