using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Decisions;

/// <summary>Whether the steering group may settle the case by itself: by what it has decided, else by what is proposed, else by what is asked.</summary>
internal sealed class DecisionFacts(FondDb db, Clock clock) : ICaseFactSource
{
    public IReadOnlyDictionary<string, Text> Flags { get; } = new Dictionary<string, Text> { ["withinDelegation"] = new("beloppet ryms i styrgruppens delegation", "the amount is within the delegation of the steering group") };

    public IReadOnlyList<string> Texts => ["granted", "conditions"];

    public async Task AddAsync(Application application, CaseFacts facts, CancellationToken ct)
    {
        var fund = await db.Set<Fund>().SingleAsync(f => f.Id == application.FundId, ct);
        var body = await db.Set<Body>().SingleOrDefaultAsync(b => b.Id == fund.DecidingBodyId, ct);
        var decision = db.Set<Decision>().Local.LastOrDefault(d => d.ApplicationId == application.Id && d.Grants)
            ?? await db.Set<Decision>().Where(d => d.ApplicationId == application.Id && d.Kind == DecisionKind.Decision).OrderByDescending(d => d.Id).FirstOrDefaultAsync(ct);
        facts.Texts["granted"] = decision?.Total.ToString() ?? "";
        facts.Texts["conditions"] = decision is { Conditions.Count: > 0 } ? string.Join("; ", decision.Conditions) : "–";
        facts.Flags["withinDelegation"] = body?.Kind != BodyKind.SteeringGroup || body.DelegationOn(DelegatedKind.Grant, DayFor(application))?.Covers(await AtStakeAsync(application, ct)) == true;
    }

    /// <summary>The day of the decision that is being written down, else today.</summary>
    private DateOnly DayFor(Application application) => db.Set<Decision>().Local.LastOrDefault(d => d.ApplicationId == application.Id)?.DecidedOn ?? clock.Today;

    private async Task<Money> AtStakeAsync(Application application, CancellationToken ct) =>
        db.Set<Decision>().Local.LastOrDefault(d => d.ApplicationId == application.Id)?.Total
        ?? db.Set<JointProposal>().Local.LastOrDefault(p => p.ApplicationId == application.Id)?.Total
        ?? (await db.Set<JointProposal>().Where(p => p.ApplicationId == application.Id).OrderByDescending(p => p.Id).Select(p => new { p.Total }).FirstOrDefaultAsync(ct))?.Total
        ?? application.Asked;
}
