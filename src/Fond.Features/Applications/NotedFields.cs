using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Decisions;
using Fond.Domain.Impact;
using Fond.Domain.Meetings;
using Fond.Domain.Projects;
using Fond.Domain.Registry;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Resolvers;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

/// <summary>Fields of what belongs to a case: who reads them where the case is marked is in the trail.</summary>
internal static class NotedFields
{
    /// <param name="applicationId">Which case; null where none is concerned.</param>
    /// <param name="texts">Which of the value's own fields tell something; none: it does itself.</param>
    public static FieldType NotedIn<T>(this FieldType field, Func<T, long?> applicationId, params string[] texts) where T : Entity =>
        field.Noting<T>(texts, (context, row, value) => context.Noted(row, applicationId(row), value));

    /// <summary>The same, for what tells some of the application's own fields: noted also where one of them is marked by itself.</summary>
    public static FieldType NotedFieldsIn<T>(this FieldType field, Func<T, long?> applicationId, IReadOnlyCollection<string> told, params string[] texts) where T : Entity =>
        field.Noting<T>(texts, (context, row, value) => context.NotedFields(row, applicationId(row), value, told));

    /// <summary>The same, by the project.</summary>
    public static FieldType NotedInProject<T>(this FieldType field, Func<T, long> projectId, params string[] texts) where T : Entity =>
        field.Noting<T>(texts, (context, row, value) => context.Given(value, row, "marks of projects", projectId(row), Projects(context.Db())));

    /// <summary>The same, by the plan of measurement.</summary>
    public static FieldType NotedInPlan<T>(this FieldType field, Func<T, long> planId, params string[] texts) where T : Entity =>
        field.Noting<T>(texts, (context, row, value) => context.Given(value, row, "marks of plans", planId(row), Plans(context.Db())));

    /// <summary>The same, by the decision, which may also be marked by itself.</summary>
    public static FieldType NotedInDecision<T>(this FieldType field, Func<T, long> decisionId, params string[] texts) where T : Entity =>
        field.NotedInDecision([DocumentKind.Decision, DocumentKind.Proposal], decisionId, texts);

    /// <summary>The same, for what was sent of the decision.</summary>
    public static FieldType NotedInDispatch(this FieldType field, params string[] texts) =>
        field.NotedInDecision<Dispatch>([DocumentKind.Decision, DocumentKind.Dispatch], d => d.DecisionId, texts);

    private static FieldType NotedInDecision<T>(this FieldType field, DocumentKind[] kinds, Func<T, long> decisionId, string[] texts) where T : Entity =>
        field.Noting<T>(texts, (context, row, value) => context.Given(value, row, $"marks of {string.Join(", ", kinds)}", decisionId(row), (ids, ct) => DecisionsAsync(context.Db(), kinds, ids, ct)));

    /// <summary>The same, by the entry in the registry.</summary>
    public static FieldType NotedInDocument<T>(this FieldType field, Func<T, long> documentId) where T : Entity =>
        field.Noting<T>([], (context, row, value) => context.Given(value, row, "marks of documents", documentId(row), Documents(context.Db())));

    /// <summary>The same, by the matter that no application began.</summary>
    public static FieldType NotedInMatter<T>(this FieldType field, Func<T, long> matterId) where T : Entity =>
        field.Noting<T>([], (context, row, value) => context.Given(value, row, "marks of matters", matterId(row), (ids, ct) => context.Db().MarksOfMattersAsync(ids, ct)));

    /// <summary>The same, by the entry in a matter's registry.</summary>
    public static FieldType NotedInMatterDocument<T>(this FieldType field, Func<T, long> documentId) where T : Entity =>
        field.Noting<T>([], (context, row, value) => context.Given(value, row, "marks of matters by documents", documentId(row), (ids, ct) => context.Db().MarksOfMattersByDocumentAsync(ids, ct)));

    /// <summary>The same, by the consultation.</summary>
    public static FieldType NotedInConsultation<T>(this FieldType field, Func<T, long> consultationId) where T : Entity =>
        field.Noting<T>([], (context, row, value) => context.Given(value, row, "marks of consultations", consultationId(row), Consultations(context.Db())));

    /// <summary>The same, for what lists the cases on a meeting's agenda by what they are called after.</summary>
    /// <param name="meetingId">Which meeting; null where none is concerned.</param>
    public static FieldType NotedOnAgenda<T>(this FieldType field, Func<T, long?> meetingId) where T : Entity => field.Noting<T>([], (context, row, value) => meetingId(row) is not { } id
        ? new Ready<object?>(value)
        : context.Service<BatchLoader>().By<IReadOnlyList<CaseMark>>("marks on agendas", id, (ids, ct) => AgendasAsync(context.Db(), ids, ct)).Then(marks =>
        {
            foreach (var marked in marks ?? []) context.Service<SecretReadings>().NoteFields(row, marked, ApplicationFields.Name);
            return value;
        }));

