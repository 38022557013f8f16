using System.Globalization;
using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Governance.Rankings;
using Fond.Features.Decisions;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Governance.Rankings;

internal sealed record OpenRankingInput : MutationInput
{
    /// <summary>Whose cases; those that the fund's deciding body has before it.</summary>
    [GraphQL.Id]
    public required string CallId { get; init; }

    /// <summary>Members who take no part.</summary>
    [GraphQL.Id]
    public IReadOnlyList<string> AbsentIds { get; init; } = [];

    /// <summary>Substitutes who serve for them, and for empty seats.</summary>
    [GraphQL.Id]
    public IReadOnlyList<string> SubstituteIds { get; init; } = [];
}

internal sealed class OpenRanking(Finder finder, FondDb db, ActorContext context, Clock clock, RankingDesk desk, Notifier notifier, AuditTrail trail) : IHandler<OpenRankingInput, Ranking>
{
    public async Task<Ranking> Handle(OpenRankingInput input, CancellationToken ct)
    {
        var call = await finder.FindAsync<Call>(input.CallId, ct, "callId");
        context.Actor.Demand(call.FundId, Role.SteeringChair, Role.SteeringSecretary);
        var fund = await db.Set<Fund>().SingleAsync(f => f.Id == call.FundId, ct);
        Refuse.When(fund.DecidingBodyId is null, new DecisionBodyMissing(fund.Name));
        var body = await db.Set<Body>().SingleAsync(b => b.Id == fund.DecidingBodyId, ct);
        Refuse.When(await db.Set<Ranking>().AnyAsync(r => r.CallId == call.Id && r.State == RankingState.Open, ct), new RankingAlreadyOpen { Path = ["callId"] });
        var (absent, substitutes) = (await PeopleAsync(input.AbsentIds, "absentIds", ct), await PeopleAsync(input.SubstituteIds, "substituteIds", ct));
        var ranking = new Ranking(new(call.Id, fund.Id, await desk.WaitingAsync(call.Id, ct), absent, substitutes), body, context.Actor.Id, clock.Now, clock.Today);
        db.Add(ranking);
        await trail.SaveAsync(ct); // those who vote are told of it by its key
        await TellAsync(ranking, call, ct);
        return ranking;
    }

    private async Task<List<long>> PeopleAsync(IReadOnlyList<string> ids, string field, CancellationToken ct)
    {
        var people = new List<long>();
        for (var i = 0; i < ids.Count; i++) people.Add((await finder.FindAsync<Person>(ids[i], ct, field, i.ToString(CultureInfo.InvariantCulture))).Id);
        return people;
    }

    private Task TellAsync(Ranking ranking, Call call, CancellationToken ct) => notifier.TellAsync(
        $"ranking:{ranking.Id}:opened", [.. ranking.Ballots.Select(b => b.PersonId)], null,
        new Text("Rangordna ansökningar inför beslut", "Rank applications before the decision"),
        new Text($"{ranking.CaseIds.Count} ansökningar i \"{call.Title}\" väntar på beslut. Lämna din rangordning i Fond. Du kan ändra den tills ordföranden stänger omröstningen. Ansökningar som du är jävig i rangordnar du inte.",
            $"{ranking.CaseIds.Count} applications to \"{call.Title}\" await a decision. Cast your ballot in Fond. You can change it until the chair closes the vote. You do not rank applications in which you have a conflict of interest."), ct);
}
