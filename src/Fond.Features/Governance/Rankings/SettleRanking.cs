using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Governance.Rankings;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Governance.Rankings;

internal sealed record SettleRankingInput : EditInput
{
    /// <summary>Which vote.</summary>
    [GraphQL.Id]
    public required string RankingId { get; init; }

    /// <summary>The cases in the order that the group goes by; left out: the joint ranking. Cases that the caller is shut out of keep their places and are not named.</summary>
    [GraphQL.Id]
    public IReadOnlyList<string>? ApplicationIds { get; init; }

    /// <summary>Why; needed for another order than the joint one.</summary>
    public string? Reason { get; init; }
}

internal sealed class SettleRanking(RankingDesk desk, FondDb db, Visibility visibility, ActorContext context, Clock clock) : IHandler<SettleRankingInput, Ranking>
{
    public async Task<Ranking> Handle(SettleRankingInput input, CancellationToken ct)
    {
        var ranking = await desk.FindAsync(input.RankingId, input.ExpectedVersion, [Role.SteeringChair, Role.SteeringSecretary], ct);
        ranking.Settle(input.ApplicationIds is { } given ? Placed(ranking.Order, await SeenAsync(ranking, ct), given) : ranking.Order, input.Reason, clock.Now);
        return ranking;
    }

    private async Task<HashSet<long>> SeenAsync(Ranking ranking, CancellationToken ct)
    {
        var (me, cases) = (context.Actor.Id, ranking.Order.ToArray());
        var conflicts = (await db.ConflictsAmongAsync(cases, ct))[me];
        return [.. (await visibility.Of<Application>().Where(a => cases.Contains(a.Id)).Select(a => a.Id).ToListAsync(ct)).Except(conflicts)];
    }

    /// <summary>The given cases in the places of those that the caller sees; what is beyond them follows, and is then refused.</summary>
    private static List<long> Placed(IReadOnlyList<long> order, HashSet<long> seen, IReadOnlyList<string> given)
    {
        var left = new Queue<long>(given.Select(id => GlobalId.Read<Application>(id) is { } key && seen.Contains(key) ? key : 0));
        var placed = order.Select(c => seen.Contains(c) ? left.TryDequeue(out var next) ? next : 0 : c).ToList();
        return [.. placed, .. left];
    }
}
