using Fond.Domain.Access;
using Fond.Domain.Governance.Rankings;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Governance.Rankings;

internal sealed record CancelRankingInput : EditInput
{
    /// <summary>Which vote.</summary>
    [GraphQL.Id]
    public required string RankingId { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

internal sealed class CancelRanking(RankingDesk desk) : IHandler<CancelRankingInput, Ranking>
{
    public async Task<Ranking> Handle(CancelRankingInput input, CancellationToken ct)
    {
        var ranking = await desk.FindAsync(input.RankingId, input.ExpectedVersion, [Role.SteeringChair, Role.SteeringSecretary], ct);
        ranking.Cancel(input.Reason);
        return ranking;
    }
}
