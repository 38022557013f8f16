using Fond.Domain.Governance;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Governance;

internal static class Seats
{
    /// <summary>The bodies that the caller sits in.</summary>
    public static IQueryable<long> SeatsOf(this FondDb db, Actor actor, DateOnly today)
    {
        var me = actor.Id;
        return db.Set<Membership>().Where(s => s.PersonId == me && s.From <= today && (s.To == null || s.To >= today)).Owners(typeof(Body)).Ahead();
    }

    /// <summary>The seats that the caller has or has had, in any body.</summary>
    public static IQueryable<Membership> EverySeatOf(this FondDb db, Actor actor)
    {
        var me = actor.Id;
        return db.Set<Membership>().Where(s => s.PersonId == me);
    }

    /// <summary>The bodies whose papers the person keeps, as chair or secretary.</summary>
    public static IQueryable<long> OfficesOf(this FondDb db, Actor actor, DateOnly today)
    {
        var me = actor.Id;
        return db.Set<Membership>().Where(s => s.PersonId == me && (s.Role == MembershipRole.Chair || s.Role == MembershipRole.Secretary) && s.From <= today && (s.To == null || s.To >= today)).Owners(typeof(Body)).Ahead();
    }
}
