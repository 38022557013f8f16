using CsvHelper;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Imports;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Impact.Imports;

/// <summary>Goes through a received file from the first row to the last, a block of rows at a time.</summary>
internal sealed class ImportPass(FondDb db, MeasurementImport import, MeasurementPlan plan, DateOnly today, DateOnly projectStart, RowChecksum kept) : IDisposable
{
    public const int MostRows = 100_000;

    private const int Block = 5_000;

    private readonly RowsBefore _before = new();
    private readonly ImportFaults _faults = new(areWarnings: false), _warnings = new(areWarnings: true);
    private readonly List<CsvLine<MeasurementRow>> _block = [];
    private int _rows, _logged, _corrected, _unchanged, _faulty, _warned;

    public ImportTally Tally => new(_rows, _logged, _corrected, _unchanged, _faulty, _faults.First, _warned, _warnings.First) { Further = [.. _faults.Further, .. _warnings.Further] };

    /// <summary>Of what is to be logged.</summary>
    public RowChecksum Kept => kept;

    public void Dispose() => Kept.Dispose();

    /// <param name="take">What is done with each block.</param>
    /// <exception cref="UnreadableFileException" />
    public async Task RunAsync(Func<BatchVerdict, Task> take, CancellationToken ct)
    {
        var start = await db.PieceAsync(import.Id, 0, ct);
        await using var file = new PieceStream(db, import.Id);
        await foreach (var line in CsvText.ReadAsync(file, start, Cells, ct))
        {
            if (_rows + _block.Count == MostRows) throw new UnreadableFileException(new(line.Line, null, new MeasurementTooManyRows(MostRows)));
            _block.Add(line);
            if (_block.Count == Block) await take(await JudgeAsync(ct));
        }
        if (_block.Count > 0) await take(await JudgeAsync(ct));
        if (_rows == 0) throw new UnreadableFileException(new(0, null, new MeasurementRowsMissing()));
    }

    /// <summary>The file ends here, with a fault.</summary>
    public void Blame(CsvFault fault) => _faults.AddAmongFirst(Told(fault));

    private static MeasurementCells Cells(CsvReader csv, bool hasDecimalCommas) => new(csv, new(csv, MeasurementCells.Required, MeasurementCells.Besides), hasDecimalCommas);

    private static ImportFault Told(CsvFault fault) => MeasurementImport.FaultOf(fault.Line, fault.Column, fault.Refusal);

    private async Task<BatchVerdict> JudgeAsync(CancellationToken ct)
    {
        var lines = _block.ConvertAll(Guarded);
        var sound = lines.FindAll(l => l.Row is not null);
        var rows = sound.ConvertAll(l => l.Row!);
        var verdict = BatchRules.Judge(rows, plan, await db.LoggedBeforeAsync(plan, rows, ct), today, projectStart, _before, await db.LoggedCellsAsync(plan, rows, ct));
        Kept.Add(verdict.Kept);
        _faults.Add(lines.SelectMany(l => l.Faults).Select(Told).Concat(verdict.Faults.Select(OfFile)));
        _warnings.Add(verdict.Warnings.Select(OfFile));
        (_rows, _logged, _corrected, _unchanged) = (_rows + lines.Count, _logged + verdict.Fresh.Count, _corrected + verdict.Corrected.Count, _unchanged + verdict.Unchanged);
        (_faulty, _warned) = (_faulty + verdict.Faulty + lines.Count - sound.Count, _warned + verdict.Warnings.Count);
        _block.Clear();
        return verdict;

        ImportFault OfFile(RowFault fault) => MeasurementImport.FaultOf(sound[fault.Row].Line, fault.Column, fault.Refusal);
    }

    /// <summary>What holds for every text that is sent to Fond holds for these.</summary>
    private static CsvLine<MeasurementRow> Guarded(CsvLine<MeasurementRow> line)
    {
        if (line.Row is null) return line;
        var faults = InputGuard.Faults(line.Row).Select(f => new CsvFault(line.Line, f.Path[0], f)).ToList();
        return faults.Count == 0 ? line : new(line.Line, null, faults);
    }
}
