using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Features.Assessments;
using Fond.Features.Governance.Recusals;
using Fond.Features.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;

namespace Fond.Features.Applications;

/// <summary>
/// The lead sees their own. Those who handle the fund's cases see what has been handed in; assessors what they are assigned, evaluators what they follow, and whoever sits in a body
/// what it has been called to. A declared conflict of interest shuts its person out, whatever else they are, auditors and administrators apart.
/// </summary>
internal sealed class ApplicationVisibility(Clock clock) : IVisible<Application>
{
    private static readonly Role[] Handlers = [Role.CaseOfficer, Role.SteeringMember, Role.SteeringChair, Role.SteeringSecretary, Role.BoardRegistrar];

    /// <summary>Each term can be answered by an index, so that what a list costs does not grow with the cases that it does not show.</summary>
    public Expression<Func<Application, bool>> To(Actor actor, FondDb db)
    {
        var (everything, examined) = actor.FundsAs(Role.Auditor, Role.Administrator);
        return everything ? a => true : AnyOf.Terms(Terms(actor, db, examined));
    }

    private IEnumerable<Expression<Func<Application, bool>>> Terms(Actor actor, FondDb db, long[] examined)
    {
        var me = actor.Id;
        var shut = db.ShutOutOf(me);
        yield return Own(actor, db);
        if (examined.Length > 0) yield return a => examined.Contains(a.FundId);

        var (all, funds) = actor.FundsAs(Handlers);
        if (all)
        {
            yield return a => a.CaseNumber != null && !shut.Contains(a.Id);
            yield break;
        }
        if (actor.IsSignedIn)
        {
            var atTable = db.AtTableOf(actor, clock.Today);
            yield return a => atTable.Contains(a.Id);
        }
        if (funds.Length > 0) yield return a => funds.Contains(a.FundId) && a.CaseNumber != null && !shut.Contains(a.Id);
    }

    /// <summary>Led, assigned and evaluated as one set of keys, where there is more than what is led: PostgreSQL finds rows by one such set, not by one of several.</summary>
    private static Expression<Func<Application, bool>> Own(Actor actor, FondDb db)
    {
        var me = actor.Id;
        if (!actor.Has(Role.Assessor, Role.Evaluator)) return a => a.LeadId == me;
        var shut = db.ShutOutOf(me);
        var keys = db.Set<Application>().Where(a => a.LeadId == me).Select(a => a.Id);
        if (actor.Has(Role.Assessor)) keys = keys.Concat(db.AssignedTo(actor));
        if (actor.Has(Role.Evaluator)) keys = keys.Concat(db.ProjectsEvaluatedBy(actor).Select(p => p.ApplicationId).Where(id => !shut.Contains(id)));
        return a => keys.Contains(a.Id);
    }
}

/// <summary>Versions and attachments follow their application; what lies in an unfinished draft or supplement is for those who write it.</summary>
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
        return x => x.RemovedAt == null && visible.Any(a => a.Id == x.ApplicationId && (a.LeadId == me || a.CoAuthors.Any(c => c.PersonId == me && c.HasAccepted && c.LeftAt == null) || x.FirstVersion <= a.CurrentVersionNumber));
    }
}
