using Fond.Domain.Common;

namespace Fond.Domain.Applications;

/// <summary>A file of an application. Its bytes lie elsewhere, by checksum.</summary>
public sealed class Attachment : Aggregate
{
    private Attachment() { }

    public const int MostPerApplication = 30;

    public Attachment(Application application, int already, string fileName, byte[] content, string sha256, long by, DateTimeOffset now)
    {
        application.WriteAs(by);
        Refuse.When(already >= MostPerApplication, new AttachmentTooMany());
        var file = UploadedFile.Of(fileName, content, sha256);
        (ApplicationId, FirstVersion, FileName, ContentType, Size, Sha256, UploadedById, UploadedAt) =
            (application.Id, application.CurrentVersionNumber + 1, file.Name, file.ContentType, file.Size, file.Sha256, by, now);
    }

    public long ApplicationId { get; private set; }

    /// <summary>The version that it is first handed in with; the lead's alone until then.</summary>
    public int FirstVersion { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>By content, whatever the name says.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    public string Sha256 { get; private set; } = "";

    public long UploadedById { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>Taken out of the draft; what a submitted version had stays.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Null: not marked.</summary>
    public SecrecyMark? Secrecy { get; private set; }

    public void Mark(SecrecyMark? secrecy) => Secrecy = secrecy;

    public void Remove(Application application, long by, DateTimeOffset now)
    {
        application.WriteAs(by);
        Refuse.When(RemovedAt is not null, new AttachmentAlreadyRemoved());
        Refuse.When(FirstVersion <= application.CurrentVersionNumber, new AttachmentRegistered());
        RemovedAt = now;
    }
}

public sealed record AttachmentTooMany() : Refusal("ATTACHMENT_TOO_MANY", new(
    $"En ansökan har högst {Attachment.MostPerApplication} bilagor.", $"An application has at most {Attachment.MostPerApplication} attachments."));

public sealed record AttachmentEmpty() : Refusal("ATTACHMENT_EMPTY", new("Filen är tom.", "The file is empty."));

public sealed record AttachmentTooLarge() : Refusal("ATTACHMENT_TOO_LARGE", new("Filen är större än 20 MB.", "The file is larger than 20 MB."));

public sealed record AttachmentTypeNotAllowed() : Refusal("ATTACHMENT_TYPE_NOT_ALLOWED", new(
    "Tillåtna filer: PDF, PNG, JPEG, Word, Excel, OpenDocument och text.", "Allowed files: PDF, PNG, JPEG, Word, Excel, OpenDocument and text."));

public sealed record AttachmentInfected() : Refusal("ATTACHMENT_INFECTED", new(
    "Filen innehåller skadlig kod och togs inte emot.", "The file contains malicious code and was not received."));

public sealed record AttachmentAlreadyRemoved() : Refusal("ATTACHMENT_ALREADY_REMOVED", new(
    "Bilagan är redan borttagen.", "The attachment has already been removed."));

public sealed record AttachmentRegistered() : Refusal("ATTACHMENT_REGISTERED", new(
    "Bilagan hör till en inlämnad version och kan inte tas bort.", "The attachment belongs to a submitted version and cannot be removed."));
