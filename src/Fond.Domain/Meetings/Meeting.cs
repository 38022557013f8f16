using Fond.Domain.Common;
using Stateless;

namespace Fond.Domain.Meetings;

/// <param name="IsPublic">Whether anybody may come and listen.</param>
public sealed record MeetingDraft(DateTimeOffset StartsAt, string Place, bool IsPublic);

/// <summary>A body's meeting (sammanträde): who was called, who came, what was taken up and what became of it.</summary>
public sealed partial class Meeting : Aggregate
{
    /// <summary>Days after the one called for, on which it may still be opened.</summary>
    public const int LatestAfter = 3;

    private readonly List<AgendaItem> _items = [];
    private readonly List<Attendance> _attendance = [];

    private Meeting() { }

    public Meeting(long bodyId, MeetingDraft draft)
    {
        Refuse.WhenAny(MeetingRules.DraftFaults(draft));
        BodyId = bodyId;
        Set(draft);
    }

    public long BodyId { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>The day in Sweden: as planned, and once it is opened, when it was.</summary>
    public DateOnly HeldOn { get; private set; }

    public string Place { get; private set; } = "";

    public bool IsPublic { get; private set; }

    public MeetingState State { get; private set; }

    public DateTimeOffset? CalledAt { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Whoever was elected to preside where neither the chair nor a vice chair does (tillfällig ordförande).</summary>
    public long? PresidingId { get; private set; }

    public IReadOnlyList<AgendaItem> Items => _items;

    public IReadOnlyList<Attendance> Attendance => _attendance;

    public void Change(MeetingDraft draft)
    {
        var life = Permitted(MeetingTrigger.Plan);
        Refuse.WhenAny(MeetingRules.DraftFaults(draft));
        Set(draft);
        life.Fire(MeetingTrigger.Plan);
    }

    /// <summary>Puts a matter last on the agenda; also one that comes up during the meeting.</summary>
    public AgendaItem AddItem(AgendaItemDraft draft)
    {
        var life = Permitted(MeetingTrigger.Amend);
        Refuse.WhenAny(MeetingRules.ItemFaults(draft, _items));
        var item = new AgendaItem(_items.Count + 1, draft);
        _items.Add(item);
        life.Fire(MeetingTrigger.Amend);
        return item;
    }

    /// <summary>Takes a matter off the agenda before the members are called; afterwards it is dropped at the meeting, on record.</summary>
    public void RemoveItem(long itemId)
    {
        var life = Permitted(MeetingTrigger.Plan);
        _items.Remove(ItemOf(itemId));
        foreach (var (item, i) in _items.OrderBy(item => item.Number).Select((item, i) => (item, i))) item.Number = i + 1;
        life.Fire(MeetingTrigger.Plan);
    }

    public void Call(DateTimeOffset now)
    {
        var life = Permitted(MeetingTrigger.Call);
        Refuse.WhenAny(MeetingRules.CallFaults(this, now));
        CalledAt = now;
        life.Fire(MeetingTrigger.Call);
    }

    public void Cancel() => Permitted(MeetingTrigger.Cancel).Fire(MeetingTrigger.Cancel);

    /// <summary>Those who were called came for the day that they were called for: it may begin a little later, but not at any time.</summary>
    /// <param name="today">The day in Sweden.</param>
    public void Open(DateTimeOffset now, DateOnly today)
    {
        var life = Permitted(MeetingTrigger.Open);
        Refuse.When(today < HeldOn, new MeetingNotYet(HeldOn));
        Refuse.When(today > HeldOn.AddDays(LatestAfter), new MeetingDayPassed(HeldOn));
        (OpenedAt, HeldOn) = (now, today);
        life.Fire(MeetingTrigger.Open);
    }

    /// <summary>What was settled is written in the case.</summary>
    public void LinkDecision(long itemId, long decisionId) => ItemOf(itemId).DecidedBy(decisionId);

    public void Close(DateTimeOffset now)
    {
        var life = Permitted(MeetingTrigger.Close);
        var open = _items.Where(i => !i.IsSettled).Select(i => i.Number).Order().ToList();
        Refuse.When(open.Count > 0, new MeetingItemsOpen(string.Join(", ", open)));
        ClosedAt = now;
        life.Fire(MeetingTrigger.Close);
    }

    public AgendaItem ItemOf(long itemId) => _items.Find(i => i.Id == itemId) ?? throw new RefusedException(new NotFound(nameof(AgendaItem)) { Path = ["itemId"] });

    private AgendaItem Open(long itemId)
    {
        var item = ItemOf(itemId);
        Refuse.When(item.IsSettled, new MeetingItemSettled(item.Paragraph ?? 0) { Path = ["itemId"] });
        return item;
    }

    private void Set(MeetingDraft draft) =>
        (StartsAt, HeldOn, Place, IsPublic) = (draft.StartsAt, MunicipalTime.Today(draft.StartsAt), draft.Place.Trim(), draft.IsPublic);

    private StateMachine<MeetingState, MeetingTrigger> Permitted(MeetingTrigger trigger)
    {
        var life = MeetingLife.For(() => State, s => State = s);
        Refuse.When(!life.CanFire(trigger), new MeetingWrongState(State));
        return life;
    }
}
