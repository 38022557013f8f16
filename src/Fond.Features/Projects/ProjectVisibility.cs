using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Impact;
using Fond.Domain.Projects;
using Fond.Features.Applications;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Projects;

/// <summary>Its lead, its evaluator, and whoever sees and handles its case. A declared conflict of interest shuts out here too.</summary>
internal sealed class ProjectVisibility(IVisible<Application> applications) : IVisible<Project>
{
    private static readonly Role[] Handlers =
        [Role.CaseOfficer, Role.SteeringMember, Role.SteeringChair, Role.SteeringSecretary, Role.BoardRegistrar, Role.Auditor, Role.Administrator];

    public Expression<Func<Project, bool>> To(Actor actor, FondDb db)
    {
        var own = Own(actor, db);
        var (all, funds) = actor.FundsAs(Handlers);
        var seen = applications.To(actor, db);
        if (all) return db.OwnOrOfCases(p => p.ApplicationId, own, seen);
        return funds.Length > 0 ? db.OwnOrOfCases(p => p.ApplicationId, own, AllOf.Terms(seen, a => funds.Contains(a.FundId))) : own;
    }

    private static Expression<Func<Project, bool>> Own(Actor actor, FondDb db)
    {
        var me = actor.Id;
        if (!actor.Has(Role.Evaluator)) return p => p.LeadId == me;
        var shut = db.ShutOutOf(me);
        var led = db.Set<Project>().Where(p => p.LeadId == me).Select(p => p.Id);
        var either = db.ProjectsLoggedBy(actor).Where(p => !shut.Contains(p.ApplicationId)).Select(p => p.Id).Concat(led);
        return p => either.Contains(p.Id);
    }
}

internal static class EvaluatedProjects
{
    /// <summary>What the caller evaluates, where they still hold the role.</summary>
    public static IQueryable<Project> ProjectsEvaluatedBy(this FondDb db, Actor actor)
    {
        var me = actor.Id;
        var (all, funds) = actor.FundsAs(Role.Evaluator);
        var mine = db.Set<Project>().Where(p => p.EvaluatorId == me);
        return all ? mine : mine.Where(p => funds.Contains(p.FundId));
    }

    /// <summary>The same, and what a system has been admitted to for the one who evaluates.</summary>
    public static IQueryable<Project> ProjectsLoggedBy(this FondDb db, Actor actor)
    {
        var me = actor.Id;
        var (all, funds) = actor.FundsAs(Role.Evaluator);
        var admitted = db.Set<LoggingClient>().Where(c => c.PersonId == me && c.RevokedAt == null);
        var mine = db.Set<Project>().Where(p => p.EvaluatorId == me || admitted.Any(c => c.ProjectId == p.Id));
        return all ? mine : mine.Where(p => funds.Contains(p.FundId));
    }
}
