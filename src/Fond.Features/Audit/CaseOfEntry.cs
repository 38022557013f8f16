using Fond.Domain.Applications;
using Fond.Domain.Common;
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

    /// <summary>By the mark of the document that an entry tells of, else by that of its matter.</summary>
    private static async Task<Dictionary<long, Marked>> InMattersAsync(FondDb db, long[] entries, CancellationToken ct)
    {
        var told = (await db.Set<AuditEntry>().AsNoTracking().Where(e => entries.Contains(e.Id)).Select(e => new { e.Id, e.EntityType, e.EntityId }).ToListAsync(ct)).ToLookup(e => e.EntityType, e => (e.Id, e.EntityId));
        var found = new Dictionary<long, Marked>();
        await AddAsync(nameof(Matter), keys => db.Set<Matter>().Where(m => keys.Contains(m.Id)).Select(m => new InMatter { Key = m.Id, MatterId = m.Id, OfMatter = m.Secrecy }));
        await AddAsync(nameof(MatterDocument), keys => Documents(db.Set<MatterDocument>().Where(d => keys.Contains(d.Id)).Select(d => new OfDocument { Key = d.Id, DocumentId = d.Id })));
        await AddAsync(nameof(MatterDocumentFile), keys => Documents(db.Set<MatterDocumentFile>().Where(f => keys.Contains(f.Id)).Select(f => new OfDocument { Key = f.Id, DocumentId = f.DocumentId })));
        await AddAsync(nameof(MatterReleaseRequest), keys => Documents(db.Set<MatterReleaseRequest>().Where(r => keys.Contains(r.Id)).Select(r => new OfDocument { Key = r.Id, DocumentId = r.DocumentId })));
        return found;

        IQueryable<InMatter> Documents(IQueryable<OfDocument> rows) =>
            from row in rows
            join document in db.Set<MatterDocument>() on row.DocumentId equals document.Id
            join matter in db.Set<Matter>() on document.MatterId equals matter.Id
            select new InMatter { Key = row.Key, MatterId = matter.Id, OfMatter = matter.Secrecy, Own = document.Secrecy };

        async Task AddAsync(string type, Func<long[], IQueryable<InMatter>> rows)
        {
            var keys = told[type].Select(e => e.EntityId).Distinct().ToArray();
            if (keys.Length == 0) return;
            var marks = (await rows(keys).AsNoTracking().ToListAsync(ct)).Where(r => (r.Own ?? r.OfMatter) is not null).ToDictionary(r => r.Key);
            foreach (var (entry, key) in told[type])
                if (marks.TryGetValue(key, out var row)) found[entry] = new(Shown.Of<Matter>(row.MatterId), new(row.Own ?? row.OfMatter, []));
        }
    }

    private sealed class OfDocument
    {
        public long Key { get; init; }

        public long DocumentId { get; init; }
    }

    private sealed class InMatter
    {
        public long Key { get; init; }

        public long MatterId { get; init; }

        public SecrecyMark? OfMatter { get; init; }

        public SecrecyMark? Own { get; init; }
    }

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
