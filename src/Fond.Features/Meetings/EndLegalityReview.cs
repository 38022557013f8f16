using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry;
using Microsoft.EntityFrameworkCore;
using Application = Fond.Domain.Applications.Application;

namespace Fond.Features.Meetings;

internal sealed record EndLegalityReviewInput : MinutesInput
{
    /// <summary>The court's number of the case.</summary>
    public required string CourtCase { get; init; }

    /// <summary>What came of it.</summary>
    public required ReviewOutcome Outcome { get; init; }

    /// <summary>The day that what the court said became final.</summary>
    public required DateOnly EndedOn { get; init; }
}

internal sealed class EndLegalityReview(Finder finder, FondDb db, MeetingDesk desk, Clock clock, CaseRegistry registry) : IHandler<EndLegalityReviewInput, Minutes>
{
    public async Task<Minutes> Handle(EndLegalityReviewInput input, CancellationToken ct)
    {
        var minutes = await finder.FindAsync<Minutes>(input.MinutesId, input.ExpectedVersion, ct, "minutesId");
        await desk.DemandOfficeAsync(await db.Set<Body>().SingleAsync(b => b.Id == minutes.BodyId, ct), ct);
        var paragraph = minutes.Reviews.FirstOrDefault(r => r.CourtCase == input.CourtCase.Trim())?.Paragraph;
        var meeting = await db.Set<Meeting>().SingleAsync(m => m.Id == minutes.MeetingId, ct);
        var item = meeting.Items.FirstOrDefault(i => i.Paragraph == paragraph);
        await desk.DemandImpartialAsync(item, ct);
        minutes.EndReview(input.CourtCase, input.Outcome, input.EndedOn, clock.Today);
        if (item?.ApplicationId is { } about) await registry.AddReviewAsync(await db.Set<Application>().SingleAsync(a => a.Id == about, ct), minutes, input.CourtCase.Trim(), ct);
        return minutes;
    }
}
