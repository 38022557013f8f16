using Fond.Domain.Common;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fond.Api.Tests.Access;

/// <summary>The rows that belong to cases, by the model's own keys: what points to a case, and what points to that in turn.</summary>
internal static class Belongings
{
    /// <param name="cases">The applications' keys.</param>
    public static async Task<List<EntityEntry>> OfAsync(FondDb db, IReadOnlyCollection<long> cases)
    {
        foreach (var type in db.Model.GetEntityTypes().Select(t => t.ClrType)) await All(db, type).LoadAsync();
        var found = db.ChangeTracker.Entries<Domain.Applications.Application>().Where(a => cases.Contains(a.Entity.Id)).Cast<EntityEntry>().ToDictionary(e => (e.Metadata, ((Entity)e.Entity).Id), e => e);
        while (Pointing(db, found) is { Count: > 0 } more) foreach (var (key, entry) in more) found[key] = entry;
        return [.. found.Values];
    }

    private static Dictionary<(IEntityType, long), EntityEntry> Pointing(FondDb db, Dictionary<(IEntityType, long), EntityEntry> found) =>
        (from entry in db.ChangeTracker.Entries()
         where entry.Entity is Entity row && !found.ContainsKey((entry.Metadata, row.Id))
            && entry.Metadata.GetForeignKeys().Any(k => entry.Property(k.Properties[0].Name).CurrentValue is long id && found.ContainsKey((k.PrincipalEntityType, id)))
         select entry).ToDictionary(e => (e.Metadata, ((Entity)e.Entity).Id));

    private static IQueryable<object> All(FondDb db, Type type) =>
        (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, null)!;
}
