using Fond.Domain.Common;
using Fond.Domain.Projects;

namespace Fond.Domain.Impact.Imports;

public enum ImportState
{
    /// <summary>Received; waits for its turn.</summary>
    Queued,

    /// <summary>Its rows are being gone through.</summary>
    Running,

    /// <summary>Gone through to the end; what it logged can be seen.</summary>
    Done,

    /// <summary>Nothing of it was logged; its faults tell why.</summary>
    Failed,

    /// <summary>Called off before it was done; nothing of it was logged.</summary>
    Cancelled,
}

/// <summary>What is wrong with a line of the file, or should be looked at.</summary>
/// <param name="Row">The line in the file; the header is line 1.</param>
/// <param name="Column">The column to blame; null when it is the whole line or the file.</param>
/// <param name="Code">Stable, for programs.</param>
/// <param name="IsWarning">Whether it stops nothing.</param>
public sealed record ImportFault(int Row, string? Column, string Code, Text Message, bool IsWarning = false);

/// <summary>How far an import has come, and what became of its rows so far.</summary>
/// <param name="Rows">How many rows have been judged.</param>
/// <param name="Logged">How many of them were added, or are to be.</param>
/// <param name="Corrected">How many had been logged with other values, which are kept beside.</param>
/// <param name="Unchanged">How many had been logged before, just so.</param>
/// <param name="Faulty">How many have faults.</param>
/// <param name="Faults">The first <see cref="MeasurementImport.MostFaults"/>.</param>
/// <param name="Warned">How many warnings there are.</param>
/// <param name="Warnings">The first <see cref="MeasurementImport.MostFaults"/>.</param>
public sealed record ImportTally(int Rows, int Logged, int Corrected, int Unchanged, int Faulty, IReadOnlyList<ImportFault> Faults, int Warned, IReadOnlyList<ImportFault> Warnings)
{
    /// <summary>The faults after the first, then the warnings, at most <see cref="MeasurementImport.MostFaultsKept"/> of each in all; where there are more, the last says how many.</summary>
    public IReadOnlyList<ImportFault> Further { get; init; } = [];

    /// <summary>Of a file that did not come so far as its rows.</summary>
    public static ImportTally Of(int rows, int faulty, IReadOnlyList<ImportFault> faults) => new(rows, 0, 0, 0, faulty, faults, 0, []);
}

/// <summary>A file of measurements that was received and is worked through in the background: whole, in one transaction, or not at all.</summary>
public sealed class MeasurementImport : Aggregate
{
    /// <summary>Of those that are told with the progress.</summary>
    public const int MostFaults = 200;

    /// <summary>Of faults, and of warnings, that are kept for whoever mends the file.</summary>
    public const int MostFaultsKept = 10_000;

    /// <summary>How often it is begun anew after a fault of ours before it is given up.</summary>
    public const int MostAttempts = 5;

    /// <summary>How many of a project may wait or run at a time; each keeps its whole file.</summary>
    public const int MostAtOnce = 3;

    private MeasurementImport() { }

    public MeasurementImport(Project project, long loggedById, LogMode mode, bool dryRun, string sha256, long bytes, DateTimeOffset now)
    {
        Refuse.When(bytes == 0, new ImportEmpty());
        (ProjectId, LoggedById, Mode, DryRun, Sha256, Bytes, At, NextAttemptAt) = (project.Id, loggedById, mode, dryRun, sha256, bytes, now, now);
    }

    public long ProjectId { get; private set; }

    public long LoggedById { get; private set; }

    public LogMode Mode { get; private set; }

    /// <summary>Only tell what would happen; nothing is kept.</summary>
    public bool DryRun { get; private set; }

    /// <summary>Of the file as it came.</summary>
    [NotInTrail]
    public string Sha256 { get; private set; } = "";

    [NotInTrail]
    public long Bytes { get; private set; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset At { get; private set; }

    public ImportState State { get; private set; } = ImportState.Queued;

    /// <summary>From when on it may be taken up, by whoever works next; null when it has ended.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    /// <summary>How often it has been taken up; who works on it now knows their number.</summary>
    public int Attempts { get; private set; }

    [NotInTrail]
    public int RowsDone { get; private set; }

    [NotInTrail]
    public int Logged { get; private set; }

    [NotInTrail]
    public int Corrected { get; private set; }

    [NotInTrail]
    public int Unchanged { get; private set; }

    [NotInTrail]
    public int Faulty { get; private set; }

    [NotInTrail]
    public IReadOnlyList<ImportFault> Faults { get; private set; } = [];

    [NotInTrail]
    public int Warned { get; private set; }

    [NotInTrail]
    public IReadOnlyList<ImportFault> Warnings { get; private set; } = [];

    /// <summary>What its rows were logged in; null when none was.</summary>
    public long? BatchId { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Takes it up, alone until <paramref name="until"/>.</summary>
    public void Begin(DateTimeOffset until) => (State, Attempts, NextAttemptAt) = (ImportState.Running, Attempts + 1, until);

    /// <summary>Back into the queue after a fault of ours, or given up.</summary>
    public void SetBack(DateTimeOffset next, DateTimeOffset now)
    {
        if (!GaveUp(now)) (State, NextAttemptAt) = (ImportState.Queued, next);
    }

    /// <summary>Back into the queue when the database could not serve: as if it had not been taken up. Whoever was at it before knows a lower number still, so that none is given twice.</summary>
    public void Postpone(DateTimeOffset next) => (State, Attempts, NextAttemptAt) = (ImportState.Queued, Attempts - 1, next);

    /// <summary>Fails when it has been begun too often: after faults, or by instances that were killed at it and could tell of none.</summary>
    public bool GaveUp(DateTimeOffset now)
    {
        if (Attempts < MostAttempts) return false;
        Fail(ImportTally.Of(RowsDone, Faulty, [FaultOf(0, null, new ImportInterrupted())]), now);
        return true;
    }

    public void Finish(ImportTally tally, long? batchId, DateTimeOffset now)
    {
        Take(tally);
        BatchId = batchId;
        End(ImportState.Done, now);
    }

    /// <summary>Nothing is logged.</summary>
    public void Fail(ImportTally tally, DateTimeOffset now)
    {
        Take(tally with { Logged = 0, Corrected = 0 });
        End(ImportState.Failed, now);
    }

    /// <exception cref="RefusedException"><see cref="ImportEnded"/>.</exception>
    public void Cancel(DateTimeOffset now)
    {
        Refuse.When(EndedAt is not null, new ImportEnded());
        (Logged, Corrected) = (0, 0);
        End(ImportState.Cancelled, now);
    }

    public static ImportFault FaultOf(int row, string? column, Refusal refusal) => new(row, column, refusal.Code, refusal.Message);

    private void Take(ImportTally tally) =>
        (RowsDone, Logged, Corrected, Unchanged, Faulty, Faults, Warned, Warnings) =
        (tally.Rows, tally.Logged, tally.Corrected, tally.Unchanged, tally.Faulty, tally.Faults, tally.Warned, tally.Warnings);

    private void End(ImportState state, DateTimeOffset now) => (State, EndedAt, NextAttemptAt) = (state, now, null);
}
