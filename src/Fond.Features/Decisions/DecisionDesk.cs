using System.Globalization;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Domain.Registry;
using Fond.Domain.Workflows;
using Fond.Features.Assessments;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Fond.Features.Registry;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Decisions;

/// <summary>One of the ways to make a <see cref="Decision"/>.</summary>
internal delegate Decision Decide(DecisionDraft draft, Body body, DecisionCase @case, DecisionLimits limits, long recordedById, DateTimeOffset now, DateOnly today);

/// <summary>A case at the table: gathers what a decision stands on and writes it down.</summary>
internal sealed class DecisionDesk(Finder finder, FondDb db, ActorContext context, Clock clock, CaseRegistry registry, WorkflowRunner workflows)
{
    /// <summary>The case, where the caller holds one of the roles and it is in that phase.</summary>
    public async Task<(Application Application, Fund Fund)> CaseAsync(string applicationId, long? expectedVersion, Phase phase, Role[] roles, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(applicationId, expectedVersion, ct, "applicationId");
        context.Actor.DemandOffice(application, roles);
        await workflows.DemandPhaseAsync(Workflow.FundingDecision, application.Id, ct, phase);
        return (application, await db.Set<Fund>().SingleAsync(f => f.Id == application.FundId, ct));
    }

    /// <summary>The case that a body settles at its meeting, in that phase. That whoever keeps the body's papers may take part in it has been asked.</summary>
    public async Task<(Application Application, Fund Fund)> CaseAtTableAsync(long applicationId, Phase phase, CancellationToken ct)
    {
        var application = await db.Set<Application>().SingleAsync(a => a.Id == applicationId, ct);
        await workflows.DemandPhaseAsync(Workflow.FundingDecision, applicationId, ct, phase);
        return (application, await db.Set<Fund>().SingleAsync(f => f.Id == application.FundId, ct));
    }

    /// <summary>The board that settles the case once it is referred: the one to which it was last handed on at a meeting, else the fund's own.</summary>
    public async Task<long?> BoardOfAsync(long applicationId, CancellationToken ct)
    {
        var last = await db.Set<Decision>().Where(d => d.ApplicationId == applicationId && d.Kind == DecisionKind.ProposalToBoard).OrderByDescending(d => d.Id).Select(d => (long?)d.Id).FirstOrDefaultAsync(ct);
        var handed = last is null ? null : await db.Set<AgendaItem>().Where(i => i.DecisionId == last).Select(i => i.ReferredToId).FirstOrDefaultAsync(ct);
        return handed ?? await db.Set<Application>().Where(a => a.Id == applicationId).Join(db.Set<Fund>(), a => a.FundId, f => f.Id, (a, f) => f.BoardBodyId).SingleAsync(ct);
    }

    /// <summary>Whether the body is the board that settles the case once it is referred, and not the fund's deciding body.</summary>
    public async Task<bool> IsBoardOfAsync(long applicationId, long bodyId, CancellationToken ct) => await BoardOfAsync(applicationId, ct) == bodyId
        && await db.Set<Application>().Where(a => a.Id == applicationId).Join(db.Set<Fund>(), a => a.FundId, f => f.Id, (a, f) => f).AnyAsync(f => f.DecidingBodyId != bodyId, ct);

    /// <param name="bodyId">Which of the fund's bodies decides.</param>
    public Task<Decision> RecordAsync(DecisionInput input, Application application, Fund fund, long? bodyId, Decide decide, CancellationToken ct) =>
        RecordAsync(Draft(input), application, fund, bodyId, decide, ct);

    /// <param name="bodyId">Which of the fund's bodies decides.</param>
    public async Task<Decision> RecordAsync(DecisionDraft draft, Application application, Fund fund, long? bodyId, Decide decide, CancellationToken ct)
    {
        Refuse.When(application.Phase == Phase.Supplement, new DecisionAwaitsSupplement());
        Refuse.When(bodyId is null, new DecisionBodyMissing(fund.Name));
        var body = await db.Set<Body>().SingleAsync(b => b.Id == bodyId, ct);
        var call = await db.Set<Call>().SingleAsync(c => c.Id == application.CallId, ct);
        var limits = fund.LimitsOf(call);
        var decision = decide(draft, body, await CaseOfAsync(application, ct),
            new(limits.MaxGrantPerYear, limits.MaxGrantTotal), context.Actor.Id, clock.Now, clock.Today);
        db.Add(decision);
        await RegisterAsync(decision, application, ct);
        return decision;
    }

    private async Task RegisterAsync(Decision decision, Application application, CancellationToken ct)
    {
        var settles = decision.Kind == DecisionKind.Decision;
        if (settles) await registry.AddWorkAsync(application, ct);
        await registry.AddAsync(application, DocumentEntry.DrawnUp(settles ? DocumentKind.Decision : DocumentKind.Proposal, decision.Paragraph), ct, decision);
    }

    private async Task<DecisionCase> CaseOfAsync(Application application, CancellationToken ct)
    {
        var assessments = await db.AssessmentsOfAsync(application.Id, ct);
        return new(application.Id, application.FundId, application.Content.AskedByYear(), await db.ConflictedInAsync(application.Id, ct),
            application.ConcernsChildren, ContentRules.IsChildImpactAssessed(application.Content), await NotBeforeAsync(application, ct),
            AssessmentSummary.Of(assessments, await db.CriteriaOfAsync(application.Id, ct)).UnmetGates);
    }

    private async Task<DateOnly> NotBeforeAsync(Application application, CancellationToken ct) =>
        await db.Set<Decision>().Where(d => d.ApplicationId == application.Id).OrderByDescending(d => d.Id).Select(d => (DateOnly?)d.DecidedOn).FirstOrDefaultAsync(ct)
        ?? MunicipalTime.Today(application.SubmittedAt!.Value);

    private static DecisionDraft Draft(DecisionInput input) => new(
        input.Outcome, input.Amounts, input.Conditions, input.Reasons, input.Paragraph, input.DecidedOn,
        [.. input.PresentPersonIds.Select(PersonId)]);

    private static long PersonId(string id, int i) => Platform.GraphQL.GlobalId.Read<Person>(id)
        ?? throw new RefusedException(new NotFound(nameof(Person)) { Path = ["presentPersonIds", i.ToString(CultureInfo.InvariantCulture)] });
}

public sealed record DecisionBodyMissing(string Fund) : Refusal("DECISION_BODY_MISSING", new(
    $"{Fund} saknar ett organ som kan fatta beslutet.", $"{Fund} lacks a body that can make the decision."));
