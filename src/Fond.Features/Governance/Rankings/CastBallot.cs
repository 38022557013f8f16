using System.Globalization;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Governance.Rankings;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Governance.Rankings;

internal sealed record CastBallotInput : MutationInput
{
    /// <summary>Which vote.</summary>
    [GraphQL.Id]
    public required string RankingId { get; init; }

    /// <summary>Best first. Cases that are left out stand below all others; those in which the caller has a conflict of interest must be left out, and are not placed at all.</summary>
    public required IReadOnlyList<BallotGroup> Groups { get; init; }
}

/// <summary>Cases that are held equal.</summary>
internal sealed record BallotGroup
{
    /// <summary>The cases: ids of their applications.</summary>
    [GraphQL.Id]
    public required IReadOnlyList<string> ApplicationIds { get; init; }
}

internal sealed class CastBallot(Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<CastBallotInput, Ranking>
{
    public async Task<Ranking> Handle(CastBallotInput input, CancellationToken ct)
    {
        var ranking = await finder.FindAsync<Ranking>(input.RankingId, ct, "rankingId");
        if (!ranking.HasVoter(context.Actor.Id)) throw new ForbiddenException();
        var conflicts = await db.ConflictsAmongAsync(ranking.CaseIds, ct);
        ranking.Cast(context.Actor.Id, [.. input.Groups.Select(Read)], [.. conflicts[context.Actor.Id]], clock.Now);
        return ranking;
    }

    private static IReadOnlyList<long> Read(BallotGroup group, int position) => [.. group.ApplicationIds.Select((id, i) => GlobalId.Read<Application>(id)
        ?? throw new RefusedException(new BallotCaseUnknown { Path = ["groups", Number(position), "applicationIds", Number(i)] }))];

    private static string Number(int position) => position.ToString(CultureInfo.InvariantCulture);
}
