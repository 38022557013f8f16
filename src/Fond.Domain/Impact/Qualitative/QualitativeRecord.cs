using Fond.Domain.Common;
using Fond.Domain.Projects;

namespace Fond.Domain.Impact.Qualitative;

/// <summary>Who wrote something down, when, and as a correction of what.</summary>
/// <param name="Corrects">What it takes the place of; null: something new.</param>
/// <param name="Reason">Why it is corrected.</param>
public sealed record Writing<T>(long ById, DateTimeOffset At, int Number, T? Corrects = null, string? Reason = null) where T : QualitativeRecord;

/// <summary>Something told of a project in words. It is never changed: a corrected one is another revision under the same number, and the one before is kept.</summary>
public abstract class QualitativeRecord : Entity
{
    public const int LongestText = 10_000, LongestName = 200;

    public long ProjectId { get; private set; }

    /// <summary>1, 2, 3 ... in the project, among those of its kind.</summary>
    public int Number { get; private set; }

    /// <summary>How often it has been corrected, this time included; 0 as first written.</summary>
    public int Revision { get; private set; }

    /// <summary>Whether it has been corrected, so that it no longer stands.</summary>
    public bool IsCorrected { get; private set; }

    public long RecordedById { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public string? CorrectionReason { get; private set; }

    /// <summary>Enters it, when nothing is wrong with it.</summary>
    /// <exception cref="RefusedException">With every fault at once.</exception>
    protected void Enter<T>(Project project, Writing<T> writing, IEnumerable<Refusal> faults) where T : QualitativeRecord
    {
        project.DemandNotCalledOff();
        Refuse.WhenAny([.. faults, .. CorrectionFaults(writing)]);
        (ProjectId, RecordedById, RecordedAt) = (project.Id, writing.ById, writing.At);
        (Number, Revision, CorrectionReason) = (writing.Corrects?.Number ?? writing.Number, writing.Corrects?.Revision + 1 ?? 0, writing.Reason?.Trim());
        if (writing.Corrects is { } before) before.IsCorrected = true;
    }

    private static IEnumerable<Refusal> CorrectionFaults<T>(Writing<T> writing) where T : QualitativeRecord
    {
        if (writing.Corrects is not { } before) yield break;
        if (before.IsCorrected) yield return new QualitativeCorrected { Path = ["corrects"] };
        foreach (var fault in TextRules.Faults(writing.Reason, LongestName, "correctionReason")) yield return fault;
    }
}
