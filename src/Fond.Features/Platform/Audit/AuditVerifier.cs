using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Platform.Audit;

/// <summary>Walks the trail from its beginning and stops at the first entry that is missing, changed or out of place.</summary>
internal sealed class AuditVerifier(FondDb db)
{
    public async Task<AuditVerdict> VerifyAsync(CancellationToken ct)
    {
        var (sequence, hash) = (0L, AuditEntry.Genesis);
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            sequence++;
            if (entry.Sequence != sequence) return AuditVerdict.Broken(sequence, $"entry {sequence} is missing; the next is {entry.Sequence}");
            if (entry.PreviousHash != hash) return AuditVerdict.Broken(sequence, $"entry {sequence} does not follow from the one before");
            if (entry.Hash != entry.ComputeHash()) return AuditVerdict.Broken(sequence, $"entry {sequence} ({entry.Action}, {entry.EntityType} {entry.EntityId}) is not as it was written");
            hash = entry.Hash;
        }
        var head = await db.Set<AuditHead>().AsNoTracking().SingleOrDefaultAsync(ct);
        if (head is null) return AuditVerdict.Broken(sequence + 1, "the row that says where the trail ends is gone");
        return head.Sequence == sequence && head.Hash == hash
            ? AuditVerdict.Whole(sequence)
            : AuditVerdict.Broken(sequence + 1, $"the trail ends at {sequence}, but {head.Sequence} entries were written");
    }
}

/// <param name="Entries">How many entries were found in order.</param>
/// <param name="BrokenAt">The first sequence number that does not hold; null when all do.</param>
internal sealed record AuditVerdict(long Entries, long? BrokenAt, string? Fault)
{
    public static AuditVerdict Whole(long entries) => new(entries, null, null);

    public static AuditVerdict Broken(long at, string fault) => new(at - 1, at, fault);
}
