using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Assessments;

/// <summary>One's own assessments; all of a case for those who handle it. Applicants never see scores, and a declared conflict shuts its person out.</summary>
internal sealed class AssessmentVisibility(IVisible<Application> applications) : IVisible<Assessment>, IVisible<JointProposal>
{
    public static readonly Role[] Handlers = [Role.CaseOfficer, Role.SteeringMember, Role.SteeringChair, Role.SteeringSecretary, Role.BoardRegistrar, Role.Auditor, Role.Administrator];

    public Expression<Func<Assessment, bool>> To(Actor actor, FondDb db)
    {
        var me = actor.Id;
        List<Expression<Func<Assessment, bool>>> terms = [x => x.AssessorId == me];
        if (Handled(actor, db) is { } handled) terms.Add(x => handled.Any(a => a.Id == x.ApplicationId));
        return AnyOf.Terms(terms);
    }

    Expression<Func<JointProposal, bool>> IVisible<JointProposal>.To(Actor actor, FondDb db)
    {
        var assigned = db.AssignedTo(actor);
        List<Expression<Func<JointProposal, bool>>> terms = [p => assigned.Contains(p.ApplicationId)];
        if (Handled(actor, db) is { } handled) terms.Add(p => handled.Any(a => a.Id == p.ApplicationId));
        return AnyOf.Terms(terms);
    }

    /// <summary>Cases that the caller both sees and handles by office, other than their own; null without an office.</summary>
    private IQueryable<Application>? Handled(Actor actor, FondDb db)
    {
        var me = actor.Id;
        var (all, funds) = actor.FundsAs(Handlers);
        var others = db.Set<Application>().Where(applications.To(actor, db)).Where(a => a.LeadId != me);
        return all ? others : funds.Length > 0 ? others.Where(a => funds.Contains(a.FundId)) : null;
    }
}
