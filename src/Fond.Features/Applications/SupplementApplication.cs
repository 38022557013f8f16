using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Fond.Features.Registry;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

internal sealed record SupplementApplicationInput : EditInput
{
    /// <summary>Which; save the pieces first.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }
}

internal sealed class SupplementApplication(Finder finder, FondDb db, ActorContext context, Clock clock, CaseRegistry registry, WorkflowRunner workflows)
    : IHandler<SupplementApplicationInput, Application>
{
    public async Task<Application> Handle(SupplementApplicationInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandLead(application);
        var call = await db.Set<Call>().SingleAsync(c => c.Id == application.CallId, ct);
        var fund = await db.Set<Fund>().SingleAsync(f => f.Id == application.FundId, ct);
        Refuse.WhenAny(await db.UnendorsedAsync(call, application, ct));
        var version = application.Supplement(fund.LimitsOf(call), context.Actor.Id, clock.Now);
        db.Add(version);
        await registry.AddAsync(application, version, ct);
        await workflows.FireAsync(Workflow.Application, application, "supplement", ct);
        return application;
    }
}
