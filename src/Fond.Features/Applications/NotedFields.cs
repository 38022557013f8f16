using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Impact;
using Fond.Domain.Projects;
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

    /// <summary>The same, by the project.</summary>
    public static FieldType NotedInProject<T>(this FieldType field, Func<T, long> projectId, params string[] texts) where T : Entity =>
        field.Noting<T>(texts, (context, row, value) => context.MarkOfProject(projectId(row)).Then(mark => context.Given(value, mark, row)));

    /// <summary>The same, by the plan of measurement.</summary>
    public static FieldType NotedInPlan<T>(this FieldType field, Func<T, long> planId, params string[] texts) where T : Entity =>
        field.Noting<T>(texts, (context, row, value) => context.Service<BatchLoader>().By<SecrecyMark>("marks of plans", planId(row), (ids, ct) => OfPlansAsync(context.Db(), ids, ct))
            .Then(mark => context.Given(value, mark, row)));

    /// <summary>The same, by the consultation.</summary>
    public static FieldType NotedInConsultation<T>(this FieldType field, Func<T, long> consultationId) where T : Entity =>
        field.Noting<T>([], (context, row, value) => context.Service<BatchLoader>().By<SecrecyMark>("marks of consultations", consultationId(row), (ids, ct) => OfConsultationsAsync(context.Db(), ids, ct))
            .Then(mark => context.Given(value, mark, row)));

    public static IDataLoaderResult<SecrecyMark?> MarkOfProject(this IResolveFieldContext context, long projectId) =>
        context.Service<BatchLoader>().By<SecrecyMark>("marks of projects", projectId, (ids, ct) => OfProjectsAsync(context.Db(), ids, ct));

    public static T Given<T>(this IResolveFieldContext context, T value, SecrecyMark? mark, params IEnumerable<Entity> shown)
    {
        foreach (var row in shown) context.Service<SecretReadings>().Note(row, mark);
        return value;
    }

    private static FieldType Noting<T>(this FieldType field, string[] texts, Func<IResolveFieldContext, T, object?, IDataLoaderResult<object?>> noted) where T : Entity
    {
        var resolver = field.Resolver!;
        field.Resolver = new FuncFieldResolver<object?>(async context =>
        {
            var value = await resolver.ResolveAsync(context);
            return value is null or "" || (texts.Length > 0 && !context.SelectedPaths().Intersect(texts).Any()) ? value : noted(context, (T)context.Source!, value);
        });
        return field;
    }

    private static async Task<Dictionary<long, SecrecyMark?>> OfProjectsAsync(FondDb db, long[] projects, CancellationToken ct) =>
        await (from project in db.Set<Project>().IgnoreAutoIncludes()
               where projects.Contains(project.Id)
               join application in db.Set<Application>().IgnoreAutoIncludes() on project.ApplicationId equals application.Id
               select new { project.Id, application.Secrecy }).ToDictionaryAsync(x => x.Id, SecrecyMark? (x) => x.Secrecy, ct);

    private static async Task<Dictionary<long, SecrecyMark?>> OfPlansAsync(FondDb db, long[] plans, CancellationToken ct) =>
        await (from plan in db.Set<MeasurementPlan>().IgnoreAutoIncludes()
               where plans.Contains(plan.Id)
               join project in db.Set<Project>().IgnoreAutoIncludes() on plan.ProjectId equals project.Id
               join application in db.Set<Application>().IgnoreAutoIncludes() on project.ApplicationId equals application.Id
               select new { plan.Id, application.Secrecy }).ToDictionaryAsync(x => x.Id, SecrecyMark? (x) => x.Secrecy, ct);

    /// <summary>One on a fund or a programme belongs to no case.</summary>
    private static async Task<Dictionary<long, SecrecyMark?>> OfConsultationsAsync(FondDb db, long[] consultations, CancellationToken ct)
    {
        var marks = await (from consultation in db.Set<Consultation>().IgnoreAutoIncludes()
                           where consultations.Contains(consultation.Id)
                           join application in db.Set<Application>().IgnoreAutoIncludes() on consultation.ApplicationId equals application.Id
                           select new { consultation.Id, application.Secrecy }).ToDictionaryAsync(x => x.Id, SecrecyMark? (x) => x.Secrecy, ct);
        return consultations.ToDictionary(id => id, id => marks.GetValueOrDefault(id));
    }
}
