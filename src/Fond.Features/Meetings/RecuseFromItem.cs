using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Meetings;

internal sealed record RecuseFromItemInput : AgendaItemInput
{
    /// <summary>Who has a conflict of interest.</summary>
    [GraphQL.Id]
    public required string PersonId { get; init; }

    /// <summary>Why, as it is to stand in the minutes.</summary>
    public required string Ground { get; init; }
}

internal sealed class RecuseFromItem(MeetingDesk desk) : IHandler<RecuseFromItemInput, Meeting>
{
    public async Task<Meeting> Handle(RecuseFromItemInput input, CancellationToken ct)
    {
        var (meeting, body, item) = await desk.OwnItemAsync(input, ct);
        var person = PersonKeys.Of(input.PersonId, "personId");
        Refuse.When(!body.MayAttend(person, meeting.HeldOn), new MeetingAttendantNotMember(meeting.HeldOn) { Path = ["personId"] });
        meeting.Recuse(item.Id, person, input.Ground);
        return meeting;
    }
}
