using Fond.Domain.Common;
using Fond.Domain.Meetings;
using Fond.Domain.Registry;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>Documents of cases that are laid before a meeting, told by number, kind and day: a subject or a correspondent may be secret.</summary>
internal static class LaidBefore
{
    public static async Task<Dictionary<long, CaseDocument>> DocumentsAsync(this FondDb db, IEnumerable<AgendaItem> items, CancellationToken ct)
    {
        var ids = items.SelectMany(i => i.DocumentIds).Distinct().ToArray();
        return ids.Length == 0 ? [] : await db.Set<CaseDocument>().AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
    }

    /// <summary>Those of an item by number: "Aktbilaga 3: Yttrande, 2020-01-31".</summary>
    public static IEnumerable<Text> LaidWith(this IReadOnlyDictionary<long, CaseDocument> documents, AgendaItem item) => item.DocumentIds.Select(id => documents[id]).OrderBy(d => d.Number)
        .Select(d => new Text($"Aktbilaga {d.Number}: {d.Kind.Title().Sv}, {d.On:yyyy-MM-dd}", $"Document {d.Number}: {d.Kind.Title().En}, {d.On:yyyy-MM-dd}"));
}
