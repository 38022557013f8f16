using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Consultations;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Programmes;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Consultations;

/// <summary>Those who handle the matter, and see the case where it is about one, see it from the draft on; the bodies that are asked, once it is sent.</summary>
internal sealed class ConsultationVisibility(Clock clock, IVisible<Application> applications) : IVisible<Consultation>
{
    public static readonly Role[] Handlers =
        [Role.CaseOfficer, Role.SteeringMember, Role.SteeringChair, Role.SteeringSecretary, Role.BoardRegistrar, Role.Auditor, Role.Administrator];

    public Expression<Func<Consultation, bool>> To(Actor actor, FondDb db)
    {
        var (me, today) = (actor.Id, clock.Today);
        var seats = db.Set<Membership>().Where(m => m.PersonId == me && m.From <= today && (m.To == null || m.To >= today)).Owners(typeof(Body));
        var asked = db.Set<ReferralRequest>().Where(r => seats.Contains(r.BodyId)).Owners(typeof(Consultation));
        return AnyOf.Terms([c => c.State != ConsultationState.Draft && asked.Contains(c.Id), .. Handled(actor, db, applications)]);
    }

    /// <summary>What the caller sees by office.</summary>
    public static IEnumerable<Expression<Func<Consultation, bool>>> Handled(Actor actor, FondDb db, IVisible<Application> applications)
    {
        var (all, funds) = actor.FundsAs(Handlers);
        var seen = db.Set<Application>().Where(applications.To(actor, db));
        if (all) yield return c => c.ApplicationId == null || seen.Any(a => a.Id == c.ApplicationId);
        else if (funds.Length > 0)
        {
            var municipalities = db.Set<Fund>().Where(f => funds.Contains(f.Id)).Select(f => f.Municipality);
            var programmes = db.Set<Programme>().Where(p => municipalities.Contains(p.Municipality)).Select(p => (long?)p.Id);
            yield return c => c.FundId != null && funds.Contains(c.FundId.Value) && (c.ApplicationId == null || seen.Any(a => a.Id == c.ApplicationId));
            yield return c => c.FundId == null && programmes.Contains(c.ProgrammeId) && (c.ApplicationId == null || seen.Any(a => a.Id == c.ApplicationId));
        }
    }
}
