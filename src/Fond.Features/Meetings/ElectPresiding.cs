using Fond.Domain.Meetings;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Meetings;

internal sealed record ElectPresidingInput : MeetingInput
{
    /// <summary>Who presides: somebody present who has a vote.</summary>
    [GraphQL.Id]
    public required string PersonId { get; init; }

    /// <summary>Over this item alone, where chair and vice chair are kept out of it or away; left out: over the meeting.</summary>
    [GraphQL.Id]
    public string? ItemId { get; init; }
}

internal sealed class ElectPresiding(MeetingDesk desk) : IHandler<ElectPresidingInput, Meeting>
{
    public async Task<Meeting> Handle(ElectPresidingInput input, CancellationToken ct)
    {
        var (meeting, body) = await desk.OwnAsync(input, ct);
        var item = input.ItemId is { } id ? meeting.ItemOf(AgendaItemInput.KeyOf(id)) : null;
        await desk.DemandImpartialAsync(item, ct);
        meeting.ElectPresiding(PersonKeys.Of(input.PersonId, "personId"), item?.Id, body, await desk.HeldOutAsync(item?.ApplicationId, ct));
        return meeting;
    }
}
