using Fond.Domain.Common;
using Fond.Domain.Meetings;
using Fond.Domain.Projects;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

internal sealed record DecideMeasureInput : AgendaItemInput
{
    /// <summary>What is to be done.</summary>
    public required string Text { get; init; }

    /// <summary>Who sees to it: somebody with a seat in the body.</summary>
    [GraphQL.Id]
    public required string ResponsibleId { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>What is ordered to carry it out.</summary>
    public MeasureOrder? Order { get; init; }
}

internal sealed class DecideMeasure(MeetingDesk desk, FondDb db, MeasureCourse course) : IHandler<DecideMeasureInput, Measure>
{
    public async Task<Measure> Handle(DecideMeasureInput input, CancellationToken ct)
    {
        var (meeting, body) = await desk.OwnAsync(input, ct);
        var item = meeting.Items.FirstOrDefault(i => i.Id == input.ItemKey) ?? throw new RefusedException(new NotFound(nameof(AgendaItem)) { Path = ["itemId"] });
        await desk.DemandImpartialAsync(item, ct);
        var draft = new MeasureDraft(input.Text, PersonKeys.Of(input.ResponsibleId, "responsibleId"), input.DueOn, input.Order);
        var measure = new Measure(meeting, body, item, draft, await LeftAsync(item.ApplicationId, ct));
        db.Add(measure);
        await course.BeginAsync(measure, ct);
        return measure;
    }

    /// <summary>What has been granted to the case and not ordered for; null when nothing has.</summary>
    private async Task<Money?> LeftAsync(long? applicationId, CancellationToken ct)
    {
        var project = await db.Set<Project>().SingleOrDefaultAsync(p => p.ApplicationId == applicationId && p.ClosedOn == null, ct);
        if (project is null) return null;
        var ordered = await db.Set<Measure>().Where(m => m.ApplicationId == applicationId).ToListAsync(ct);
        return project.TotalGranted - ordered.Select(m => m.Order).Where(o => o is { Budget: OrderBudget.Allotted }).Sum(o => o!.Amount);
    }
}
