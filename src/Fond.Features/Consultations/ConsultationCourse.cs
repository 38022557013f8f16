using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Features.Platform;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

/// <summary>Carries a consultation on as statements come in and time passes, and with it the case that it is about.</summary>
internal sealed class ConsultationCourse(FondDb db, Clock clock, Alarms alarms, ConsultationNews news, ConsultationRecords records, WorkflowRunner workflows) : IWoken
{
    public string Kind => nameof(Consultation);

    public async Task WakeAsync(long subjectId, CancellationToken ct)
    {
        var consultation = await db.Set<Consultation>().SingleAsync(c => c.Id == subjectId, ct);
        var reminded = consultation.Remind(clock.Now, clock.Today);
        foreach (var lastDay in reminded.GroupBy(consultation.LastDayOf))
            await news.TellBodiesAsync(consultation, lastDay, $"reminder:{lastDay.Key:yyyyMMdd}", new(
                $"Påminnelse: yttrande i {consultation.CaseNumber} har inte kommit in. Sista dagen är {lastDay.Key:yyyy-MM-dd}; den slutar vid midnatt.",
                $"Reminder: no statement in {consultation.CaseNumber} has come in. The last day is {lastDay.Key:yyyy-MM-dd}; it ends at midnight."), ct);
        await GoOnAsync(consultation, ct);
        if (consultation.IsSpent(clock.Today)) await CloseAsync(consultation, ct);
    }

    /// <summary>Nothing more is taken in, and what came is put together.</summary>
    public Task CloseAsync(Consultation consultation, CancellationToken ct)
    {
        consultation.Close(clock.Now, clock.Today);
        return records.ClosedAsync(consultation, ct);
    }

    /// <summary>It has been sent, or somebody has been given more time after its end: its case waits for it, and time begins to run.</summary>
    public async Task BeginAsync(Consultation consultation, CancellationToken ct)
    {
        if (await CaseAsync(consultation, ct) is { } application) await workflows.OfferAsync(Workflow.Application, application, "consult", ct);
        await SetAlarmAsync(consultation, ct);
    }

    /// <summary>Something has changed: perhaps nobody is waited for any more.</summary>
    public async Task GoOnAsync(Consultation consultation, CancellationToken ct)
    {
        if (consultation.Conclude(clock.Now, clock.Today)) await EndAsync(consultation, ct);
        await SetAlarmAsync(consultation, ct);
    }

    /// <summary>It has been taken back: its case does not wait for it, and nobody is reminded.</summary>
    public async Task AbandonAsync(Consultation consultation, CancellationToken ct)
    {
        await ReleaseCaseAsync(consultation, ct);
        await SetAlarmAsync(consultation, ct);
    }

    private async Task EndAsync(Consultation consultation, CancellationToken ct)
    {
        var answered = consultation.Requests.Count(r => r.Statement is not null);
        await news.TellOfficersAsync(consultation, $"over:{consultation.Extensions.Count}", new(
            $"{answered} av {consultation.Requests.Count} remissinstanser har svarat i {consultation.CaseNumber}, och ingen har tid kvar att svara.",
            $"{answered} of {consultation.Requests.Count} referral bodies have answered in {consultation.CaseNumber}, and none has time left to answer."), ct);
        await ReleaseCaseAsync(consultation, ct);
    }

    /// <summary>The case goes on when it waits for no other consultation either.</summary>
    private async Task ReleaseCaseAsync(Consultation consultation, CancellationToken ct)
    {
        if (await CaseAsync(consultation, ct) is not { } application) return;
        var others = await db.Set<Consultation>().AnyAsync(c => c.ApplicationId == application.Id && c.Id != consultation.Id && c.State == ConsultationState.Sent && c.OverAt == null, ct);
        if (!others) await workflows.OfferAsync(Workflow.Application, application, "consulted", ct);
    }

    private async Task<Application?> CaseAsync(Consultation consultation, CancellationToken ct) =>
        consultation.ApplicationId is { } about ? await db.Set<Application>().SingleAsync(a => a.Id == about, ct) : null;

    private Task SetAlarmAsync(Consultation consultation, CancellationToken ct) => alarms.SetAsync(Kind, consultation.Id,
        consultation.NextWake(clock.Today) is { } day ? MunicipalTime.EndOfDay(day) : null, ct);
}
