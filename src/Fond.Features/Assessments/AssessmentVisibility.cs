using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Features.Applications;
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
        Expression<Func<Assessment, bool>> own = x => x.AssessorId == me;
        return applications.Handled(actor, db) is { } handled ? db.OwnOrOfCases(x => x.ApplicationId, own, handled) : own;
    }

    Expression<Func<JointProposal, bool>> IVisible<JointProposal>.To(Actor actor, FondDb db)
    {
        var assigned = db.AssignedTo(actor);
        Expression<Func<JointProposal, bool>> own = p => assigned.Contains(p.ApplicationId);
        return applications.Handled(actor, db) is { } handled ? db.OwnOrOfCases(p => p.ApplicationId, own, handled) : own;
    }
}

internal static class HandledCases
{
    /// <summary>Cases that the caller both sees and handles by office, other than those that they lead or have written in; null without an office.</summary>
    public static Expression<Func<Application, bool>>? Handled(this IVisible<Application> applications, Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs(AssessmentVisibility.Handlers);
        var others = AllOf.Terms(applications.To(actor, db), db.WorkOfOthersThan(actor.Id));
        return all ? others : funds.Length > 0 ? AllOf.Terms(others, a => funds.Contains(a.FundId)) : null;
    }
}
