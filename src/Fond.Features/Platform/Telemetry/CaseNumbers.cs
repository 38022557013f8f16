using Fond.Domain.Applications;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Platform.Telemetry;

internal static class CaseNumbers
{
    /// <summary>The number of the case that a unit of work was on; null when it was on none, on several, or on one that has no number yet.</summary>
    public static async Task<string?> CaseNumberAsync(this FondDb db, CancellationToken ct)
    {
        var cases = db.ChangeTracker.Entries().Select(e => e.Entity is Application application ? application.Id : e.Metadata.FindProperty("ApplicationId") is { } key ? e.Property(key).CurrentValue as long? : null)
            .OfType<long>().Distinct().Take(2).ToList();
        if (cases is not [var id]) return null;
        return db.Set<Application>().Local.FindEntry(id) is { } tracked
            ? tracked.Entity.CaseNumber
            : await db.Set<Application>().Where(a => a.Id == id).Select(a => a.CaseNumber).SingleOrDefaultAsync(ct);
    }
}
