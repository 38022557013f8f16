using Fond.Domain.Access;
using Fond.Domain.Governance.Rankings;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Governance.Rankings;

internal sealed record CloseRankingInput : EditInput
{
    /// <summary>Which vote.</summary>
    [GraphQL.Id]
    public required string RankingId { get; init; }
}

internal sealed class CloseRanking(RankingDesk desk, FondDb db, Clock clock) : IHandler<CloseRankingInput, Ranking>
{
    public async Task<Ranking> Handle(CloseRankingInput input, CancellationToken ct)
    {
        var ranking = await desk.FindAsync(input.RankingId, input.ExpectedVersion, [Role.SteeringChair], ct);
        ranking.Close(await desk.StandingsAsync(ranking, ct), await db.ConflictsAmongAsync(ranking.CaseIds, ct), clock.Now);
        return ranking;
    }
}
