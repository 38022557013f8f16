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

internal sealed class DecideIdea(Finder finder, ActorContext context, IdeaDesk ideas, WorkflowRunner workflows) : IHandler<DecideIdeaInput, Application>
{
    public static readonly Role[] Deciders = [Role.CaseOfficer, Role.SteeringChair, Role.SteeringSecretary];

    public async Task<Application> Handle(DecideIdeaInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandOffice(application, Deciders);
        await workflows.FireAsync(Workflow.Application, application, await ideas.RecordAsync(application, input.Approved, input.Reason, ct), ct, input.Reason.Trim());
        return application;
    }
}

/// <summary>Writes down what was said to an idea, whoever said it.</summary>
internal sealed class IdeaDesk(ActorContext context, Clock clock, CaseRegistry registry)
{
    /// <returns>What it fires in the case's workflow.</returns>
    public async Task<string> RecordAsync(Application application, bool approved, string reason, CancellationToken ct)
    {
        application.DecideIdea(new(approved, reason, context.Actor.Id, clock.Now));
        await registry.AddAsync(application, DocumentEntry.DrawnUp(DocumentKind.IdeaDecision, application.Title), ct);
        return approved ? "approveIdea" : "declineIdea";
    }
}
