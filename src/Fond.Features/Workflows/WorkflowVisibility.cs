using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Features.Assessments;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Workflows;

/// <summary>Definitions are no secret.</summary>
internal sealed class WorkflowVersionVisibility : IVisible<WorkflowVersion>
{
    public Expression<Func<WorkflowVersion, bool>> To(Actor actor, FondDb db) => version => true;
}

/// <summary>Whoever sees the case sees how far it has come.</summary>
internal sealed class WorkflowInstanceVisibility(IVisible<Application> applications) : IVisible<WorkflowInstance>
{
    public Expression<Func<WorkflowInstance, bool>> To(Actor actor, FondDb db)
    {
        var visible = db.Set<Application>().Where(applications.To(actor, db));
        return instance => visible.Any(a => a.Id == instance.ApplicationId);
    }
}

internal sealed class WorkflowTimerVisibility(IVisible<WorkflowInstance> instances) : IVisible<WorkflowTimer>
{
    public Expression<Func<WorkflowTimer, bool>> To(Actor actor, FondDb db)
    {
        var visible = db.Set<WorkflowInstance>().IgnoreAutoIncludes().Where(instances.To(actor, db));
        return timer => visible.Any(i => i.Id == timer.InstanceId);
    }
}

/// <summary>The work of the caller's own roles, in cases that the caller sees, and of an assessor until they have handed in; officers, auditors and administrators see all.</summary>
internal sealed class WorkItemVisibility(IVisible<Application> applications) : IVisible<WorkItem>
{
    public Expression<Func<WorkItem, bool>> To(Actor actor, FondDb db)
    {
        var visible = db.Set<Application>().Where(applications.To(actor, db));
        if (actor.Has(Role.Auditor, Role.Administrator, Role.CaseOfficer)) return item => visible.Any(a => a.Id == item.ApplicationId);
        var turn = actor.Has(Role.Applicant) ? AllOf.Terms(Turn(actor, visible), OfLead(actor, db)) : Turn(actor, visible);
        if (!actor.Has(Role.Assessor)) return turn;
        var me = actor.Id;
        var handedIn = db.Set<Assessment>().Where(x => x.AssessorId == me && x.State == AssessmentState.Submitted);
        return AllOf.Terms(turn, item => item.Role != Role.Assessor || !handedIn.Any(x => x.ApplicationId == item.ApplicationId));
    }

    /// <summary>Whoever sees a case at a body's table, and leads one elsewhere, has no lead's work in it.</summary>
    private static Expression<Func<WorkItem, bool>> OfLead(Actor actor, FondDb db)
    {
        var me = actor.Id;
        return item => item.Role != Role.Applicant || db.Set<Application>().Any(a => a.Id == item.ApplicationId && a.LeadId == me);
    }

    /// <summary>
    /// Whoever handles cases sees many: the items of their roles are found, and each one's case is looked up. Whoever does not sees few: they lead to the items, whose roles are
    /// told by the ones not held, lest a database follow the index of roles through everybody's items instead.
    /// </summary>
    private static Expression<Func<WorkItem, bool>> Turn(Actor actor, IQueryable<Application> visible)
    {
        var roles = actor.Roles.Select(r => r.Role).Distinct().ToArray();
        if (actor.Has(AssessmentVisibility.Handlers)) return item => roles.Contains(item.Role) && visible.Any(a => a.Id == item.ApplicationId);
        var (cases, others) = (visible.Select(a => a.Id), Enum.GetValues<Role>().Except(roles).ToArray());
        return item => cases.Contains(item.ApplicationId) && !others.Contains(item.Role);
    }
}

/// <summary>One's own inbox.</summary>
internal sealed class NotificationVisibility : IVisible<Notification>
{
    public Expression<Func<Notification, bool>> To(Actor actor, FondDb db)
    {
        var me = actor.Id;
        return notification => notification.PersonId == me;
    }
}

internal sealed class IncidentVisibility : IVisible<Incident>
{
    public Expression<Func<Incident, bool>> To(Actor actor, FondDb db)
    {
        var reads = actor.HasIn(null, Role.Administrator, Role.Auditor);
        return incident => reads;
    }
}
