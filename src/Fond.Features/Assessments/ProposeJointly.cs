using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Common;
using Fond.Domain.Workflows;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;

namespace Fond.Features.Assessments;

internal sealed record ProposeJointlyInput : EditInput
{
    /// <summary>The case: its application's id.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>Grant, grant in part, reject.</summary>
    public required Recommendation Recommendation { get; init; }

    /// <summary>By year; none for a rejection.</summary>
    public required IReadOnlyList<YearAmount> Amounts { get; init; }

    /// <summary>Why.</summary>
    public required string Reasoning { get; init; }
}

internal sealed class ProposeJointly(Finder finder, FondDb db, ActorContext context, Clock clock, WorkflowRunner workflows) : IHandler<ProposeJointlyInput, JointProposal>
{
    public async Task<JointProposal> Handle(ProposeJointlyInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        var assessments = await db.AssessmentsOfAsync(application.Id, ct);
        if (assessments.All(a => a.AssessorId != context.Actor.Id)) context.Actor.DemandOffice(application, Role.CaseOfficer);
        await workflows.DemandPhaseAsync(Workflow.Assessment, application.Id, ct, Phase.JointProposal);
        var proposal = new JointProposal(application.Id, new ProposalDraft(input.Recommendation, input.Amounts, input.Reasoning),
            application.Content.AskedByYear(), AssessmentSummary.Of(assessments, await db.CriteriaOfAsync(application.Id, ct)), await db.ConflictedInAsync(application.Id, ct), context.Actor.Id, clock.Now);
        db.Add(proposal);
        await workflows.FireAsync(Workflow.Assessment, application, "propose", ct);
        return proposal;
    }
}
