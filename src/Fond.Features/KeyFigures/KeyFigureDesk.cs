using Fond.Domain.Access;
using Fond.Domain.KeyFigures;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.KeyFigures;

/// <summary>What became of the rows.</summary>
/// <param name="LoadId">What they came with; null when nothing was new.</param>
/// <param name="Added">How many had nothing before them.</param>
/// <param name="Revised">How many took the place of another, which is kept.</param>
/// <param name="Unchanged">How many were there already, just so.</param>
internal sealed record KeyFigureReport([property: GraphQL.Id] string? LoadId, int Added, int Revised, int Unchanged);

/// <summary>Where a fund's key figures are kept by those whose office it is.</summary>
internal sealed class KeyFigureDesk(Finder finder, FondDb db, DatabaseEngine engine, ActorContext context, Clock clock, AuditTrail trail)
{
    public static readonly Role[] Keepers = [Role.CaseOfficer, Role.Administrator];

    /// <exception cref="ForbiddenException">When the caller does not keep the fund's key figures.</exception>
    public async Task<KeyFigure> FindAsync(string keyFigureId, long? expectedVersion, CancellationToken ct)
    {
        var figure = await finder.FindAsync<KeyFigure>(keyFigureId, expectedVersion, ct, "keyFigureId");
        context.Actor.Demand(figure.FundId, Keepers);
        return figure;
    }

    public async Task<LoadVerdict> JudgeAsync(KeyFigure figure, IReadOnlyList<KeyFigureRow> rows, CancellationToken ct)
    {
        var areas = await db.Set<KeyFigureArea>().Where(a => a.FundId == figure.FundId).ToDictionaryAsync(a => a.Code, a => a.Id, StringComparer.Ordinal, ct);
        var current = await db.Set<KeyFigureValue>().Where(v => v.KeyFigureId == figure.Id && v.IsCurrent).ToListAsync(ct);
        return LoadRules.Judge(rows, areas, current, clock.Today);
    }

    /// <summary>What was fetched by an id in Kolada that has been put right is of another figure: it is withdrawn at once, whether the right one has something for its place or not. What it said is kept.</summary>
    public async Task WithdrawFetchedAsync(KeyFigure figure, CancellationToken ct)
    {
        var fetched = db.Set<KeyFigureLoad>().Where(l => l.KeyFigureId == figure.Id && l.Origin == KeyFigureOrigin.Kolada).Select(l => l.Id);
        var rows = await (
            from value in db.Set<KeyFigureValue>()
            join area in db.Set<KeyFigureArea>() on value.AreaId equals area.Id
            where value.KeyFigureId == figure.Id && value.IsCurrent && fetched.Contains(value.LoadId)
            select new KeyFigureRow { Area = area.Code, Year = value.Year, Gender = value.Gender, Missing = MissingReason.Withdrawn }).ToListAsync(ct);
        await KeepAsync(figure, await JudgeAsync(figure, rows, ct), KeyFigureOrigin.Entered, ct);
    }

    /// <summary>Keeps what is new; without anything new there is no load either.</summary>
    public async Task<KeyFigureReport> KeepAsync(KeyFigure figure, LoadVerdict verdict, KeyFigureOrigin origin, CancellationToken ct)
    {
        if (verdict.Fresh.Count == 0) return new(null, 0, 0, verdict.Unchanged);
        var load = new KeyFigureLoad(figure.Id, origin, context.Actor.PersonId, clock.Now, verdict);
        db.Add(load);
        foreach (var fresh in verdict.Fresh) fresh.Before?.GiveWay();
        await trail.SaveAsync(ct); // the rows need its key
        await db.InsertAsync(engine, verdict.Fresh.Select(f => new KeyFigureValue(load, f)), ct);
        return new(GlobalId.Of<KeyFigureLoad>(load.Id), load.Added, load.Revised, verdict.Unchanged);
    }
}
