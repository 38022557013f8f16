using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Workflows;

namespace Fond.Features.Applications;

internal sealed record AcceptApplicationInput : EditInput
{
    /// <summary>The application.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }
}

internal sealed class AcceptApplication(Finder finder, ActorContext context, WorkflowRunner workflows) : IHandler<AcceptApplicationInput, Application>
{
    public async Task<Application> Handle(AcceptApplicationInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandOffice(application, Role.CaseOfficer);
        await workflows.FireAsync(Workflow.Application, application, "accept", ct);
        return application;
    }
}