    private static async Task<Dictionary<long, IReadOnlyList<CaseMark>?>> AgendasAsync(FondDb db, long[] meetings, CancellationToken ct)
    {
        var items = await db.Set<AgendaItem>().AsNoTracking().Where(i => meetings.Contains(EF.Property<long>(i, "MeetingId")) && i.ApplicationId != null)
            .Select(i => new { MeetingId = EF.Property<long>(i, "MeetingId"), ApplicationId = i.ApplicationId!.Value }).ToListAsync(ct);
        var marks = await db.AllMarksAsync([.. items.Select(i => i.ApplicationId).Distinct()], ct);
        var byMeeting = items.ToLookup(i => i.MeetingId, i => marks[i.ApplicationId]);
        return meetings.ToDictionary(id => id, IReadOnlyList<CaseMark>? (id) => [.. byMeeting[id]]);
    }

    private static IDataLoaderResult<object?> Given(this IResolveFieldContext context, object? value, Entity shown, string batch, long key, IQueryable<Belonging> cases) =>
        context.Given(value, shown, batch, key, (keys, ct) => MarksAsync(context.Db(), keys, cases, ct));

    private static IDataLoaderResult<object?> Given(this IResolveFieldContext context, object? value, Entity shown, string batch, long key, Func<long[], CancellationToken, Task<Dictionary<long, SecrecyMark?>>> marks) =>
        context.Service<BatchLoader>().By<SecrecyMark>(batch, key, marks).Then(mark =>
        {
            context.Service<SecretReadings>().Note(shown, mark);
            return value;
        });

    private static FieldType Noting<T>(this FieldType field, string[] texts, Func<IResolveFieldContext, T, object?, IDataLoaderResult<object?>> noted) where T : Entity
    {
        var resolver = field.Resolver!;
        field.Resolver = new FuncFieldResolver<object?>(async context =>
        {
            var value = await resolver.ResolveAsync(context);
            return value is null or "" or System.Collections.ICollection { Count: 0 } || (texts.Length > 0 && !context.SelectedPaths().Intersect(texts).Any()) ? value : noted(context, (T)context.Source!, value);
        });
        return field;
    }

    /// <summary>Of what belongs to a case by what belongs to it in turn.</summary>
    /// <param name="cases">The case by the key; a key without one belongs to none.</param>
    private static async Task<Dictionary<long, SecrecyMark?>> MarksAsync(FondDb db, long[] keys, IQueryable<Belonging> cases, CancellationToken ct)
    {
        var marks = await (from belonging in cases
                           where keys.Contains(belonging.Key)
                           join application in db.Set<Application>().IgnoreAutoIncludes() on belonging.ApplicationId equals application.Id
                           select new { belonging.Key, application.Secrecy }).ToDictionaryAsync(x => x.Key, SecrecyMark? (x) => x.Secrecy, ct);
        return keys.ToDictionary(key => key, key => marks.GetValueOrDefault(key));
    }

    private static IQueryable<Belonging> Projects(FondDb db) => db.Set<Project>().IgnoreAutoIncludes().Select(p => new Belonging { Key = p.Id, ApplicationId = p.ApplicationId });

    private static IQueryable<Belonging> Plans(FondDb db) => from plan in db.Set<MeasurementPlan>().IgnoreAutoIncludes()
                                                             join project in db.Set<Project>().IgnoreAutoIncludes() on plan.ProjectId equals project.Id
                                                             select new Belonging { Key = plan.Id, ApplicationId = project.ApplicationId };

    private static async Task<Dictionary<long, SecrecyMark?>> DecisionsAsync(FondDb db, DocumentKind[] kinds, long[] decisions, CancellationToken ct)
    {
        var (cases, entries) = (await MarksAsync(db, decisions, Decisions(db), ct), db.MarkedEntries(kinds));
        var own = await (from decision in db.Set<Decision>().IgnoreAutoIncludes()
                         where decisions.Contains(decision.Id)
                         join entry in entries on new { decision.ApplicationId, decision.Id } equals new { entry.ApplicationId, Id = entry.TargetId!.Value }
                         select new { decision.Id, entry.Secrecy }).ToListAsync(ct);
        foreach (var marked in own) cases[marked.Id] ??= marked.Secrecy;
        return cases;
    }

    private static IQueryable<Belonging> Decisions(FondDb db) => db.Set<Decision>().IgnoreAutoIncludes().Select(d => new Belonging { Key = d.Id, ApplicationId = d.ApplicationId });

    private static IQueryable<Belonging> Documents(FondDb db) => db.Set<CaseDocument>().Select(d => new Belonging { Key = d.Id, ApplicationId = d.ApplicationId });

    /// <summary>One on a fund or a programme belongs to no case.</summary>
    private static IQueryable<Belonging> Consultations(FondDb db) => db.Set<Consultation>().IgnoreAutoIncludes().Select(c => new Belonging { Key = c.Id, ApplicationId = c.ApplicationId });

    private sealed record Belonging
    {
        public long Key { get; init; }

        public long? ApplicationId { get; init; }
    }
}
