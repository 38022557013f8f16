using Fond.Domain.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Meetings;

/// <summary>What an input that concerns minutes carries.</summary>
internal abstract record MinutesInput : EditInput
{
    /// <summary>Which minutes.</summary>
    [GraphQL.Id]
    public required string MinutesId { get; init; }
}

internal sealed record ApproveMinutesInput : MinutesInput;

internal sealed class ApproveMinutes(Finder finder, ActorContext context, Clock clock, MinutesArchive archive, MinutesRecords records, MinutesCourse course) : IHandler<ApproveMinutesInput, Minutes>
{
    public async Task<Minutes> Handle(ApproveMinutesInput input, CancellationToken ct)
    {
        var minutes = await finder.FindAsync<Minutes>(input.MinutesId, input.ExpectedVersion, ct, "minutesId");
        if (!minutes.Sign(context.Actor.Id, clock.Now, clock.Today)) return minutes;
        minutes.Approve(await archive.KeepAsync(minutes, ct));
        await records.ApprovedAsync(minutes, ct);
        await course.SetAlarmAsync(minutes, ct);
        return minutes;
    }
}
