using Fond.Domain.Common;
using Fond.Domain.Governance;

namespace Fond.Domain.Meetings;

/// <content>What is written down while it goes on.</content>
public sealed partial class Meeting
{
    /// <summary>Who is there, as a whole. What has been settled keeps who took part in it.</summary>
    public void Attend(IReadOnlyList<AttendanceDraft> attendance, Body body)
    {
        var life = Permitted(MeetingTrigger.Record);
        Refuse.WhenAny(AttendanceRules.Faults(attendance, this, body));
        List(attendance);
        life.Fire(MeetingTrigger.Record);
    }

    private void List(IReadOnlyList<AttendanceDraft> attendance)
    {
        _attendance.RemoveAll(_ => true);
        _attendance.AddRange(attendance.Select(a => new Attendance(a)));
    }

    /// <summary>Holds somebody out of one item (jäv, kommunallagen 6 kap. 28–32 §§); they neither take part nor count.</summary>
    public void Recuse(long itemId, long personId, string ground)
    {
        var life = Permitted(MeetingTrigger.Record);
        var item = Open(itemId);
        Refuse.When(ground.IsBlank(), new MeetingRecusalGroundMissing { Path = ["ground"] });
        Refuse.When(item.IsRecused(personId), new MeetingAlreadyRecused { Path = ["personId"] });
        item.Recuse(new(personId, ground.Trim()));
        life.Fire(MeetingTrigger.Record);
    }

    /// <summary>Has somebody who votes preside over the meeting, or over one item, where neither the chair nor a vice chair does. When either is back, they preside.</summary>
    /// <param name="itemId">Null: over every item.</param>
    /// <param name="heldOut">Those who have a conflict of interest in the item's case.</param>
    public void ElectPresiding(long personId, long? itemId, Body body, IReadOnlySet<long> heldOut)
    {
        var life = Permitted(MeetingTrigger.Record);
        Elect(personId, itemId is { } id ? Open(id) : null, heldOut, body, ["personId"]);
        life.Fire(MeetingTrigger.Record);
    }

    private void Elect(long personId, AgendaItem? item, IReadOnlySet<long> heldOut, Body body, IReadOnlyList<string> path)
    {
        var taking = item is null ? Those(_attendance.Where(a => a.IsPresent), body) : Taking(item, body, heldOut);
        var presided = item is null ? body.PresidesOn(HeldOn, p => _attendance.Exists(a => a.PersonId == p && a.IsWhole)) : taking.PresidingByOffice;
        Refuse.When(presided is not null, new MeetingPresided { Path = path });
        Refuse.When(!taking.HasVoteOf(personId), new MeetingPresidingInvalid { Path = path });
        if (item is null) PresidingId = personId;
        else item.PresideBy(personId);
    }

    /// <summary>Writes down what somebody who votes in an item has moved (yrkande).</summary>
    /// <param name="heldOut">Those who have a conflict of interest in the item's case.</param>
    public void Propose(long itemId, Remark proposal, Body body, IReadOnlySet<long> heldOut)
    {
        var life = Permitted(MeetingTrigger.Record);
        var item = Open(itemId);
        Refuse.WhenAny(SettlementRules.ProposalFaults(proposal, item, Taking(item, body, heldOut)));
        item.Propose(proposal);
        life.Fire(MeetingTrigger.Record);
    }

    /// <summary>Writes down what became of an item, by those who were there and not held out.</summary>
    /// <param name="heldOut">Those who have a conflict of interest in the case, declared or as its writers.</param>
    /// <param name="paragraph">Hands out the number, once nothing stands in the way.</param>
    public AgendaItem Settle(long itemId, Settlement settlement, Body body, IReadOnlySet<long> heldOut, Func<int> paragraph)
    {
        var life = Permitted(MeetingTrigger.Record);
        var item = Open(itemId);
        HoldOut(item, heldOut);
        var taking = Taking(item, body, heldOut);
        Refuse.WhenAny(SettlementRules.Faults(settlement, item, taking));
        item.Settle(settlement, paragraph(), taking.Presiding, taking.Ids);
        life.Fire(MeetingTrigger.Record);
        return item;
    }

    private void HoldOut(AgendaItem item, IReadOnlySet<long> heldOut)
    {
        foreach (var person in heldOut.Where(p => !item.IsRecused(p) && _attendance.Exists(a => a.PersonId == p && a.IsPresentAt(item.Number))))
            item.Recuse(new(person, "jäv i ärendet"));
    }

    /// <summary>Who led the meeting and approves its minutes: the chair where they were there, else a vice chair, else whoever was elected.</summary>
    public long? PresidedOver(Body body) => body.PresidesOn(HeldOn, WasThere)
        ?? _items.OrderBy(i => i.Number).Select(i => i.PresidingId).Prepend(PresidingId).FirstOrDefault(p => p is { } elected && WasThere(elected));

    /// <summary>Who is listed as being there in an item, and in whose place or which empty one.</summary>
    public IReadOnlySet<Seating> ListedIn(AgendaItem item) => Seating.Of(_attendance.Where(a => a.IsPresentAt(item.Number) && !item.IsRecused(a.PersonId)).Select(a => new Seating(a.PersonId, a.ServesForId, a.ServesInSeatId)));

    internal bool WasThere(long personId) => _attendance.Exists(a => a.PersonId == personId && a.IsPresent);

    private Participants Taking(AgendaItem item, Body body, IReadOnlySet<long> heldOut) =>
        Those(_attendance.Where(a => a.IsPresentAt(item.Number) && !item.IsRecused(a.PersonId) && !heldOut.Contains(a.PersonId)), body, item.PresidingId);

    private Participants Those(IEnumerable<Attendance> present, Body body, long? electedForItem = null) =>
        new([.. present], body, HeldOn, [.. new[] { electedForItem, PresidingId }.OfType<long>()]);
}
