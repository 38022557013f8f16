using Fond.Domain.Common;
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
        Refuse.When(minutes.Corrections.Count > 0 && input.ExpectedVersion is null, new MinutesVersionMissing { Path = Conflict.VersionPath });
        if (!minutes.Sign(context.Actor.Id, clock.Now, clock.Today)) return minutes;
        minutes.Approve(await archive.KeepAsync(minutes, ct));
        await records.ApprovedAsync(minutes, ct);
        await course.SetAlarmAsync(minutes, ct);
        return minutes;
    }
}

public sealed record MinutesVersionMissing() : Refusal("MINUTES_VERSION_MISSING", new(
    "Protokollet har rättats. Ange vilken version av det som du har läst.", "The minutes have been corrected. Say which version of them you have read."));
