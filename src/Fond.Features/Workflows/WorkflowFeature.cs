using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Features.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Workflows;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Workflows;

internal sealed class WorkflowFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<AwaitedSteps>();

    public void AddQueries(QueryFields queries)
    {
        queries.List("workItems", "What waits for the caller: who has the ball, and until when.", FieldAccess.SignedIn, c =>
        {
            var items = c.Visible<WorkItem>();
            if (c.GetArgument<bool?>("done") is { } done) items = done ? items.Where(i => i.DoneAt != null) : items.Where(i => i.DoneAt == null);
            if (c.GetArgument<Role?>("role") is { } role) items = items.Where(i => i.Role == role);
            if (c.GetArgument<bool?>("overdue") == true)
            {
                var today = c.Service<Clock>().Today;
                items = items.Where(i => i.DoneAt == null && i.DueOn < today);
            }
            return items.ByFewCases(c, i => i.ApplicationId).OfCases(c, i => i.ApplicationId);
        }, f => CaseFilters.Declare(f.With<BooleanGraphType>("done", "Only done, or only open ones.").With<EnumType<Role>>("role", "Only those of a role.").With<BooleanGraphType>("overdue", "Only open ones whose last day has passed.")));
        queries.Field<NonNullGraphType<ListGraphType<NonNullGraphType<AwaitedStepType>>>, IReadOnlyList<AwaitedStep>>("awaitingMe",
            $"What waits for the caller, what is due first before the rest, {AwaitedSteps.Most} at most: steps of cases, statements, endorsements, minutes, measures.", FieldAccess.SignedIn,
            async c => await c.Service<AwaitedSteps>().OfAsync(c.Actor(), c.CancellationToken));
        queries.List("notifications", "The caller's inbox, newest first.", FieldAccess.SignedIn, c =>
        {
            var inbox = c.Visible<Notification>();
            return c.GetArgument<bool?>("unread") == true ? inbox.Where(n => n.ReadAt == null) : inbox;
        }, f => f.With<BooleanGraphType>("unread", "Only what has not been read."));
        queries.List("incidents", "Work that kept failing and waits for an administrator.", FieldAccess.For(Role.Administrator, Role.Auditor), c =>
        {
            var incidents = c.Visible<Incident>();
            return c.GetArgument<bool?>("open") == true ? incidents.Where(i => i.RetriedAt == null) : incidents;
        }, f => f.With<BooleanGraphType>("open", "Only those not yet retried."));
        queries.List("workflows", "The versions of the workflow definitions, newest first.", FieldAccess.SignedIn, c =>
        {
            var versions = c.Visible<WorkflowVersion>();
            return c.GetArgument<string?>("name") is { } name ? versions.Where(v => v.Name == name) : versions;
        }, f => f.With<StringGraphType>("name", "Only versions of this definition."));
    }

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<MoveCase, MoveCaseInput, Application>("application", "Takes a step that the municipality has added to a workflow, and that no other mutation takes.");
        mutations.Add<RetryIncident, RetryIncidentInput, Incident>("incident", "Puts the failed work back in line, to be tried at once.", Role.Administrator);
        mutations.Add<MarkNotificationRead, MarkNotificationReadInput, Notification>("notification", "Marks a message of the caller's inbox as read.");
    }
}
