using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

internal sealed record ReplaceApproverInput : MinutesInput
{
    /// <summary>Who cannot approve them, and has not.</summary>
    [GraphQL.Id]
    public required string PersonId { get; init; }

    /// <summary>Who does so instead: somebody who was there and had a vote.</summary>
    [GraphQL.Id]
    public required string ById { get; init; }

    /// <summary>Why; not told to everybody.</summary>
    public required string Reason { get; init; }
}

internal sealed class ReplaceApprover(Finder finder, FondDb db, MeetingDesk desk, Clock clock, MinutesCourse course) : IHandler<ReplaceApproverInput, Minutes>
{
    public async Task<Minutes> Handle(ReplaceApproverInput input, CancellationToken ct)
    {
        var minutes = await finder.FindAsync<Minutes>(input.MinutesId, input.ExpectedVersion, ct, "minutesId");
        var body = await db.Set<Body>().SingleAsync(b => b.Id == minutes.BodyId, ct);
        await desk.DemandOfficeAsync(body, ct);
        var meeting = await db.Set<Meeting>().SingleAsync(m => m.Id == minutes.MeetingId, ct);
        var by = PersonKeys.Of(input.ById, "byId");
        minutes.Replace(new(PersonKeys.Of(input.PersonId, "personId"), by, input.Reason, clock.Today), meeting, body);
        await course.AskAsync(minutes, body, [by], ct);
        return minutes;
    }
}
