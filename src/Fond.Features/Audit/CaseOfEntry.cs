using Fond.Domain.Applications;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Audit;

/// <summary>What the trail tells of a case or a matter is read under its marks, as that itself is. Which of its fields a row tells is not known, so that each that is marked counts.</summary>
internal static class CaseOfEntry
{
    public static IDataLoaderResult<string?> NotedOfEntry(this IResolveFieldContext<AuditEntry> context, string? value)
    {
        if (value is null || context.Source.Action == SecretReadings.Action) return new Ready<string?>(value);
        var loaded = context.Service<BatchLoader>().By<Marked>("marks of entries of the trail", context.Source.Id, (ids, ct) => MarksAsync(context.Db(), ids, ct));
        return loaded.Then<Marked?, string?>(marked =>
        {
            if (marked is not null) context.Service<SecretReadings>().NoteFields(marked.Of, marked.Marks, ApplicationFields.All);
            return value;
        });
    }

    private sealed record Marked(Shown Of, CaseMark Marks);

    private static async Task<Dictionary<long, Marked?>> MarksAsync(FondDb db, long[] entries, CancellationToken ct)
    {
        var cases = await CasesAsync(db, entries, ct);
        var marks = await db.AllMarksAsync([.. cases.Values.Distinct()], ct);
        var marked = cases.Where(c => marks.ContainsKey(c.Value)).ToDictionary(c => c.Key, Marked? (c) => new(Shown.Of<Application>(c.Value), marks[c.Value]));
        foreach (var (entry, of) in await InMattersAsync(db, entries, ct)) marked[entry] = of;
        return marked;
    }

    private static async Task<Dictionary<long, Marked>> InMattersAsync(FondDb db, long[] entries, CancellationToken ct) =>
        (await (from entry in db.Set<AuditEntry>().AsNoTracking()
                where entries.Contains(entry.Id)
                from matter in db.Set<Matter>().AsNoTracking()
                where matter.Secrecy != null && ((entry.EntityType == nameof(Matter) && entry.EntityId == matter.Id)
                    || (entry.EntityType == nameof(MatterDocument) && db.Set<MatterDocument>().Any(d => d.Id == entry.EntityId && d.MatterId == matter.Id))
                    || (entry.EntityType == nameof(MatterReleaseRequest) && db.Set<MatterReleaseRequest>().Any(r => r.Id == entry.EntityId && r.MatterId == matter.Id))
                    || (entry.EntityType == nameof(MatterDocumentFile) && db.Set<MatterDocumentFile>().Any(f => f.Id == entry.EntityId && db.Set<MatterDocument>().Any(d => d.Id == f.DocumentId && d.MatterId == matter.Id))))
                select new { entry.Id, MatterId = matter.Id, matter.Secrecy }).ToListAsync(ct))
            .ToDictionary(m => m.Id, m => new Marked(Shown.Of<Matter>(m.MatterId), new(m.Secrecy, [])));

    /// <summary>By entry; the row that it is about or a part of is followed through what it points at, all of one kind at once, those that lie furthest from their case first.</summary>
    private static async Task<Dictionary<long, long>> CasesAsync(FondDb db, long[] entries, CancellationToken ct)
    {
        var ways = CaseWays.Of(db.Model);
        var told = await db.Set<AuditEntry>().AsNoTracking().Where(e => entries.Contains(e.Id)).Select(e => new { e.Id, e.RootType, e.RootId, e.EntityType, e.EntityId }).ToListAsync(ct);
        var at = told.ToDictionary(e => e.Id, e => ways.Leads(e.RootType) ? (Type: e.RootType, Id: e.RootId) : (Type: e.EntityType, Id: e.EntityId));
        while (at.Values.Where(row => ways.Leads(row.Type) && row.Type != nameof(Application)).Select(row => row.Type).MaxBy(ways.Length) is { } furthest)
        {
            var standing = at.Where(e => e.Value.Type == furthest).ToList();
            var next = await ways.StepAsync(db, furthest, [.. standing.Select(e => e.Value.Id).Distinct()], ct);
            foreach (var (entry, row) in standing)
                if (next.TryGetValue(row.Id, out var to)) at[entry] = to;
                else at.Remove(entry);
        }

        return at.Where(e => e.Value.Type == nameof(Application)).ToDictionary(e => e.Key, e => e.Value.Id);
    }
}
