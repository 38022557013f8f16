using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry;
using Microsoft.EntityFrameworkCore;
using Application = Fond.Domain.Applications.Application;

namespace Fond.Features.Meetings;

internal sealed record RecordLegalityReviewInput : MinutesInput
{
    /// <summary>Which decision, by its paragraph.</summary>
    public required int Paragraph { get; init; }

    /// <summary>The court's number of the case.</summary>
    public required string CourtCase { get; init; }

    /// <summary>The day that the request came in to the court.</summary>
    public required DateOnly RequestedOn { get; init; }
}

internal sealed class RecordLegalityReview(Finder finder, FondDb db, MeetingDesk desk, Clock clock, Notifier notifier, CaseRegistry registry) : IHandler<RecordLegalityReviewInput, Minutes>
{
    public async Task<Minutes> Handle(RecordLegalityReviewInput input, CancellationToken ct)
    {
        var minutes = await finder.FindAsync<Minutes>(input.MinutesId, input.ExpectedVersion, ct, "minutesId");
        var body = await db.Set<Body>().SingleAsync(b => b.Id == minutes.BodyId, ct);
        await desk.DemandOfficeAsync(body, ct);
        var meeting = await db.Set<Meeting>().SingleAsync(m => m.Id == minutes.MeetingId, ct);
        await desk.DemandImpartialAsync(meeting.Items.FirstOrDefault(i => i.Paragraph == input.Paragraph), ct);
        minutes.RecordReview(new(input.Paragraph, input.CourtCase, input.RequestedOn), body.Kind, [.. meeting.Items.Select(i => i.Paragraph).OfType<int>()], clock.Today);
        if (meeting.Items.First(i => i.Paragraph == input.Paragraph).ApplicationId is { } about) await TellAsync(about, minutes, input.CourtCase.Trim(), ct);
        return minutes;
    }

    private async Task TellAsync(long applicationId, Minutes minutes, string courtCase, CancellationToken ct)
    {
        var application = await db.Set<Application>().SingleAsync(a => a.Id == applicationId, ct);
        await registry.AddReviewAsync(application, minutes, courtCase, ct);
        await notifier.TellAsync($"review:{applicationId}:{courtCase}", [application.LeadId], applicationId,
            new($"Laglighetsprövning: {application.CaseNumber}", $"Legality review: {application.CaseNumber}"),
            new($"Domstolen prövar om beslutet om \"{application.Title}\" är lagligt ({courtCase}). Det vinner inte laga kraft så länge.",
                $"The court reviews whether the decision on \"{application.Title}\" is lawful ({courtCase}). Until then it is not final and binding."), ct);
    }
}
