using Fond.Domain.Applications;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Domain.Registry;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>What those who sit in a body are to read before they decide: members, substitutes and adjuncts alike, whatever office they hold.</summary>
internal static class CasesAtTable
{
    /// <summary>The cases to which a body of the caller's has been called, other than those that the caller is held out of.</summary>
    public static IQueryable<long> AtTableOf(this FondDb db, Actor actor, DateOnly today)
    {
        var (me, shut, items) = (actor.Id, db.ShutOutOf(actor.Id), db.ItemsAtTableOf(actor.Id, today));
        var written = db.Set<ApplicationCoAuthor>().Where(c => c.PersonId == me && c.HasAccepted).Owners(typeof(Application));
        var named = HeldOut(me);
        return items.Select(i => i.ApplicationId!.Value).Where(id => !shut.Contains(id) && !written.Contains(id) && !db.Set<AgendaItem>().Any(i => i.ApplicationId == id && JsonText.Lists(EF.Property<string>(i, nameof(AgendaItem.Recusals)), named)) && !db.Set<Application>().Any(a => a.Id == id && a.LeadId == me)).Ahead(); // from the few items, never from all cases
    }

    /// <summary>Of the cases, those that the person may not judge, or is held out of at a table.</summary>
    public static async Task<IReadOnlySet<long>> HeldOutOfAsync(this FondDb db, long personId, IReadOnlyList<long> cases, CancellationToken ct)
    {
        var (ids, named) = (cases.ToArray(), HeldOut(personId));
        var items = db.Set<AgendaItem>().Where(i => i.ApplicationId != null && ids.Contains(i.ApplicationId.Value) && JsonText.Lists(EF.Property<string>(i, nameof(AgendaItem.Recusals)), named));
        return (await db.ConflictsAmongAsync(ids, ct))[personId].Concat(await items.Select(i => i.ApplicationId!.Value).ToListAsync(ct)).ToHashSet();
    }

    /// <summary>As an item keeps whom it holds out, also where no recusal of the case was made of it.</summary>
    private static string HeldOut(long personId) => $"%\"personId\":{personId},%";

    /// <summary>Those entries of their registries that are laid before the meeting.</summary>
    public static IQueryable<long> LaidBefore(this FondDb db, Actor actor, DateOnly today)
    {
        var (cases, items) = (db.AtTableOf(actor, today), db.ItemsAtTableOf(actor.Id, today));
        return db.Set<CaseDocument>().Where(d => cases.Contains(d.ApplicationId)
            && items.Any(i => i.ApplicationId == d.ApplicationId && JsonText.Lists(EF.Property<string>(i, nameof(AgendaItem.DocumentIds)), "%," + d.Id + ",%"))).Select(d => d.Id).Ahead();
    }

    /// <summary>What the meetings to which a body of the person's has been called take up of cases.</summary>
    public static IQueryable<AgendaItem> ItemsAtTableOf(this FondDb db, long personId, DateOnly today)
    {
        var bodies = db.Set<Membership>().Where(s => s.PersonId == personId && s.From <= today && (s.To == null || s.To >= today)).Owners(typeof(Body));
        var meetings = db.Set<Meeting>().Where(m => m.State != MeetingState.Draft && m.State != MeetingState.Cancelled && bodies.Contains(m.BodyId)).Select(m => m.Id);
        return db.Set<AgendaItem>().Where(i => i.ApplicationId != null && meetings.Contains(EF.Property<long>(i, "MeetingId")));
    }
}
