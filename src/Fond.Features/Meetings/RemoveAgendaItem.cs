using Fond.Domain.Common;
using Fond.Domain.Meetings;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Meetings;

/// <summary>What an input that concerns one item carries.</summary>
internal abstract record AgendaItemInput : MeetingInput
{
    /// <summary>Which item on its agenda.</summary>
    [GraphQL.Id]
    public required string ItemId { get; init; }

    internal long ItemKey => KeyOf(ItemId);

    internal static long KeyOf(string itemId) => GlobalId.Read<AgendaItem>(itemId) ?? throw new RefusedException(new NotFound(nameof(AgendaItem)) { Path = ["itemId"] });
}

internal sealed record RemoveAgendaItemInput : AgendaItemInput;

internal sealed class RemoveAgendaItem(MeetingDesk desk) : IHandler<RemoveAgendaItemInput, Meeting>
{
    public async Task<Meeting> Handle(RemoveAgendaItemInput input, CancellationToken ct)
    {
        var (meeting, _) = await desk.OwnAsync(input, ct);
        meeting.RemoveItem(input.ItemKey);
        return meeting;
    }
}
