using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

internal sealed record ReportMeasureInput : EditInput
{
    /// <summary>Which one.</summary>
    [GraphQL.Id]
    public required string MeasureId { get; init; }

    /// <summary>What has been done.</summary>
    public required string Report { get; init; }

    /// <summary>Whether that is all of it.</summary>
    public bool Done { get; init; }
}

internal sealed class ReportMeasure(Finder finder, FondDb db, ActorContext context, Clock clock, MeetingDesk desk, MeasureCourse course) : IHandler<ReportMeasureInput, Measure>
{
    public async Task<Measure> Handle(ReportMeasureInput input, CancellationToken ct)
    {
        var measure = await finder.FindAsync<Measure>(input.MeasureId, input.ExpectedVersion, ct, "measureId");
        if (measure.ResponsibleId != context.Actor.Id) await desk.DemandOfficeAsync(await db.Set<Body>().SingleAsync(b => b.Id == measure.BodyId, ct), ct);
        measure.Tell(input.Report, input.Done, clock.Today);
        await course.SetAlarmAsync(measure, ct);
        return measure;
    }
}
