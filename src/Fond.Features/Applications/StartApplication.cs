using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

internal sealed record StartApplicationInput : MutationInput
{
    /// <summary>The call to apply to; drafts may be begun before it opens.</summary>
    [GraphQL.Id]
    public required string CallId { get; init; }

    /// <summary>The project's name, at most 200 characters.</summary>
    public required string Title { get; init; }
}

internal sealed class StartApplication(Finder finder, FondDb db, ActorContext context, Clock clock, WorkflowRunner workflows, AuditTrail trail)
    : IHandler<StartApplicationInput, Application>
{
    public async Task<Application> Handle(StartApplicationInput input, CancellationToken ct)
    {
        var call = await finder.FindAsync<Call>(input.CallId, ct, "callId");
        context.Actor.Demand(call.FundId, Role.Applicant);
        var lead = await db.Set<Person>().SingleAsync(p => p.Id == context.Actor.Id, ct);
        var application = new Application(call, lead.Id, lead.Organisation, input.Title, clock.Now);
        db.Add(application);
        await trail.SaveAsync(ct); // the workflow needs its key
        await workflows.StartAsync(Workflow.Application, application, ct, call.Workflow);
        return application;
    }
}
