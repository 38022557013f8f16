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
    /// <summary>Of each fund its deciding body, its board, and the assembly to which the board hands on what is not the board's to decide.</summary>
    public static IQueryable<FundBody> BodiesOf(this FondDb db, IQueryable<Fund> funds)
    {
        var assemblies = db.Set<Body>().Where(b => b.Kind == BodyKind.CouncilAssembly);
        var boards = funds.Where(f => f.BoardBodyId != null).Join(db.Set<Body>(), f => f.BoardBodyId, b => b.Id, (f, b) => new { FundId = f.Id, b.Id, b.ParentId });
        return funds.Where(f => f.DecidingBodyId != null).Select(f => new FundBody { FundId = f.Id, BodyId = f.DecidingBodyId!.Value })
            .Concat(boards.Select(b => new FundBody { FundId = b.FundId, BodyId = b.Id }))
            .Concat(boards.Join(assemblies, b => b.ParentId, a => a.Id, (b, a) => new FundBody { FundId = b.FundId, BodyId = a.Id }));
    }
}
