using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Features.Assessments;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;

namespace Fond.Features.Applications;

/// <summary>
/// The lead sees their own. Those who handle the fund's cases see what has been handed in; assessors what they are assigned, evaluators what they follow. A
/// declared conflict of interest shuts its person out, whatever else they are, auditors and administrators apart.
/// </summary>
internal sealed class ApplicationVisibility : IVisible<Application>
{
    private static readonly Role[] Handlers = [Role.CaseOfficer, Role.SteeringMember, Role.SteeringChair, Role.SteeringSecretary, Role.BoardRegistrar];

    /// <summary>Each term can be answered by an index, so that what a list costs does not grow with the cases that it does not show.</summary>
    public Expression<Func<Application, bool>> To(Actor actor, FondDb db)
    {
        var (everything, examined) = actor.FundsAs(Role.Auditor, Role.Administrator);
        if (everything) return a => true;
        var me = actor.Id;
        var shut = db.ShutOutOf(me);
        var (anywhere, inFunds) = actor.FundsAs(Role.Assessor);
        var assigned = db.Set<Assessment>().Where(x => x.AssessorId == me && x.State != AssessmentState.ConflictDeclared).Select(x => x.ApplicationId);
        var evaluated = db.ProjectsEvaluatedBy(actor).Select(p => p.ApplicationId);
        var (all, funds) = actor.FundsAs(Handlers);
        if (all)
            return a => a.LeadId == me || (a.CaseNumber != null && !shut.Contains(a.Id));
        if (examined.Length > 0)
            return a => examined.Contains(a.FundId) || a.LeadId == me || (assigned.Contains(a.Id) && (anywhere || inFunds.Contains(a.FundId))) || (evaluated.Contains(a.Id) && !shut.Contains(a.Id))
                || (funds.Contains(a.FundId) && a.CaseNumber != null && !shut.Contains(a.Id));
        if (funds.Length > 0)
            return a => a.LeadId == me || (assigned.Contains(a.Id) && (anywhere || inFunds.Contains(a.FundId))) || (evaluated.Contains(a.Id) && !shut.Contains(a.Id))
                || (funds.Contains(a.FundId) && a.CaseNumber != null && !shut.Contains(a.Id));
        return a => a.LeadId == me || (assigned.Contains(a.Id) && (anywhere || inFunds.Contains(a.FundId))) || (evaluated.Contains(a.Id) && !shut.Contains(a.Id));
    }
}

/// <summary>Versions and attachments follow their application; what lies in an unfinished draft or supplement is the lead's alone.</summary>
internal sealed class ApplicationPartsVisibility(IVisible<Application> applications) : IVisible<ApplicationVersion>, IVisible<Attachment>
{
    public Expression<Func<ApplicationVersion, bool>> To(Actor actor, FondDb db)
    {
        var visible = db.Set<Application>().Where(applications.To(actor, db));
        return version => visible.Any(a => a.Id == version.ApplicationId);
    }

    Expression<Func<Attachment, bool>> IVisible<Attachment>.To(Actor actor, FondDb db)
    {
        var me = actor.Id;
        var visible = db.Set<Application>().Where(applications.To(actor, db));
        return x => x.RemovedAt == null && visible.Any(a => a.Id == x.ApplicationId && (a.LeadId == me || x.FirstVersion <= a.CurrentVersionNumber));
    }
}
