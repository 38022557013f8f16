using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Domain.Impact.Qualitative;

/// <summary>What a file goes with.</summary>
public enum EvidenceOf
{
    /// <summary>An observation or an interview.</summary>
    Observation,

    /// <summary>A story of change.</summary>
    ChangeStory,
}

/// <summary>A file that goes with an observation or a story of change, in all its versions: a photograph, notes.</summary>
public sealed class EvidenceFile : Entity
{
    public const int MostPerRecord = 10;

    private EvidenceFile() { }

    /// <param name="number">Of the observation or story.</param>
    /// <param name="already">How many files it has.</param>
    /// <exception cref="RefusedException">When it has as many as it may.</exception>
    public EvidenceFile(long projectId, EvidenceOf of, int number, int already, UploadedFile file, long byId, DateTimeOffset now)
    {
        Refuse.When(already >= MostPerRecord, new EvidenceFilesTooMany());
        (ProjectId, Of, Number, UploadedById, UploadedAt) = (projectId, of, number, byId, now);
        (FileName, ContentType, Size, Sha256) = (file.Name, file.ContentType, file.Size, file.Sha256);
    }

    public long ProjectId { get; private set; }

    public EvidenceOf Of { get; private set; }

    /// <summary>The number of what it goes with.</summary>
    public int Number { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>By content, whatever the name says.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    public string Sha256 { get; private set; } = "";

    public long UploadedById { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }
}

public sealed record EvidenceFilesTooMany() : Refusal("EVIDENCE_FILES_TOO_MANY", new(
    $"Högst {EvidenceFile.MostPerRecord} filer hör till en anteckning.", $"At most {EvidenceFile.MostPerRecord} files go with one record."));

public sealed record EvidenceRecordUnknown() : Refusal("EVIDENCE_RECORD_UNKNOWN", new(
    "Projektet har ingen sådan anteckning.", "The project has no such record."));
