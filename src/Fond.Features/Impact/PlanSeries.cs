using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Series;
using Fond.Domain.KeyFigures;
using Fond.Domain.Projects;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact;

/// <summary>Reads the series that plans name. They are published figures: whoever may see a plan's results may see what they stand beside.</summary>
internal static class PlanSeries
{
    public static IDataLoaderResult<IReadOnlyList<BesideSeries>?> Of(IResolveFieldContext<MeasurementPlan> context) => context.Service<BatchLoader>()
        .By<IReadOnlyList<BesideSeries>>("beside series", context.Source.Id, async (ids, ct) =>
        {
            var known = await context.Db().SeriesAsync(ids, ct);
            var results = await PlanResults.ReadAsync(context.Db(), context.Service<Visibility>(), context.Actor(), [.. ids.Where(id => known[id]!.Count > 0)], ct);
            return ids.ToDictionary(id => id, IReadOnlyList<BesideSeries>? (id) => results.TryGetValue(id, out var told) ? BesideSeries.Of(told!.Plan, told.Effects(), known[id]!) : []);
        });

    /// <param name="planIds">Of plans that the caller may see.</param>
    public static async Task<Dictionary<long, IReadOnlyDictionary<NamedSeries, KnownSeries>?>> SeriesAsync(this FondDb db, long[] planIds, CancellationToken ct)
    {
        var plans = await db.Set<MeasurementPlan>().AsNoTracking().Where(p => planIds.Contains(p.Id)).ToListAsync(ct);
        var named = plans.ToDictionary(p => p.Id, p => p.Indicators.Select(i => i.Series).OfType<NamedSeries>().ToHashSet());
        string[] figures = [.. named.Values.SelectMany(n => n).Select(n => n.KeyFigure).Distinct()], areas = [.. named.Values.SelectMany(n => n).Select(n => n.Area).Distinct()];
        if (figures.Length == 0) return planIds.ToDictionary(id => id, IReadOnlyDictionary<NamedSeries, KnownSeries>? (_) => new Dictionary<NamedSeries, KnownSeries>());
        var places = await (
            from plan in db.Set<MeasurementPlan>().IgnoreAutoIncludes()
            join project in db.Set<Project>() on plan.ProjectId equals project.Id
            join figure in db.Set<KeyFigure>() on project.FundId equals figure.FundId
            join area in db.Set<KeyFigureArea>() on project.FundId equals area.FundId
            where planIds.Contains(plan.Id) && figures.Contains(figure.Code) && areas.Contains(area.Code)
            select new { PlanId = plan.Id, Figure = figure, Area = area }).AsNoTracking().ToListAsync(ct);
        long[] figureIds = [.. places.Select(p => p.Figure.Id).Distinct()], areaIds = [.. places.Select(p => p.Area.Id).Distinct()];
        var values = (await db.Set<KeyFigureValue>().AsNoTracking()
            .Where(v => figureIds.Contains(v.KeyFigureId) && areaIds.Contains(v.AreaId) && v.IsCurrent && v.Gender == KeyFigureGender.All && v.Value != null).ToListAsync(ct))
            .ToLookup(v => (v.KeyFigureId, v.AreaId));
        return planIds.ToDictionary(id => id, IReadOnlyDictionary<NamedSeries, KnownSeries>? (id) => places
            .Where(p => p.PlanId == id && named[id].Contains(new(p.Figure.Code, p.Area.Code)))
            .ToDictionary(p => new NamedSeries(p.Figure.Code, p.Area.Code), p => new KnownSeries(p.Figure.Name, p.Area.Name, new(p.Figure.Unit, p.Figure.PerPerson), p.Figure.Source, p.Figure.Attribution,
                values[(p.Figure.Id, p.Area.Id)].ToDictionary(v => v.Year, v => v.Value!.Value))));
    }
}
