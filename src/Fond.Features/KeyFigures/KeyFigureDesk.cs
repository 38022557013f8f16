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
