using Fond.Domain.Applications;
using Fond.Domain.Registry;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Workflows;
using Fond.Features.Registry;

namespace Fond.Features.Applications;

internal sealed record WithdrawApplicationInput : EditInput
{
    /// <summary>The application.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }
}

internal sealed class WithdrawApplication(Finder finder, ActorContext context, CaseRegistry registry, WorkflowRunner workflows) : IHandler<WithdrawApplicationInput, Application>
{
    public async Task<Application> Handle(WithdrawApplicationInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandLead(application);
        await workflows.FireAsync(Workflow.Application, application, "withdraw", ct);
        if (application.CaseNumber is null) return application;
        await registry.AddAsync(application, DocumentEntry.In(DocumentKind.Withdrawal, application.Organisation, application.Title), ct);
        await registry.AddWorkAsync(application, ct);
        return application;
    }
}
