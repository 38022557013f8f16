using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Impact;
using Fond.Domain.Projects;
using Fond.Features.Assessments;
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
        var me = actor.Id;
        var shut = db.ShutOutOf(me);
        List<Expression<Func<Project, bool>>> terms = [p => p.LeadId == me];
        if (actor.Has(Role.Evaluator))
        {
            var evaluated = db.ProjectsLoggedBy(actor).Select(p => p.Id);
            terms.Add(p => evaluated.Contains(p.Id) && !shut.Contains(p.ApplicationId));
        }

        var (all, funds) = actor.FundsAs(Handlers);
        var seen = db.Set<Application>().Where(applications.To(actor, db));
        if (all) terms.Add(p => seen.Any(a => a.Id == p.ApplicationId));
        else if (funds.Length > 0) terms.Add(p => funds.Contains(p.FundId) && seen.Any(a => a.Id == p.ApplicationId));
        return AnyOf.Terms(terms);
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
