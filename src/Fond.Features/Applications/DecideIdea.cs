using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Workflows;
using Fond.Features.Registry;

namespace Fond.Features.Applications;

internal sealed record DecideIdeaInput : EditInput
{
    /// <summary>The application whose idea has been handed in.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>Whether a full application is to be made.</summary>
    public required bool Approved { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

internal sealed class DecideIdea(Finder finder, ActorContext context, Clock clock, CaseRegistry registry, WorkflowRunner workflows) : IHandler<DecideIdeaInput, Application>
{
    public static readonly Role[] Deciders = [Role.CaseOfficer, Role.SteeringChair, Role.SteeringSecretary];

    public async Task<Application> Handle(DecideIdeaInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandOffice(application, Deciders);
        application.DecideIdea(new(input.Approved, input.Reason, context.Actor.Id, clock.Now));
        await registry.AddAsync(application, DocumentEntry.DrawnUp(DocumentKind.IdeaDecision, application.Title), ct);
        await workflows.FireAsync(Workflow.Application, application, input.Approved ? "approveIdea" : "declineIdea", ct, input.Reason.Trim());
        return application;
    }
}
