using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>Tells whoever is responsible for a measure, and, when its last day has passed, the office too, those apart who have a conflict of interest in its case.</summary>
internal sealed class MeasureCourse(FondDb db, Clock clock, Alarms alarms, Notifier notifier, AuditTrail trail, BodyOffice office) : IWoken
{
    public string Kind => nameof(Measure);

    public async Task BeginAsync(Measure measure, CancellationToken ct)
    {
        await trail.SaveAsync(ct); // its alarm needs its key
        await TellAsync(measure, "decided", [measure.ResponsibleId], new("Åtgärd att se till", "A measure to see to"), ct);
        await SetAlarmAsync(measure, ct);
    }

    public async Task WakeAsync(long subjectId, CancellationToken ct)
    {
        var measure = await db.Set<Measure>().SingleAsync(m => m.Id == subjectId, ct);
        if (measure.IsOverdue(clock.Today))
        {
            var body = await db.Set<Body>().SingleAsync(b => b.Id == measure.BodyId, ct);
            var shut = measure.ApplicationId is { } about ? await db.ConflictedInAsync(about, ct) : new HashSet<long>();
            await TellAsync(measure, "overdue", [measure.ResponsibleId, .. (await office.OfAsync(body, ct)).Except(shut)], new("Försenad åtgärd", "Overdue measure"), ct);
        }
        await SetAlarmAsync(measure, ct);
    }

    public Task SetAlarmAsync(Measure measure, CancellationToken ct) =>
        alarms.SetAsync(Kind, measure.Id, measure.DoneOn is null && measure.DueOn >= clock.Today ? MunicipalTime.EndOfDay(measure.DueOn) : null, ct);

    private Task TellAsync(Measure measure, string what, IEnumerable<long> people, Text subject, CancellationToken ct) =>
        notifier.TellAsync($"measure:{measure.Id}:{what}", people.ToHashSet(), measure.ApplicationId, subject,
            new($"§ {measure.Paragraph}: {measure.Text} Senast {measure.DueOn:yyyy-MM-dd}.", $"§ {measure.Paragraph}: {measure.Text} By {measure.DueOn:yyyy-MM-dd}."), ct);
}
