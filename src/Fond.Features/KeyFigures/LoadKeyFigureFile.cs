using System.Globalization;
using Fond.Domain.Common;
using Fond.Domain.Impact.Imports;
using Fond.Domain.KeyFigures;
using Fond.Features.Impact.Imports;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.KeyFigures;

/// <summary>What a file of values carries; it comes over plain HTTP, not through the schema.</summary>
internal sealed record LoadKeyFigureFileInput : MutationInput
{
    public required string KeyFigureId { get; init; }

    public required byte[] File { get; init; }
}

internal sealed class LoadKeyFigureFile(KeyFigureDesk desk) : IHandler<LoadKeyFigureFileInput, KeyFigureReport>
{
    public const int MostRows = 10_000;

    private const int MostFaults = 200;

    public async Task<KeyFigureReport> Handle(LoadKeyFigureFileInput input, CancellationToken ct)
    {
        var figure = await desk.FindAsync(input.KeyFigureId, null, ct);
        var lines = await ReadAsync(input.File, ct);
        var sound = lines.FindAll(l => l.Row is not null);
        var verdict = await desk.JudgeAsync(figure, sound.ConvertAll(l => l.Row!), ct);
        var faults = lines.SelectMany(l => l.Faults).Concat(verdict.Faults.Select(f => new CsvFault(sound[f.Row].Line, f.Column, f.Refusal)));
        Refuse.WhenAny(faults.OrderBy(f => f.Line).Take(MostFaults).Select(InFile));
        return await desk.KeepAsync(figure, verdict, KeyFigureOrigin.File, ct);
    }

    private static async Task<List<CsvLine<KeyFigureRow>>> ReadAsync(byte[] file, CancellationToken ct)
    {
        var lines = new List<CsvLine<KeyFigureRow>>();
        try
        {
            using var stream = new MemoryStream(file);
            await foreach (var line in CsvText.ReadAsync(stream, file, KeyFigureCells.Of, ct))
            {
                if (lines.Count == MostRows) throw new UnreadableFileException(new(line.Line, null, new KeyFigureTooManyRows(MostRows)));
                lines.Add(line);
            }
            if (lines.Count == 0) throw new UnreadableFileException(new(0, null, new KeyFigureRowsMissing()));
        }
        catch (UnreadableFileException bad)
        {
            throw new RefusedException(InFile(bad.Fault));
        }
        return lines;
    }

    /// <summary>By line, the header being line 1, and column.</summary>
    private static Refusal InFile(CsvFault fault)
    {
        var line = fault.Line.ToString(CultureInfo.InvariantCulture);
        return fault.Refusal with { Path = fault.Column is { } column ? [line, column] : [line] };
    }
}
