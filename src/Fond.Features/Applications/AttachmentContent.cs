using System.Security.Cryptography;
using Fond.Domain.Common;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

/// <summary>The bytes of files, once for each distinct content, away from the rows that lists read.</summary>
internal sealed class AttachmentContent : Entity, IRecordedInBulk
{
    private AttachmentContent() { }

    public AttachmentContent(string sha256, byte[] bytes) => (Sha256, Bytes) = (sha256, bytes);

    public string Sha256 { get; private set; } = "";

    public byte[] Bytes { get; private set; } = [];
}

internal static class FileBytes
{
    /// <summary>Keeps the bytes, unless they are there already.</summary>
    /// <returns>Their checksum, by which they are found.</returns>
    public static async Task<string> KeepAsync(this FondDb db, byte[] content, CancellationToken ct)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        var isThere = db.Set<AttachmentContent>().Local.Any(c => c.Sha256 == sha256) || await db.Set<AttachmentContent>().AnyAsync(c => c.Sha256 == sha256, ct);
        if (!isThere) db.Add(new AttachmentContent(sha256, content));
        return sha256;
    }
}
