using Fond.Domain.KeyFigures;
using Fond.Domain.Projects;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.KeyFigures;

/// <summary>What a project's named key figure tells: the area's series, and how it has changed beside others.</summary>
/// <param name="Series">Of everybody, by year, as it now is.</param>
/// <param name="Change">Null without a value both before and after.</param>
internal sealed record Background(ProjectKeyFigure Named, IReadOnlyList<KeyFigureValue> Series, AreaChange? Change, KeyFigure Figure, KeyFigureArea Area)
{
    public static IDataLoaderResult<Background?> Of(IResolveFieldContext<ProjectKeyFigure> context) => context.Service<BatchLoader>()
        .By<Background>("background", context.Source.Id, async (ids, ct) =>
        {
            var visibility = context.Service<Visibility>();
            return (await ReadAsync(context.Db(), visibility, visibility.Of<ProjectKeyFigure>(ids), ct)).ToDictionary(b => b.Named.Id, Background? (b) => b);
        });

    /// <param name="names">What the reader may see of what projects name.</param>
    /// <returns>In the order in which they were named.</returns>
    public static async Task<IReadOnlyList<Background>> ReadAsync(FondDb db, Visibility visibility, IQueryable<ProjectKeyFigure> names, CancellationToken ct)
    {
        var named = await (
            from link in names
            join project in db.Set<Project>() on link.ProjectId equals project.Id
            join figure in visibility.Of<KeyFigure>() on link.KeyFigureId equals figure.Id
            orderby link.Id
            select new { Link = link, project.Start, Figure = figure }).ToListAsync(ct);
        if (named.Count == 0) return [];
        long[] figures = [.. named.Select(n => n.Figure.Id).Distinct()], funds = [.. named.Select(n => n.Figure.FundId).Distinct()];
        var areas = await visibility.Of<KeyFigureArea>().Where(a => funds.Contains(a.FundId)).ToDictionaryAsync(a => a.Id, ct);
        var values = (await visibility.Of<KeyFigureValue>().Where(v => figures.Contains(v.KeyFigureId) && v.IsCurrent && v.Gender == KeyFigureGender.All).OrderBy(v => v.Year).ToListAsync(ct))
            .ToLookup(v => v.KeyFigureId);
        return [.. named.Select(n =>
        {
            var (area, byArea) = (areas[n.Link.AreaId], values[n.Figure.Id].ToLookup(v => v.AreaId));
            var others = areas.Values.Where(a => !a.IsWhole && !area.IsWhole && a.Id != area.Id).Select(a => Numbers(byArea[a.Id]));
            var whole = areas.Values.FirstOrDefault(a => a.IsWhole && a.Id != area.Id && a.FundId == area.FundId);
            return new Background(n.Link, [.. byArea[area.Id]], AreaChange.Of(Numbers(byArea[area.Id]), others, whole is null ? null : Numbers(byArea[whole.Id]), n.Start.Year), n.Figure, area);
        })];
    }

    private static Dictionary<int, decimal> Numbers(IEnumerable<KeyFigureValue> values) => values.Where(v => v.Value is not null).ToDictionary(v => v.Year, v => v.Value!.Value);
}
