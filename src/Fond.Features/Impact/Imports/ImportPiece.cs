using Fond.Domain.Common;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.Imports;

/// <summary>A piece of a received file, kept until the import has ended.</summary>
internal sealed class ImportPiece : Entity, IRecordedInBulk
{
    public const int Size = 256 * 1024;

    private ImportPiece() { }

    public ImportPiece(long importId, int number, byte[] bytes) => (ImportId, Number, Bytes) = (importId, number, bytes);

    public long ImportId { get; private set; }

    /// <summary>From 0.</summary>
    public int Number { get; private set; }

    public byte[] Bytes { get; private set; } = [];
}

internal static class ImportPieces
{
    /// <summary>The file in pieces, of which one at a time is in memory.</summary>
    public static IEnumerable<ImportPiece> Cut(Stream file, long importId)
    {
        var buffer = new byte[ImportPiece.Size];
        for (var number = 0; ; number++)
        {
            var length = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (length > 0) yield return new(importId, number, buffer[..length]);
            if (length < buffer.Length) yield break;
        }
    }

    public static Task<byte[]?> PieceAsync(this FondDb db, long importId, int number, CancellationToken ct) =>
        db.Set<ImportPiece>().Where(p => p.ImportId == importId && p.Number == number).Select(p => p.Bytes).SingleOrDefaultAsync(ct);

    public static Task DropPiecesAsync(this FondDb db, long importId, CancellationToken ct) =>
        db.Set<ImportPiece>().Where(p => p.ImportId == importId).ExecuteDeleteAsync(ct);
}
