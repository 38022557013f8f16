using System.Text.Json;
using Fond.Domain.KeyFigures;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fond.Features.KeyFigures.Kolada;

/// <summary>Fetches what is due, a few key figures a sweep. What an instance left when it was killed is taken up again once its claim has run out.</summary>
internal sealed class KoladaChore(IServiceScopeFactory scopes, FondDb db, Clock clock, KoladaSettings settings, KoladaClient kolada, ILogger<KoladaChore> log) : IChore
{
    private const int Batch = 5;

    /// <summary>How long a key figure is one instance's alone; more than all its pages take.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(15);

    public async Task RunAsync(CancellationToken ct)
    {
        if (!settings.IsConfigured) return;
        var now = clock.Now;
        foreach (var id in await db.Set<KeyFigure>().Where(f => f.NextFetchAt <= now).OrderBy(f => f.NextFetchAt).Select(f => f.Id).Take(Batch).ToListAsync(ct))
            if (await ClaimAsync(id, ct) is { } claimed) await WorkAsync(claimed, ct);
    }

    /// <returns>Null when another instance is at it.</returns>
    private Task<KeyFigure?> ClaimAsync(long id, CancellationToken ct) => scopes.InTransactionAsync(Actor.System, "claim", async services =>
    {
        var figure = await services.GetRequiredService<FondDb>().Set<KeyFigure>().SingleAsync(f => f.Id == id, ct);
        if (!(figure.NextFetchAt <= clock.Now)) return null;
        figure.FetchAt(clock.Now + Claim);
        return figure;
    }, ct);

    private async Task WorkAsync(KeyFigure figure, CancellationToken ct)
    {
        try
        {
            var rows = await RowsAsync(figure, ct); // outside any transaction: a slow answer holds up nobody
            await EndAsync(figure, async services =>
            {
                var (mine, desk) = (await MineAsync(services, figure), services.GetRequiredService<KeyFigureDesk>());
                if (mine.KoladaKpi != figure.KoladaKpi) return mine; // it has been said to be another meanwhile, and is due again
                var verdict = await desk.JudgeAsync(mine, rows, ct);
                if (verdict.Faults.Count > 0) throw new KoladaException(FetchFault.Unreadable);
                await desk.KeepAsync(mine, verdict, KeyFigureOrigin.Kolada, ct);
                mine.Fetched(clock.Now);
                return mine;
            });
        }
        catch (KoladaException fault)
        {
            log.LogWarning("Key figure {KeyFigure} was not fetched: {Fault}", figure.Id, fault.Fault);
            await EndAsync(figure, async services =>
            {
                var mine = await MineAsync(services, figure);
                mine.NotFetched(fault.Fault, Backoff.Next(mine.FetchFailures + 1, clock.Now) ?? clock.Now.AddDays(1));
                return mine;
            });
        }
    }

    private Task<KeyFigure> EndAsync(KeyFigure figure, Func<IServiceProvider, Task<KeyFigure>> end) => scopes.InTransactionAsync(Actor.System, "fetchKeyFigure", end, CancellationToken.None);

    private static Task<KeyFigure> MineAsync(IServiceProvider services, KeyFigure figure) => services.GetRequiredService<FondDb>().Set<KeyFigure>().SingleAsync(f => f.Id == figure.Id);

    /// <summary>Of the fund's areas that are in Kolada, by the municipality's figures and its units'.</summary>
    private async Task<IReadOnlyList<KeyFigureRow>> RowsAsync(KeyFigure figure, CancellationToken ct)
    {
        var areas = await db.Set<KeyFigureArea>().AsNoTracking().Where(a => a.FundId == figure.FundId && a.KoladaId != null).ToDictionaryAsync(a => a.KoladaId!, a => a.Code, ct);
        var rows = new List<KeyFigureRow>();
        foreach (var places in areas.Keys.GroupBy(KoladaIds.IsUnit))
            rows.AddRange((await kolada.ReadAsync(figure.KoladaKpi!, places.Key, places.Order(StringComparer.Ordinal), clock.Today.Year, ct)).Where(s => s.Kpi == figure.KoladaKpi).SelectMany(s => RowsOf(s, areas)));
        return rows;
    }

    /// <exception cref="KoladaException">It names a place, a year or a gender that was not asked for.</exception>
    private static List<KeyFigureRow> RowsOf(KoladaSeries series, Dictionary<string, string> areas)
    {
        try
        {
            return [.. series.Values.Select(v => new KeyFigureRow { Area = areas[series.Id], Year = series.Year, Gender = v.Of, Value = v.Missing is null ? decimal.Round(v.Value!.Value, Domain.Impact.Measured.Decimals) : null, Missing = v.Missing })];
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or FormatException or OverflowException)
        {
            throw new KoladaException(FetchFault.Unreadable, fault);
        }
    }
}
