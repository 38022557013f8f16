using Fond.Domain.Common;

namespace Fond.Domain.Consultations;

/// <summary>More time that was given.</summary>
/// <param name="BodyId">Null: to all that had not answered.</param>
/// <param name="To">The new last day, included.</param>
public sealed record Extension(long? BodyId, DateOnly To, string Reason, long GrantedById, DateTimeOffset GrantedAt);

/// <summary>How a consultation's time runs: more of it on request, reminders, and its end.</summary>
public sealed partial class Consultation
{
    /// <summary>A body asks for more time; the officer gives it or says no.</summary>
    public void AskForTime(long bodyId, TimeWanted wanted, DateOnly today)
    {
        Permitted(ConsultationTrigger.Extend);
        var request = Unanswered(bodyId);
        Refuse.WhenAny(ExtensionFaults(wanted.Until, wanted.Reason, LastDayOf(request), today));
        request.Want(wanted with { Reason = wanted.Reason.Trim() });
    }

    /// <summary>Says no to a body that has asked for more time; it may ask again.</summary>
    /// <exception cref="RefusedException"><see cref="ConsultationTimeNotWanted"/>, <see cref="ConsultationReasonMissing"/>.</exception>
    public void DeclineTime(long bodyId, TimeDeclined declined)
    {
        Permitted(ConsultationTrigger.Extend);
        var request = Unanswered(bodyId);
        Refuse.When(request.Wanted is not { Declined: null }, new ConsultationTimeNotWanted { Path = ["bodyId"] });
        Refuse.When(declined.Reason.IsBlank(), new ConsultationReasonMissing { Path = ["reason"] });
        request.Decline(declined with { Reason = declined.Reason.Trim() });
    }

    /// <summary>Gives one body, or all that have not answered, more time. It is over no longer where one of them is waited for again.</summary>
    /// <returns>Whether it was over and is so no longer.</returns>
    public bool Extend(Extension extension, DateOnly today)
    {
        var life = Permitted(ConsultationTrigger.Extend);
        var one = extension.BodyId is { } body ? Unanswered(body) : null;
        Refuse.WhenAny(ExtensionFaults(extension.To, extension.Reason, one is null ? LastDay : LastDayOf(one), today));
        if (one is not null) one.Extend(extension.To);
        else ExtendAll(extension.To);
        Extensions = [.. Extensions, extension with { Reason = extension.Reason.Trim() }];
        life.Fire(ConsultationTrigger.Extend);
        var again = OverAt is not null && StillWaiting(today).Any();
        if (again) OverAt = null;
        return again;
    }

    /// <summary>Nobody loses time that they were given before.</summary>
    private void ExtendAll(DateOnly to)
    {
        LastDay = to;
        foreach (var request in _requests.Where(r => r.Statement is null)) request.Extend(request.ExtendedTo > to ? request.ExtendedTo : null);
    }

    private static IEnumerable<Refusal> ExtensionFaults(DateOnly to, string reason, DateOnly lastDay, DateOnly today)
    {
        if (to <= lastDay || to < today) yield return new ConsultationExtensionNotLater(lastDay) { Path = ["lastDay"] };
        if (reason.IsBlank()) yield return new ConsultationReasonMissing { Path = ["reason"] };
    }

    /// <summary>Notes who is to be reminded now, each once before its last day.</summary>
    /// <param name="today">The day in Sweden.</param>
    public IReadOnlyList<ReferralRequest> Remind(DateTimeOffset now, DateOnly today)
    {
        if (State != ConsultationState.Sent || RemindDays == 0) return [];
        var due = StillWaiting(today).Where(r => r.RemindedAt is null && today > LastDayOf(r).AddDays(-RemindDays)).ToList();
        foreach (var request in due) request.Remind(now);
        return due;
    }

    /// <summary>Notes that nobody is waited for any more.</summary>
    /// <returns>Whether that is news.</returns>
    public bool Conclude(DateTimeOffset now, DateOnly today)
    {
        if (State != ConsultationState.Sent || OverAt is not null || StillWaiting(today).Any()) return false;
        OverAt = now;
        return true;
    }

    /// <summary>Whether no late statement is taken any more either.</summary>
    public bool IsSpent(DateOnly today) => State == ConsultationState.Sent && today > LastLateDay;

    /// <summary>The day at whose end something is to be done next: a reminder, the last day, the end of late statements. Null: nothing more.</summary>
    public DateOnly? NextWake(DateOnly today)
    {
        if (State != ConsultationState.Sent) return null;
        var days = _requests.Where(r => r.Statement is null).SelectMany(r => WakesOf(r, LastDayOf(r))).Append(LastLateDay).Where(day => day >= today).ToList();
        return days.Count == 0 ? null : days.Min();
    }

    private IEnumerable<DateOnly> WakesOf(ReferralRequest request, DateOnly lastDay) => RemindDays == 0 || request.RemindedAt is not null ? [lastDay] : [lastDay.AddDays(-RemindDays), lastDay];

    private DateOnly LastLateDay => _requests.Select(LastDayOf).Append(LastDay).Max().AddDays(LateDays);
}
