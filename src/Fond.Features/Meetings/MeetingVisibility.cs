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
/// Those who prepare and decide in a fund see the meetings of its bodies and their minutes, and those meetings of another board or assembly of its municipality that have been called to one of its cases, of which they read the items on these; whoever sits in a body, those that its members have been called to, and as its chair or
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
        if (funds.Length == 0) return Called(actor, db, clock.Today);
        var boards = BoardsBeside(funds, db);
        return AnyOf.Terms(Called(actor, db, clock.Today), OfFunds(funds, db),
            m => boards.Contains(m.BodyId) && m.CalledAt != null && m.Items.Any(i => db.Set<Application>().Any(a => a.Id == i.ApplicationId && funds.Contains(a.FundId))));
    }

    /// <summary>Which items the caller reads, by meeting: all of them, or, where they see the meeting for their funds' cases alone, those on these. What everybody reads of the others is in the minutes, once these are announced.</summary>
    /// <param name="today">The day in Sweden.</param>
    public static async Task<Dictionary<long, ReadAgenda?>> AgendasAsync(Actor actor, FondDb db, DateOnly today, long[] meetings, CancellationToken ct)
    {
        var (all, funds) = actor.FundsAs(Handlers);
        var whole = all ? meetings : await db.Set<Meeting>().Where(m => meetings.Contains(m.Id)).Where(AnyOf.Terms(Called(actor, db, today), OfFunds(funds, db))).Select(m => m.Id).ToArrayAsync(ct);
        var partly = meetings.Except(whole).ToArray();
        var own = partly.Length == 0 ? [] : await db.Set<AgendaItem>().Where(i => partly.Contains(EF.Property<long>(i, "MeetingId")) && db.Set<Application>().Any(a => a.Id == i.ApplicationId && funds.Contains(a.FundId))).Select(i => i.Id).ToListAsync(ct);
        return meetings.ToDictionary(id => id, ReadAgenda? (id) => new(whole.Contains(id), own));
    }

    private static Expression<Func<Meeting, bool>> Called(Actor actor, FondDb db, DateOnly today)
    {
        var (seats, offices) = (db.SeatsOf(actor, today), db.OfficesOf(actor, today));
        return m => seats.Contains(m.BodyId) && (m.State != MeetingState.Draft || offices.Contains(m.BodyId));
    }

    private static Expression<Func<Meeting, bool>> OfFunds(long[] funds, FondDb db)
    {
        var bodies = BodiesOf(funds, db);
        return m => bodies.Contains(m.BodyId);
    }

    /// <summary>To which a case may have been handed on, also where the fund's board prepares for another by now.</summary>
    private static IQueryable<long> BoardsBeside(long[] funds, FondDb db)
    {
        var places = db.Set<Fund>().Where(f => funds.Contains(f.Id)).Select(f => f.Municipality);
        return db.Set<Body>().Where(b => (b.Kind == BodyKind.ExecutiveBoard || b.Kind == BodyKind.CouncilAssembly) && places.Contains(b.Municipality)).Select(b => b.Id).Ahead();
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

/// <summary>How much of a meeting's agenda somebody reads.</summary>
/// <param name="Own">The items, where it is not whole.</param>
internal sealed record ReadAgenda(bool IsWhole, IReadOnlyList<long> Own)
{
    public IEnumerable<AgendaItem> Of(Meeting meeting) => meeting.Items.Where(i => IsWhole || Own.Contains(i.Id)).OrderBy(i => i.Number);
}
