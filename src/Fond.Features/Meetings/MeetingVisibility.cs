using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>
/// Those who prepare and decide in a fund see the meetings of its bodies and their minutes, and those meetings of the assembly above its board that have been called to one of its cases; whoever sits in a body, those that its members have been called to, and as its chair or
/// secretary also those that are being prepared. Minutes that wait for approval or announcement are seen by those who sat there that day too.
/// What everybody may read of minutes is in the public list.
/// </summary>
internal sealed class MeetingVisibility(Clock clock) : IVisible<Meeting>, IVisible<Minutes>, IVisible<Measure>
{
    private static readonly Role[] Handlers =
        [Role.CaseOfficer, Role.SteeringMember, Role.SteeringChair, Role.SteeringSecretary, Role.BoardRegistrar, Role.Auditor, Role.Administrator];

    public Expression<Func<Meeting, bool>> To(Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs(Handlers);
        if (all) return m => true;
        var (seats, offices, bodies) = (db.SeatsOf(actor, clock.Today), db.OfficesOf(actor, clock.Today), BodiesOf(funds, db));
        Expression<Func<Meeting, bool>> called = m => seats.Contains(m.BodyId) && (m.State != MeetingState.Draft || offices.Contains(m.BodyId));
        var assemblies = db.AssembliesOf(db.Set<Fund>().Where(f => funds.Contains(f.Id))).Select(b => b.BodyId).Distinct().Ahead();
        return funds.Length == 0 ? called : AnyOf.Terms(called, m => bodies.Contains(m.BodyId),
            m => assemblies.Contains(m.BodyId) && m.CalledAt != null && m.Items.Any(i => db.Set<Application>().Any(a => a.Id == i.ApplicationId && funds.Contains(a.FundId))));
    }

    Expression<Func<Minutes, bool>> IVisible<Minutes>.To(Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs(Handlers);
        if (all) return m => true;
        var bodies = SeenBodies(funds, actor, db);
        return AnyOf.Terms(m => bodies.Contains(m.BodyId), Attended(actor, db));
    }

    /// <summary>Whoever had a seat on the day of the meeting may have to approve what was decided there, and sees it until it is announced, also when the seat has ended since.</summary>
    private static Expression<Func<Minutes, bool>> Attended(Actor actor, FondDb db)
    {
        var seats = db.EverySeatOf(actor);
        var bodies = seats.Owners(typeof(Body)).Ahead();
        return m => (m.State == MinutesState.Drafted || m.State == MinutesState.Approved) && bodies.Contains(m.BodyId)
            && seats.Any(s => EF.Property<long>(s, "BodyId") == m.BodyId && s.From <= m.MetOn && (s.To == null || s.To >= m.MetOn));
    }

    /// <summary>Also one's own, when one no longer sits in the body.</summary>
    Expression<Func<Measure, bool>> IVisible<Measure>.To(Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs(Handlers);
        if (all) return m => true;
        var (me, bodies) = (actor.Id, SeenBodies(funds, actor, db));
        return m => m.ResponsibleId == me || bodies.Contains(m.BodyId);
    }

    private IQueryable<long> SeenBodies(long[] funds, Actor actor, FondDb db)
    {
        var seats = db.SeatsOf(actor, clock.Today);
        return funds.Length == 0 ? seats : seats.Concat(BodiesOf(funds, db)).Ahead();
    }

    private static IQueryable<long> BodiesOf(long[] funds, FondDb db) => db.OwnBodiesOf(db.Set<Fund>().Where(f => funds.Contains(f.Id))).Select(b => b.BodyId).Distinct().Ahead();
}
