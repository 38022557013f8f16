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

internal sealed record SubmitApplicationInput : EditInput
{
    /// <summary>The application.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }
}

internal sealed class SubmitApplication(Finder finder, FondDb db, ActorContext context, Clock clock, CaseRegistry registry, WorkflowRunner workflows, CaseNumbering numbers)
    : IHandler<SubmitApplicationInput, Application>
{
    public async Task<Application> Handle(SubmitApplicationInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandLead(application);
        var call = await db.Set<Call>().SingleAsync(c => c.Id == application.CallId, ct);
        var fund = await db.Set<Fund>().SingleAsync(f => f.Id == application.FundId, ct);
        var version = application.Submit(call, fund.LimitsOf(call), await numbers.NextOfAsync(fund, ct), context.Actor.Id, clock.Now, await db.UnendorsedAsync(call, application, ct));
        db.Add(version);
        await registry.AddAsync(application, version, ct);
        await workflows.FireAsync(Workflow.Application, application, "submit", ct);
        return application;
    }
}

internal static class Endorsements
{
    /// <summary>What keeps an application from being handed in: partners whose managers have not endorsed it, where its call asks for that.</summary>
    public static async Task<IEnumerable<Refusal>> UnendorsedAsync(this FondDb db, Call call, Application application, CancellationToken ct)
    {
        if (!call.DemandsEndorsements) return [];
        var counting = new List<Endorsement>();
        foreach (var endorsement in await db.Set<Endorsement>().Where(e => e.ApplicationId == application.Id).ToListAsync(ct))
            if (await db.CountsAsync(call, application, endorsement, ct)) counting.Add(endorsement);
        var missing = string.Join(", ", Endorsement.Missing(application.Current, counting));
        return missing.Length == 0 ? [] : [call.DemandsIntentions ? new ApplicationIntentionMissing(missing) { Path = Partners } : new ApplicationEndorsementMissing(missing) { Path = Partners }];
    }

    /// <summary>Whether an endorsement is what the call asks for, of the text as it is now, of nobody who writes the application by now.</summary>
    public static async Task<bool> CountsAsync(this FondDb db, Call call, Application application, Endorsement endorsement, CancellationToken ct) =>
        endorsement.Satisfies(call, application) && !await db.IsByWriterAsync(endorsement, application, ct);

    private static readonly string[] Partners = ["content", "partners"];
}
