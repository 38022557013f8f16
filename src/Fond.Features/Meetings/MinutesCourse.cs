using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>Carries minutes on as time passes: reminds whoever is to approve or announce them, and takes the announcement down when its time is over.</summary>
internal sealed class MinutesCourse(FondDb db, Clock clock, Alarms alarms, Notifier notifier, BodyOffice office) : IWoken
{
    public string Kind => nameof(Minutes);

    public async Task WakeAsync(long subjectId, CancellationToken ct)
    {
        var minutes = await db.Set<Minutes>().SingleAsync(m => m.Id == subjectId, ct);
        var body = await db.Set<Body>().SingleAsync(b => b.Id == minutes.BodyId, ct);
        switch (minutes.State)
        {
            case MinutesState.Drafted: await RemindAsync(minutes, body, ct); break;
            case MinutesState.Approved: await HurryAsync(minutes, body, ct); break;
            case MinutesState.Announced when clock.Today > minutes.UpUntil: await ConcludeAsync(minutes, body, ct); break;
        }
        await SetAlarmAsync(minutes, ct);
    }

    public Task SetAlarmAsync(Minutes minutes, CancellationToken ct) =>
        alarms.SetAsync(Kind, minutes.Id, minutes.NextWake(clock.Today) is { } day ? MunicipalTime.EndOfDay(day) : null, ct);

    /// <summary>Tells those who are to approve the minutes that they are.</summary>
    public Task AskAsync(Minutes minutes, Body body, IReadOnlyList<long> approvers, CancellationToken ct) => TellAsync(minutes, $"drafted:{minutes.Replacements.Count + minutes.Corrections.Count}", approvers,
        new($"Protokoll att justera: {Named(minutes, body)}", $"Minutes to approve: {Named(minutes, body)}"),
        new($"Protokollet justeras senast {minutes.ApproveBy:yyyy-MM-dd}.", $"The minutes are to be approved by {minutes.ApproveBy:yyyy-MM-dd}."), ct);

    private async Task RemindAsync(Minutes minutes, Body body, CancellationToken ct) => await (minutes.IsOverdue(clock.Today)
        ? TellAsync(minutes, "approval-overdue", [.. minutes.Awaited, .. await office.OfAsync(body, ct)],
            new($"Försenat: justering av protokoll, {Named(minutes, body)}", $"Overdue: approval of minutes, {Named(minutes, body)}"),
            new($"Protokollet skulle ha justerats senast {minutes.ApproveBy:yyyy-MM-dd}.", $"The minutes should have been approved by {minutes.ApproveBy:yyyy-MM-dd}."), ct)
        : TellAsync(minutes, "approval", minutes.Awaited,
            new($"Påminnelse: protokoll att justera, {Named(minutes, body)}", $"Reminder: minutes to approve, {Named(minutes, body)}"),
            new($"Protokollet justeras senast {minutes.ApproveBy:yyyy-MM-dd}.", $"The minutes are to be approved by {minutes.ApproveBy:yyyy-MM-dd}."), ct));

    private async Task HurryAsync(Minutes minutes, Body body, CancellationToken ct)
    {
        if (!minutes.IsOverdue(clock.Today)) return;
        await TellAsync(minutes, "announcement-overdue", await office.OfAsync(body, ct),
            new($"Försenat: anslag av protokoll, {Named(minutes, body)}", $"Overdue: announcement of minutes, {Named(minutes, body)}"),
            new($"Justeringen skulle ha anslagits senast {minutes.AnnounceBy:yyyy-MM-dd}.", $"The approval should have been announced by {minutes.AnnounceBy:yyyy-MM-dd}."), ct);
    }

    private async Task ConcludeAsync(Minutes minutes, Body body, CancellationToken ct)
    {
        minutes.TakeDown(clock.Today);
        if (!body.Kind.MayDecide()) return; // nothing was decided that could become final
        await TellAsync(minutes, "final", await office.OfAsync(body, ct),
            new($"Laga kraft: {Named(minutes, body)}", $"Final and binding: {Named(minutes, body)}"),
            new($"Tiden för laglighetsprövning gick ut {minutes.ReviewUntil:yyyy-MM-dd}. Anslaget är nedtaget.{HeldUp(minutes).Sv}", $"The time for legality review ended on {minutes.ReviewUntil:yyyy-MM-dd}. The announcement has been taken down.{HeldUp(minutes).En}"), ct);
    }

    private Text HeldUp(Minutes minutes)
    {
        var paragraphs = string.Join(", ", minutes.Reviews.Where(r => r.HoldsUp(clock.Today)).Select(r => r.Paragraph).Distinct().Order());
        return paragraphs.Length == 0 ? new("", "") : new($" Laga kraft vinner inte § {paragraphs}, som prövas eller har upphävts av domstol.", $" Not final: § {paragraphs}, which a court reviews or has repealed.");
    }

    private static string Named(Minutes minutes, Body body) => $"{body.Name} {minutes.MetOn:yyyy-MM-dd}";

    private Task TellAsync(Minutes minutes, string what, IEnumerable<long> people, Text subject, Text text, CancellationToken ct) =>
        notifier.TellAsync($"minutes:{minutes.Id}:{what}", people.ToHashSet(), null, subject, text, ct);
}
