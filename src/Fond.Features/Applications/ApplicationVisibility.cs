using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Projects;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Applications;

/// <summary>
/// The lead sees their own. Those who handle the fund's cases see what has been handed in; assessors what they are assigned, evaluators what they follow. A
/// declared conflict of interest shuts its person out, whatever else they are, auditors and administrators apart.
/// </summary>
internal sealed class ApplicationVisibility : IVisible<Application>
{
    private static readonly Role[] Handlers = [Role.CaseOfficer, Role.SteeringMember, Role.SteeringChair, Role.SteeringSecretary, Role.BoardRegistrar];

    public Expression<Func<Application, bool>> To(Actor actor, FondDb db)
    {
        var me = actor.Id;
        var examines = actor.Has(Role.Auditor, Role.Administrator);
        var (all, funds) = actor.FundsAs(Handlers);
        var mine = db.Set<Assessment>().Where(x => x.AssessorId == me);
        var evaluated = db.Set<Project>().Where(p => p.EvaluatorId == me);
        return a => examines || a.LeadId == me
            || (!mine.Any(x => x.ApplicationId == a.Id && x.State == AssessmentState.ConflictDeclared)
                && (((all || funds.Contains(a.FundId)) && a.CaseNumber != null)
                    || mine.Any(x => x.ApplicationId == a.Id)
                    || evaluated.Any(p => p.ApplicationId == a.Id)));
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
        var visible = db.Set<Application>().Where(applications.To(actor, db));
        return attachment => visible.Any(a => a.Id == attachment.ApplicationId) && attachment.RemovedAt == null;
    }
}
