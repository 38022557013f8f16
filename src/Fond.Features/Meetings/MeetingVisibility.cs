using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Meetings;

/// <summary>Those who prepare and decide in a fund see the meetings of its bodies; whoever sits in a body, those that its members have been called to.</summary>
internal sealed class MeetingVisibility(Clock clock) : IVisible<Meeting>
{
    private static readonly Role[] Handlers =
        [Role.CaseOfficer, Role.SteeringMember, Role.SteeringChair, Role.SteeringSecretary, Role.BoardRegistrar, Role.Auditor, Role.Administrator];

    public Expression<Func<Meeting, bool>> To(Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs(Handlers);
        return all ? m => true : AnyOf.Terms([Seated(actor, db), .. OfFunds(funds, db)]);
    }

    private Expression<Func<Meeting, bool>> Seated(Actor actor, FondDb db)
    {
        var (me, today) = (actor.Id, clock.Today);
        var seats = db.Set<Membership>().Where(s => s.PersonId == me && s.From <= today && (s.To == null || s.To >= today)).Owners(typeof(Body));
        return m => m.State != MeetingState.Draft && seats.Contains(m.BodyId);
    }

    private static IEnumerable<Expression<Func<Meeting, bool>>> OfFunds(long[] funds, FondDb db)
    {
        if (funds.Length == 0) yield break;
        var own = db.Set<Fund>().Where(f => funds.Contains(f.Id));
        var bodies = own.Where(f => f.DecidingBodyId != null).Select(f => f.DecidingBodyId!.Value).Concat(own.Where(f => f.BoardBodyId != null).Select(f => f.BoardBodyId!.Value));
        yield return m => bodies.Contains(m.BodyId);
    }
}
