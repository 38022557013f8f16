using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Registry;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Workflows;
using Fond.Features.Registry;

namespace Fond.Features.Applications;

internal sealed record DismissApplicationInput : EditInput
{
    /// <summary>The application.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>Why the application cannot be considered.</summary>
    public required string Reason { get; init; }
}

internal sealed class DismissApplication(Finder finder, ActorContext context, CaseRegistry registry, WorkflowRunner workflows) : IHandler<DismissApplicationInput, Application>
{
    public async Task<Application> Handle(DismissApplicationInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandOffice(application, Role.CaseOfficer);
        application.Dismiss(input.Reason);
        await registry.AddAsync(application, DocumentEntry.DrawnUp(DocumentKind.Dismissal, application.Title), ct);
        await workflows.FireAsync(Workflow.Application, application, "dismiss", ct);
        return application;
    }
}
