using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
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
        var roles = actor.Roles.Select(r => r.Role).Distinct().ToArray();
        if (!roles.Contains(Role.Assessor)) return item => roles.Contains(item.Role) && visible.Any(a => a.Id == item.ApplicationId);
        var me = actor.Id;
        var handedIn = db.Set<Assessment>().Where(x => x.AssessorId == me && x.State == AssessmentState.Submitted);
        return item => roles.Contains(item.Role) && visible.Any(a => a.Id == item.ApplicationId)
            && (item.Role != Role.Assessor || !handedIn.Any(x => x.ApplicationId == item.ApplicationId));
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
