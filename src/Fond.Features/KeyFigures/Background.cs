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
internal sealed record Background(IReadOnlyList<KeyFigureValue> Series, AreaChange? Change, KeyFigure Figure, KeyFigureArea Area)
{
    public static IDataLoaderResult<Background?> Of(IResolveFieldContext<ProjectKeyFigure> context) => context.Service<BatchLoader>()
        .By<Background>("background", context.Source.Id, (ids, ct) => ReadAsync(context.Db(), context.Service<Visibility>(), ids, ct));

    private static async Task<Dictionary<long, Background?>> ReadAsync(FondDb db, Visibility visibility, long[] ids, CancellationToken ct)
    {
        var named = await (
            from link in visibility.Of<ProjectKeyFigure>(ids)
            join project in db.Set<Project>() on link.ProjectId equals project.Id
            join figure in visibility.Of<KeyFigure>() on link.KeyFigureId equals figure.Id
            select new { link.Id, link.AreaId, project.Start, Figure = figure }).ToListAsync(ct);
        long[] figures = [.. named.Select(n => n.Figure.Id).Distinct()], funds = [.. named.Select(n => n.Figure.FundId).Distinct()];
        var areas = await visibility.Of<KeyFigureArea>().Where(a => funds.Contains(a.FundId)).ToDictionaryAsync(a => a.Id, ct);
        var values = (await visibility.Of<KeyFigureValue>().Where(v => figures.Contains(v.KeyFigureId) && v.IsCurrent && v.Gender == KeyFigureGender.All).OrderBy(v => v.Year).ToListAsync(ct))
            .ToLookup(v => v.KeyFigureId);
        return named.ToDictionary(n => n.Id, Background? (n) =>
        {
            var (area, byArea) = (areas[n.AreaId], values[n.Figure.Id].ToLookup(v => v.AreaId));
            var others = areas.Values.Where(a => !a.IsWhole && !area.IsWhole && a.Id != area.Id).Select(a => Numbers(byArea[a.Id]));
            var whole = areas.Values.FirstOrDefault(a => a.IsWhole && a.Id != area.Id && a.FundId == area.FundId);
            return new([.. byArea[area.Id]], AreaChange.Of(Numbers(byArea[area.Id]), others, whole is null ? null : Numbers(byArea[whole.Id]), n.Start.Year), n.Figure, area);
        });
    }

    private static Dictionary<int, decimal> Numbers(IEnumerable<KeyFigureValue> values) => values.Where(v => v.Value is not null).ToDictionary(v => v.Year, v => v.Value!.Value);
}
