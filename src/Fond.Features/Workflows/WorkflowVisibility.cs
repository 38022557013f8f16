using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Projects;
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
        return AllOf.Terms([Turn(actor, visible), .. Own(actor, db)]);
    }

    /// <summary>Whoever sees a case at a body's table, and has a role in others, has none of that role's work in it.</summary>
    private static IEnumerable<Expression<Func<WorkItem, bool>>> Own(Actor actor, FondDb db)
    {
        var (me, (all, funds)) = (actor.Id, actor.FundsAs(AssessmentVisibility.Handlers));
        if (actor.Has(Role.Applicant)) yield return item => item.Role != Role.Applicant || db.Set<Application>().Any(a => a.Id == item.ApplicationId && a.LeadId == me);
        if (actor.Has(Role.Evaluator)) yield return item => item.Role != Role.Evaluator || db.Set<Project>().Any(p => p.ApplicationId == item.ApplicationId && p.EvaluatorId == me);
        if (actor.Has(Role.Assessor)) yield return item => item.Role != Role.Assessor || db.Set<Assessment>().Any(x => x.AssessorId == me && x.ApplicationId == item.ApplicationId && x.State != AssessmentState.Submitted);
        var handlers = AssessmentVisibility.Handlers;
        if (actor.Has(handlers) && !all) yield return item => !handlers.Contains(item.Role) || funds.Contains(item.FundId);
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
