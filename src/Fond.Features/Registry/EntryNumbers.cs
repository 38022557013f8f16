using System.Linq.Expressions;
using Fond.Domain.Registry;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry;

internal static class EntryNumbers
{
    /// <summary>The number of the last entry of a case or a matter, with what this unit of work has added; 0: it has none.</summary>
    /// <param name="isOfIt">Which entries are of it.</param>
    public static async Task<int> LastNumberAsync<T>(this FondDb db, Expression<Func<T, bool>> isOfIt, CancellationToken ct) where T : RegistryEntry
    {
        var added = db.Set<T>().Local.AsQueryable().Where(isOfIt).Max(d => (int?)d.Number) ?? 0;
        return Math.Max(added, await db.Set<T>().Where(isOfIt).MaxAsync(d => (int?)d.Number, ct) ?? 0);
    }
}
