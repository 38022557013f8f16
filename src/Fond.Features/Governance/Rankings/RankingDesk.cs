using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Funds;
using Fond.Domain.Governance.Rankings;
using Fond.Domain.Workflows;
using Fond.Features.Assessments;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Governance.Rankings;

/// <summary>Gathers what a vote on the order of cases stands on.</summary>
internal sealed class RankingDesk(Finder finder, FondDb db, ActorContext context)
{
    /// <summary>The vote, where the caller holds one of the roles in its fund.</summary>
    public async Task<Ranking> FindAsync(string id, long? expectedVersion, Role[] roles, CancellationToken ct)
    {
        var ranking = await finder.FindAsync<Ranking>(id, expectedVersion, ct, "rankingId");
        context.Actor.Demand(ranking.FundId, roles);
        return ranking;
    }

    /// <summary>The call's cases that its deciding body has before it, in the order in which they came.</summary>
    public Task<List<long>> WaitingAsync(long callId, CancellationToken ct) =>
        (from a in db.Set<Application>()
         join i in db.Set<WorkflowInstance>().IgnoreAutoIncludes() on a.Id equals i.ApplicationId
         where a.CallId == callId && a.Phase == Phase.AwaitingDecision && i.Workflow == Workflow.FundingDecision && i.Phase == Phase.Preparing
         orderby a.Id
         select a.Id).ToListAsync(ct);

    /// <summary>Those of the ranked cases that still wait, with what the assessors came to.</summary>
    public async Task<IReadOnlyList<CaseStanding>> StandingsAsync(Ranking ranking, CancellationToken ct)
    {
        var waiting = (await WaitingAsync(ranking.CallId, ct)).Intersect(ranking.CaseIds).ToArray();
        var criteria = (await db.Set<Call>().SingleAsync(c => c.Id == ranking.CallId, ct)).CriterionRules();
        var numbers = await db.Set<Application>().Where(a => waiting.Contains(a.Id)).Select(a => new { a.Id, a.CaseNumber }).ToDictionaryAsync(a => a.Id, a => a.CaseNumber!, ct);
        var assessments = (await db.Set<Assessment>().Where(x => waiting.Contains(x.ApplicationId)).ToListAsync(ct)).ToLookup(x => x.ApplicationId);
        return [.. waiting.Select(id => Standing(id, numbers[id], AssessmentSummary.Of(assessments[id], criteria)))];
    }

    private static CaseStanding Standing(long id, string number, AssessmentSummary summary) =>
        new(id, number, summary.Mean is { } mean ? decimal.Round(mean, 4) : null, summary.Spread is { } spread ? decimal.Round(spread, 4) : null, summary.NeedsDiscussion);
}
