using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using Fond.Domain.Impact.Imports;

namespace Fond.Features.Impact.Imports;

/// <summary>The file cannot be read any further.</summary>
internal sealed class UnreadableFileException(CsvFault fault) : Exception(fault.Refusal.Code)
{
    public CsvFault Fault { get; } = fault;
}

/// <summary>
/// Reads rows from CSV (RFC 4180) in UTF-8, with or without a byte order mark: a header in any order, then a row a line. Where the header has a semicolon that
/// divides fields, otherwise a comma does. Numbers have a decimal point, or in a file with semicolons a comma; nothing divides thousands.
/// </summary>
internal static class CsvText
{
    /// <summary>Bytes; no row of good keys and numbers comes near.</summary>
    private const int LongestRow = 16 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <param name="start">Of the file, with its whole header.</param>
    /// <param name="cells">Takes the file, when its header has been read, and whether its numbers may have commas.</param>
    public static async IAsyncEnumerable<CsvLine<TRow>> ReadAsync<TRow>(Stream file, ReadOnlyMemory<byte> start, Func<CsvReader, bool, CsvCells<TRow>> cells, [EnumeratorCancellation] CancellationToken ct) where TRow : class
    {
        var separator = SeparatorOf(start.Span);
        using var text = new StreamReader(file, Strict, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        await using var csv = CsvReader.Create(text, new CsvReaderOptions { Separator = separator, HasHeader = false, TrimWhitespace = true, TrackLineNumbers = true, MaxRecordSize = LongestRow, MalformedData = CsvMalformedDataHandling.Throw }, leaveOpen: true);
        if (!await NextAsync(csv, ct)) throw new UnreadableFileException(new(0, null, new ImportEmpty()));
        var line = cells(csv, separator == ';');
        while (await NextAsync(csv, ct)) yield return line.Read();
    }

    /// <summary>Whether the rest of the file is free of what stands in no text, such as the zeros of a program or a picture: that is known before it is kept.</summary>
    public static async Task<bool> MayBeAsync(Stream file, CancellationToken ct)
    {
        var chunk = new byte[LongestRow];
        for (int read; (read = await file.ReadAsync(chunk, ct)) > 0;)
            if (chunk.AsSpan(0, read).IndexOfAny(NoText) >= 0) return false;
        return true;
    }

    /// <summary>The control characters that neither end lines nor divide fields.</summary>
    private static readonly SearchValues<byte> NoText = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (byte)c).Except("\t\n\r"u8.ToArray()), (byte)127]);

    private static char SeparatorOf(ReadOnlySpan<byte> start)
    {
        var end = start.IndexOfAny((byte)'\r', (byte)'\n');
        return (end < 0 ? start : start[..end]).Contains((byte)';') ? ';' : ',';
    }

    private static async ValueTask<bool> NextAsync(CsvReader csv, CancellationToken ct)
    {
        var before = (int)csv.LineNumber;
        try
        {
            return await csv.ReadAsync(ct);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException(new(before + 1, null, new ImportNotText()));
        }
        catch (CsvFormatException bad)
        {
            throw new UnreadableFileException(new(Math.Max((int)bad.LineNumber, before + 1), null, new ImportNotCsv()));
        }
    }
}
