using Fond.Domain.Meetings;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Meetings;

internal sealed record MoveProposalInput : AgendaItemInput
{
    /// <summary>Who moves it: somebody who takes part in the item and has a vote.</summary>
    [GraphQL.Id]
    public required string PersonId { get; init; }

    /// <summary>What they want decided, as it is to stand in the minutes.</summary>
    public required string Text { get; init; }
}

internal sealed class MoveProposal(MeetingDesk desk) : IHandler<MoveProposalInput, Meeting>
{
    public async Task<Meeting> Handle(MoveProposalInput input, CancellationToken ct)
    {
        var (meeting, body, item) = await desk.OwnItemAsync(input, ct);
        meeting.Propose(item.Id, new(PersonKeys.Of(input.PersonId, "personId"), input.Text), body, await desk.HeldOutAsync(item.ApplicationId, ct));
        return meeting;
    }
}
