using Fond.Domain.Common;
using Fond.Domain.Impact.Imports;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.Imports;

/// <summary>What is found wrong with a file, or should be looked at: the first, which are told with the progress, and those after them, of which only so many are held.</summary>
/// <param name="areWarnings">Whether they stop nothing.</param>
internal sealed class ImportFaults(bool areWarnings)
{
    private readonly List<ImportFault> _kept = [];
    private int _unkept;

    public IReadOnlyList<ImportFault> First => [.. _kept.Take(MeasurementImport.MostFaults)];

    public IReadOnlyList<ImportFault> Further => [.. _kept.Skip(MeasurementImport.MostFaults), .. _unkept == 0 ? [] : new[] { Of(MeasurementImport.FaultOf(0, null, areWarnings ? new ImportWarningsMore(_unkept) : new ImportFaultsMore(_unkept))) }];

    /// <param name="faults">Of the next rows.</param>
    public void Add(IEnumerable<ImportFault> faults)
    {
        _kept.AddRange(faults.OrderBy(f => f.Row).Select(Of));
        Limit();
    }

    /// <summary>For what ends the file, which has to be told with the progress.</summary>
    public void AddAmongFirst(ImportFault fault)
    {
        _kept.Insert(Math.Min(_kept.Count, MeasurementImport.MostFaults - 1), fault);
        Limit();
    }

    private ImportFault Of(ImportFault fault) => fault with { IsWarning = areWarnings };

    private void Limit()
    {
        var beyond = Math.Max(0, _kept.Count - MeasurementImport.MostFaultsKept);
        _kept.RemoveRange(_kept.Count - beyond, beyond);
        _unkept += beyond;
    }
}

/// <summary>Faults and warnings of an import after the first, apart from it, so that whoever asks how far it has come does not read them all.</summary>
internal sealed class FurtherFaults : Entity, IRecordedInBulk
{
    private const int PageSize = 1_000;

    private FurtherFaults() { }

    private FurtherFaults(long importId, int number, IReadOnlyList<ImportFault> faults) => (ImportId, Number, Faults) = (importId, number, faults);

    public long ImportId { get; private set; }

    /// <summary>From 0.</summary>
    public int Number { get; private set; }

    public IReadOnlyList<ImportFault> Faults { get; private set; } = [];

    public static IEnumerable<FurtherFaults> Of(long importId, ImportTally tally) => tally.Further.Chunk(PageSize).Select((page, number) => new FurtherFaults(importId, number, page));
}

internal static class ImportFaultsOfImport
{
    /// <summary>As many as are kept, warnings last, and how many more of these there were, also where only the first were kept: of an import that was called off, or is older than the others are.</summary>
    public static async Task<IReadOnlyList<ImportFault>> AllFaultsAsync(this FondDb db, MeasurementImport import, CancellationToken ct)
    {
        var further = (await db.Set<FurtherFaults>().AsNoTracking().Where(f => f.ImportId == import.Id).OrderBy(f => f.Number).ToListAsync(ct)).SelectMany(f => f.Faults).ToList();
        var untold = import.State == ImportState.Running || further.Exists(f => f.IsWarning) ? 0 : import.Warned - import.Warnings.Count;
        return [.. import.Faults.Concat(import.Warnings.Select(AsWarning)).Concat(further).OrderBy(f => f.IsWarning), .. untold > 0 ? [AsWarning(MeasurementImport.FaultOf(0, null, new ImportWarningsMore(untold)))] : Array.Empty<ImportFault>()];

        static ImportFault AsWarning(ImportFault fault) => fault with { IsWarning = true }; // older imports do not say so
    }
}
