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
        var handled = Handled(actor, db);
        return x => x.AssessorId == me || handled.Any(a => a.Id == x.ApplicationId);
    }

    Expression<Func<JointProposal, bool>> IVisible<JointProposal>.To(Actor actor, FondDb db)
    {
        var me = actor.Id;
        var handled = Handled(actor, db);
        var mine = db.Set<Assessment>().Where(x => x.AssessorId == me && x.State != AssessmentState.ConflictDeclared);
        return p => handled.Any(a => a.Id == p.ApplicationId) || mine.Any(x => x.ApplicationId == p.ApplicationId);
    }

    /// <summary>Cases that the caller both sees and handles by office, other than their own.</summary>
    private IQueryable<Application> Handled(Actor actor, FondDb db)
    {
        var me = actor.Id;
        var (all, funds) = actor.FundsAs(Handlers);
        return db.Set<Application>().Where(applications.To(actor, db)).Where(a => (all || funds.Contains(a.FundId)) && a.LeadId != me);
    }
}
