using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Domain.Consultations;

/// <summary>A file that goes with a body's statement. Its bytes lie elsewhere, by checksum.</summary>
public sealed class StatementFile : Entity
{
    public const int MostPerStatement = 10;

    private StatementFile() { }

    /// <exception cref="RefusedException">When the body cannot answer now, or has given in as many files as it may.</exception>
    public StatementFile(Consultation consultation, long bodyId, int already, UploadedFile file, DateTimeOffset now)
    {
        var request = consultation.Open(bodyId);
        Refuse.When(already >= MostPerStatement, new StatementFilesTooMany());
        (ConsultationId, ReferralRequestId, UploadedAt) = (consultation.Id, request.Id, now);
        (FileName, ContentType, Size, Sha256) = (file.Name, file.ContentType, file.Size, file.Sha256);
    }

    public long ConsultationId { get; private set; }

    public long ReferralRequestId { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>By content, whatever the name says.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    public string Sha256 { get; private set; } = "";

    public DateTimeOffset UploadedAt { get; private set; }
}

public sealed record StatementFilesTooMany() : Refusal("STATEMENT_FILES_TOO_MANY", new(
    $"Ett yttrande har högst {StatementFile.MostPerStatement} filer.", $"A statement has at most {StatementFile.MostPerStatement} files."));
