using System.Runtime.CompilerServices;
using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Projects;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact;

/// <summary>Reads a plan's results as one reader may see them: the evaluator whole, everybody else above the fund's threshold.</summary>
internal static class PlanResults
{
    /// <summary>From the sums that were kept when the measurements were logged.</summary>
    public static IDataLoaderResult<Results?> Of(IResolveFieldContext<MeasurementPlan> context) => context.Service<BatchLoader>()
        .By<Results>("results", context.Source.Id, (ids, ct) => ReadAsync(context.Db(), context.Service<Visibility>(), context.Actor(), ids, ct));

    /// <summary>From each measurement, for what needs the individuals.</summary>
    public static IDataLoaderResult<Results?> OfIndividuals(IResolveFieldContext<MeasurementPlan> context) => context.Service<BatchLoader>()
        .By<Results>("results of individuals", context.Source.Id, (ids, ct) => ReadIndividualsAsync(context.Db(), context.Service<Visibility>(), context.Actor(), ids, ct));

    /// <summary>Estimates need individuals only for further techniques.</summary>
    public static IDataLoaderResult<Results?> OfEffects(IResolveFieldContext<MeasurementPlan> context) =>
        context.SubFields?.Values.Any(f => f.FieldType.Name == "further") == true ? OfIndividuals(context) : Of(context);

    /// <summary>From the sums that were kept when the measurements were logged.</summary>
    public static Task<Dictionary<long, Results?>> ReadAsync(FondDb db, Visibility visibility, Actor reader, long[] ids, CancellationToken ct) =>
        ReadAsync(db, visibility.Of<MeasurementPlan>().Where(p => ids.Contains(p.Id)), reader, (database, plans) => database.PortionsAsync(plans, ct), ct);

    /// <summary>From each measurement.</summary>
    public static Task<Dictionary<long, Results?>> ReadIndividualsAsync(FondDb db, Visibility visibility, Actor reader, long[] ids, CancellationToken ct) =>
        ReadIndividualsAsync(db, visibility.Of<MeasurementPlan>().Where(p => ids.Contains(p.Id)), reader, ct);

    /// <summary>Of many plans what estimates need, no more of it at a time than must be: steps of a scale need each individual's measurement, and so plans that have any are read one by one; all else is had from sums.</summary>
    /// <param name="seen">What the reader may know of.</param>
    public static async IAsyncEnumerable<Results> EachAsync(FondDb db, IQueryable<MeasurementPlan> seen, Actor reader, [EnumeratorCancellation] CancellationToken ct)
    {
        var plans = await seen.IgnoreAutoIncludes().Select(p => new { p.Id, HasSteps = p.Indicators.Any(i => i.Kind == IndicatorKind.Ordinal) }).ToListAsync(ct);
        var summed = plans.Where(p => !p.HasSteps).Select(p => p.Id).ToArray();
        if (summed.Length > 0)
            foreach (var results in (await ReadAsync(db, seen.Where(p => summed.Contains(p.Id)), reader, (database, some) => database.PortionsAsync(some, ct), ct)).Values) yield return results!;
        foreach (var plan in plans.Where(p => p.HasSteps))
        {
            ct.ThrowIfCancellationRequested();
            foreach (var results in (await ReadAsync(db, seen.Where(p => p.Id == plan.Id), reader, (database, one) => database.PortionsAsync(one, ct), ct)).Values) yield return results!;
        }
    }

    private static Task<Dictionary<long, Results?>> ReadIndividualsAsync(FondDb db, IQueryable<MeasurementPlan> seen, Actor reader, CancellationToken ct) =>
        ReadAsync(db, seen, reader, (database, plans) => database.EveryPortionAsync(plans, ct), ct);

    private static async Task<Dictionary<long, Results?>> ReadAsync(FondDb db, IQueryable<MeasurementPlan> seen, Actor reader, Func<FondDb, List<MeasurementPlan>, Task<ILookup<long, Portion>>> read, CancellationToken ct)
    {
        var me = reader.Id;
        var plans = await seen.ToListAsync(ct);
        var ids = plans.Select(p => p.Id).ToArray();
        var thresholds = await (
            from plan in db.Set<MeasurementPlan>()
            join project in db.Set<Project>() on plan.ProjectId equals project.Id
            join fund in db.Set<Fund>() on project.FundId equals fund.Id
            where ids.Contains(plan.Id)
            select new { plan.Id, Threshold = project.EvaluatorId == me ? 1 : fund.DisclosureThreshold }).ToDictionaryAsync(t => t.Id, t => t.Threshold, ct);
        var portions = await read(db, plans);
        return plans.ToDictionary(p => p.Id, Results? (p) => new Results(p, portions[p.Id], thresholds[p.Id]));
    }
}
