using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Registry;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

/// <summary>The secrecy mark of the case that something belongs to, whether or not the caller sees the application itself: a decision is seen by more.</summary>
internal static class CaseMarks
{
    /// <summary>Gives a value out, noted as read where the case is marked.</summary>
    /// <param name="shown">What it belongs to, as the trail names it.</param>
    /// <param name="applicationId">Null where no case is concerned.</param>
    public static IDataLoaderResult<T> Noted<T>(this IResolveFieldContext context, Entity shown, long? applicationId, T value)
    {
        if (applicationId is not { } id || value is null) return new Ready<T>(value);
        return context.Service<BatchLoader>().By<SecrecyMark>("marks of cases", id, (ids, ct) => MarksAsync(context.Db(), ids, ct)).Then(mark =>
        {
            context.Service<SecretReadings>().Note(shown, mark);
            return value;
        });
    }

    /// <summary>Gives out what the application itself says in one field, noted as read where that is marked, by itself or with the whole.</summary>
    public static IDataLoaderResult<T> NotedField<T>(this IResolveFieldContext context, Entity shown, long applicationId, string field, T value) =>
        context.NotedFields(shown, applicationId, value, field);

    /// <summary>The same of what tells several fields.</summary>
    /// <param name="applicationId">Null where no case is concerned.</param>
    public static IDataLoaderResult<T> NotedFields<T>(this IResolveFieldContext context, Entity shown, long? applicationId, T value, params IReadOnlyCollection<string> told)
    {
        if (applicationId is not { } id) return new Ready<T>(value);
        return context.Service<BatchLoader>().By<CaseMark>("all marks of cases", id, async (ids, ct) => (await context.Db().AllMarksAsync(ids, ct))!).Then(mark =>
        {
            context.Service<SecretReadings>().NoteFields(shown, mark, told);
            return value;
        });
    }

    /// <summary>Notes that some fields are told: where the whole is marked, and which of them are marked by themselves.</summary>
    public static void NoteFields(this SecretReadings readings, Entity shown, Application application, params IReadOnlyCollection<string> told) =>
        readings.NoteFields(shown, new CaseMark(application.Secrecy, application.FieldMarks), told);

    /// <summary>The same, by the marks alone.</summary>
    public static void NoteFields(this SecretReadings readings, Shown shown, CaseMark? marked, IReadOnlyCollection<string> told)
    {
        readings.Note(shown, marked?.Whole);
        foreach (var mark in marked?.Fields.Where(m => m.IsAmong(told)) ?? []) readings.NoteField(shown, mark.Field);
    }

    public static async Task<SecrecyMark?> MarkOfCaseAsync(this FondDb db, long? applicationId, CancellationToken ct) =>
        applicationId is { } id ? (await MarksAsync(db, [id], ct))[id] : null;

    /// <summary>The mark of what is registered: that of its case or matter, or of an entry of its own in the registry.</summary>
    /// <param name="applicationId">Null: it is in a matter that no application began, or in no registry.</param>
    /// <param name="kinds">As what it is registered; it may be as several.</param>
    public static async Task<SecrecyMark?> MarkOfTargetAsync(this FondDb db, long? applicationId, long targetId, CancellationToken ct, params DocumentKind[] kinds) => applicationId is null
        ? await db.MarkInMatterAsync(targetId, kinds, ct)
        : await db.MarkOfCaseAsync(applicationId, ct)
            ?? await db.MarkedEntries(kinds).Where(d => d.ApplicationId == applicationId && d.TargetId == targetId).Select(d => d.Secrecy).FirstOrDefaultAsync(ct);

    private static async Task<SecrecyMark?> MarkInMatterAsync(this FondDb db, long targetId, DocumentKind[] kinds, CancellationToken ct)
    {
        var marks = await (from entry in db.Set<MatterDocument>().AsNoTracking()
                           where kinds.Contains(entry.Kind) && entry.TargetId == targetId
                           join matter in db.Set<Matter>() on entry.MatterId equals matter.Id
                           orderby entry.Id
                           select new { Own = entry.Secrecy, OfMatter = matter.Secrecy }).ToListAsync(ct);
        return marks.Select(m => m.OfMatter ?? m.Own).FirstOrDefault(mark => mark is not null);
    }

    /// <summary>By matter.</summary>
    public static Task<Dictionary<long, SecrecyMark?>> MarksOfMattersAsync(this FondDb db, long[] matters, CancellationToken ct) =>
        db.Set<Matter>().AsNoTracking().Where(m => matters.Contains(m.Id)).Select(m => new { m.Id, m.Secrecy }).ToDictionaryAsync(m => m.Id, SecrecyMark? (m) => m.Secrecy, ct);

    /// <summary>The marks of their matters, by entry.</summary>
    public static Task<Dictionary<long, SecrecyMark?>> MarksOfMattersByDocumentAsync(this FondDb db, long[] documents, CancellationToken ct) =>
        (from document in db.Set<MatterDocument>().AsNoTracking()
         where documents.Contains(document.Id)
         join matter in db.Set<Matter>() on document.MatterId equals matter.Id
         select new { document.Id, matter.Secrecy }).ToDictionaryAsync(d => d.Id, SecrecyMark? (d) => d.Secrecy, ct);

    private static async Task<Dictionary<long, SecrecyMark?>> MarksAsync(FondDb db, long[] applications, CancellationToken ct) =>
        await db.Set<Application>().AsNoTracking().IgnoreAutoIncludes().Where(a => applications.Contains(a.Id)).Select(a => new { a.Id, a.Secrecy }).ToDictionaryAsync(a => a.Id, SecrecyMark? (a) => a.Secrecy, ct);

    /// <summary>By application.</summary>
    public static async Task<Dictionary<long, CaseMark>> AllMarksAsync(this FondDb db, long[] applications, CancellationToken ct)
    {
        var whole = await MarksAsync(db, applications, ct);
        var marks = await db.Set<FieldMark>().AsNoTracking().Where(m => applications.Contains(EF.Property<long>(m, "ApplicationId"))).Select(m => new { ApplicationId = EF.Property<long>(m, "ApplicationId"), Mark = m }).ToListAsync(ct);
        var byCase = marks.ToLookup(m => m.ApplicationId, m => m.Mark);
        return whole.ToDictionary(w => w.Key, w => new CaseMark(w.Value, [.. byCase[w.Key]]));
    }
}

/// <summary>What of a case is marked as possibly secret.</summary>
/// <param name="Whole">All that its application says; null: not as a whole.</param>
/// <param name="Fields">Marks of single fields, lifted ones included.</param>
internal sealed record CaseMark(SecrecyMark? Whole, IReadOnlyList<FieldMark> Fields);
