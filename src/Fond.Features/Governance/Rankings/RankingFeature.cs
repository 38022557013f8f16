using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Governance.Rankings;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Governance.Rankings;

internal sealed class RankingFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<RankingDesk>();

    public void AddQueries(QueryFields queries) => queries.List("rankings", "Votes on the order of a call's cases that the caller has a vote in or handles, newest first.", FieldAccess.SignedIn, c =>
    {
        var rankings = c.Visible<Ranking>();
        return c.GetArgument<string?>("callId") is { } call ? rankings.Where(r => r.CallId == GlobalId.KeyOf<Call>(call)) : rankings;
    }, f => f.With<IdGraphType>("callId", "Only this call's."));

    public void AddMutations(MutationFields mutations)
    {
        Role[] office = [Role.SteeringChair, Role.SteeringSecretary];
        mutations.Add<OpenRanking, OpenRankingInput, Ranking>("ranking", "Opens a vote of the fund's deciding body on the order of a call's cases that await a decision, and tells those who vote.", office);
        mutations.Add<CastBallot, CastBallotInput, Ranking>("ranking", "Casts the caller's ballot, or another in its place.");
        mutations.Add<CloseRanking, CloseRankingInput, Ranking>("ranking", "The chair ends the vote; it is counted, and can be seen.", Role.SteeringChair);
        mutations.Add<SettleRanking, SettleRankingInput, Ranking>("ranking", "Writes down the order that the group goes by: the joint ranking, or another with the reason for it.", office);
        mutations.Add<CancelRanking, CancelRankingInput, Ranking>("ranking", "Ends the vote without counting it; nobody sees the ballots.", office);
    }
}
