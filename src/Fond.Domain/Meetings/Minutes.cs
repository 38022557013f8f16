using Fond.Domain.Common;
using Fond.Domain.Governance;
using Stateless;

namespace Fond.Domain.Meetings;

/// <param name="On">The day in Sweden.</param>
public sealed record Approval(long PersonId, DateTimeOffset At, DateOnly On);

/// <summary>The approved text, by the checksum of its bytes: whole, and without what is not for everybody.</summary>
public sealed record MinutesFiles(string Html, string Pdf, string PublicHtml, string PublicPdf);

/// <summary>The minutes of a meeting: who approves them, when they were announced, and when what was decided is final.</summary>
public sealed partial class Minutes : Aggregate
{
    private Minutes() { }

    /// <param name="meeting">Closed.</param>
    /// <param name="approverIds">Whom the meeting has chosen, besides whoever presided.</param>
    public Minutes(Meeting meeting, Body body, IReadOnlyList<long> approverIds)
    {
        var presided = meeting.PresidedOver(body);
        Refuse.WhenAny(MinutesRules.Faults(meeting, body, presided, approverIds));
        (MeetingId, BodyId, MetOn, ApproverIds) = (meeting.Id, meeting.BodyId, meeting.HeldOn, [presided!.Value, .. approverIds]);
        ApproveBy = LegalTimes.ApprovalBy(MetOn);
    }

    public long MeetingId { get; private set; }

    public long BodyId { get; private set; }

    public DateOnly MetOn { get; private set; }

    public MinutesState State { get; private set; }

    /// <summary>Whoever presided first, then those chosen; with those who have been replaced left out.</summary>
    public IReadOnlyList<long> ApproverIds { get; private set; } = [];

    public IReadOnlyList<Approval> Approvals { get; private set; } = [];

    /// <summary>The last day for approval.</summary>
    public DateOnly ApproveBy { get; private set; }

    public DateOnly? ApprovedOn { get; private set; }

    public MinutesFiles? Files { get; private set; }

    /// <summary>The last day for the announcement.</summary>
    public DateOnly? AnnounceBy { get; private set; }

    public DateOnly? AnnouncedOn { get; private set; }

    /// <summary>Where the minutes can be read.</summary>
    public string KeptAt { get; private set; } = "";

    /// <summary>The announcement stays up to the end of this day, also that of a body that advises.</summary>
    public DateOnly? UpUntil => AnnouncedOn is { } day ? LegalTimes.ReviewUntil(day) : null;

    /// <summary>The last day on which a legality review can be asked for; null for a body that advises, whose opinions no court reviews.</summary>
    public DateOnly? ReviewUntil { get; private set; }

    /// <summary>From this day on, what was decided is final and binding, as far as nobody has asked for a review; null for a body that advises.</summary>
    public DateOnly? FinalOn { get; private set; }

    public IEnumerable<long> Awaited => ApproverIds.Except(Approvals.Select(a => a.PersonId));

    public bool IsFinalOn(DateOnly day) => FinalOn <= day;

    /// <summary>The day whose end is next of account: a reminder is due, a time limit over.</summary>
    public DateOnly? NextWake(DateOnly today) => State switch
    {
        MinutesState.Drafted => First(today, ApproveBy.AddDays(-3), ApproveBy),
        MinutesState.Approved => First(today, AnnounceBy!.Value),
        MinutesState.Announced => UpUntil,
        _ => null,
    };

    /// <summary>Whether the next step should have been taken by now.</summary>
    public bool IsOverdue(DateOnly today) => State switch
    {
        MinutesState.Drafted => today > ApproveBy,
        MinutesState.Approved => today > AnnounceBy,
        _ => false,
    };

    /// <summary>One of those who are to approve does so.</summary>
    /// <param name="today">The day in Sweden.</param>
    /// <returns>Whether everybody has: the text is then to be frozen.</returns>
    public bool Sign(long personId, DateTimeOffset now, DateOnly today)
    {
        var life = Permitted(MinutesTrigger.Sign);
        Refuse.When(!ApproverIds.Contains(personId), new MinutesNotApprover());
        Refuse.When(!Awaited.Contains(personId), new MinutesAlreadyApproved());
        Approvals = [.. Approvals, new(personId, now, today)];
        life.Fire(MinutesTrigger.Sign);
        return !Awaited.Any();
    }

    /// <summary>Everybody has approved: from now on, the text is this.</summary>
    public void Approve(MinutesFiles files)
    {
        var life = Permitted(MinutesTrigger.Approve);
        if (Awaited.Any()) throw new InvalidOperationException("Not everybody has approved the minutes.");
        Files = files;
        ApprovedOn = Approvals[^1].On;
        AnnounceBy = LegalTimes.AnnouncementBy(ApprovedOn.Value);
        life.Fire(MinutesTrigger.Approve);
    }

    /// <summary>Puts the announcement (anslag) up on the notice board.</summary>
    /// <param name="today">The day in Sweden.</param>
    public void Announce(string keptAt, BodyKind kind, DateOnly today)
    {
        var life = Permitted(MinutesTrigger.Announce);
        Refuse.When(keptAt.IsBlank(), new MinutesPlaceMissing { Path = ["keptAt"] });
        (KeptAt, AnnouncedOn) = (keptAt.Trim(), today);
        if (kind.MayDecide()) (ReviewUntil, FinalOn) = (LegalTimes.ReviewUntil(today), LegalTimes.FinalOn(today));
        life.Fire(MinutesTrigger.Announce);
    }

    /// <summary>The time for the announcement is over, and with it that for a legality review.</summary>
    /// <param name="today">The day in Sweden.</param>
    public void TakeDown(DateOnly today)
    {
        var life = Permitted(MinutesTrigger.TakeDown);
        if (today <= UpUntil) throw new InvalidOperationException("The announcement stays up to the end of its last day.");
        life.Fire(MinutesTrigger.TakeDown);
    }

    private static DateOnly? First(DateOnly today, params ReadOnlySpan<DateOnly> days)
    {
        foreach (var day in days)
            if (day >= today) return day;
        return null;
    }

    private StateMachine<MinutesState, MinutesTrigger> Permitted(MinutesTrigger trigger)
    {
        var life = MinutesLife.For(() => State, s => State = s);
        Refuse.When(!life.CanFire(trigger), new MinutesWrongState(State));
        return life;
    }
}
