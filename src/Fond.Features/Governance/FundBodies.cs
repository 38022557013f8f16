using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Governance;

/// <summary>A body that decides cases of a fund.</summary>
internal sealed class FundBody
{
    public required long FundId { get; init; }

    public required long BodyId { get; init; }
}

internal static class FundBodies
{
    /// <summary>Of each fund its deciding body, its board, and the assembly that the board prepares for first: to which it hands on what is not the board's to decide.</summary>
    public static IQueryable<FundBody> BodiesOf(this FondDb db, IQueryable<Fund> funds) => db.OwnBodiesOf(funds).Concat(db.AssembliesOf(funds));

    /// <summary>Of each fund its deciding body and its board.</summary>
    public static IQueryable<FundBody> OwnBodiesOf(this FondDb db, IQueryable<Fund> funds) =>
        funds.Where(f => f.DecidingBodyId != null).Select(f => new FundBody { FundId = f.Id, BodyId = f.DecidingBodyId!.Value })
            .Concat(funds.Where(f => f.BoardBodyId != null).Select(f => new FundBody { FundId = f.Id, BodyId = f.BoardBodyId!.Value }));

    /// <summary>Of each fund the assembly above its board.</summary>
    private static IQueryable<FundBody> AssembliesOf(this FondDb db, IQueryable<Fund> funds) =>
        from fund in funds
        join board in db.Set<Body>() on fund.BoardBodyId equals board.Id
        join assembly in db.Set<Body>().Where(b => b.Kind == BodyKind.CouncilAssembly) on board.ParentId equals assembly.Id
        select new FundBody { FundId = fund.Id, BodyId = assembly.Id };
}
