using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Fond.Features.Registry;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

internal sealed record SubmitIdeaInput : EditInput
{
    /// <summary>The application, in its first step.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }
}

internal sealed class SubmitIdea(Finder finder, FondDb db, ActorContext context, Clock clock, CaseRegistry registry, WorkflowRunner workflows, CaseNumbering numbers)
    : IHandler<SubmitIdeaInput, Application>
{
    public async Task<Application> Handle(SubmitIdeaInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandLead(application);
        var call = await db.Set<Call>().SingleAsync(c => c.Id == application.CallId, ct);
        var fund = await db.Set<Fund>().SingleAsync(f => f.Id == application.FundId, ct);
        var version = application.SubmitIdea(call, await numbers.NextOfAsync(fund, ct), context.Actor.Id, clock.Now);
        db.Add(version);
        await registry.AddAsync(application, version, ct);
        await workflows.FireAsync(Workflow.Application, application, "submitIdea", ct);
        return application;
    }
}
