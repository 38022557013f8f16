using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Workflows;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Workflows;

namespace Fond.Features.Applications;

internal sealed record RequestSupplementInput : EditInput
{
    /// <summary>The application.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>What is to be supplemented.</summary>
    public required string Request { get; init; }

    /// <summary>The last day; it ends at midnight in Stockholm.</summary>
    public required DateOnly LastDay { get; init; }
}

internal sealed class RequestSupplement(Finder finder, ActorContext context, Clock clock, WorkflowRunner workflows) : IHandler<RequestSupplementInput, Application>
{
    public async Task<Application> Handle(RequestSupplementInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandOffice(application, Role.CaseOfficer);
        if (application.Phase == Phase.AwaitingDecision) await workflows.DemandPhaseAsync(Workflow.FundingDecision, application.Id, ct, Phase.Preparing); // what lies with the board stays as proposed
        application.RequestSupplement(input.Request, input.LastDay, clock.Today);
        await workflows.FireAsync(Workflow.Application, application, "requestSupplement", ct);
        return application;
    }
}
