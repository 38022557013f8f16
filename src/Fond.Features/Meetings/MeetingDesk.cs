using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>What an input that concerns a meeting carries.</summary>
internal abstract record MeetingInput : EditInput
{
    /// <summary>Which meeting.</summary>
    [GraphQL.Id]
    public required string MeetingId { get; init; }
}

/// <summary>A meeting at hand, for those who keep its papers.</summary>
internal sealed class MeetingDesk(Finder finder, FondDb db, ActorContext context, BodyOffice office)
{
    /// <exception cref="ForbiddenException">When somebody else keeps them.</exception>
    public async Task<(Meeting Meeting, Body Body)> OwnAsync(MeetingInput input, CancellationToken ct)
    {
        var meeting = await finder.FindAsync<Meeting>(input.MeetingId, input.ExpectedVersion, ct, "meetingId");
        var body = await db.Set<Body>().SingleAsync(b => b.Id == meeting.BodyId, ct);
        await DemandOfficeAsync(body, ct);
        return (meeting, body);
    }

    /// <summary>The same, for one item that the caller may take part in.</summary>
    public async Task<(Meeting Meeting, Body Body, AgendaItem Item)> OwnItemAsync(AgendaItemInput input, CancellationToken ct)
    {
        var (meeting, body) = await OwnAsync(input, ct);
        var item = meeting.ItemOf(input.ItemKey);
        await DemandImpartialAsync(item, ct);
        return (meeting, body, item);
    }

    /// <summary>Nobody keeps the papers of a matter that they may not take part in.</summary>
    /// <exception cref="ForbiddenException">When the caller writes the case, has declared a conflict of interest in it, or is kept out of the item.</exception>
    public async Task DemandImpartialAsync(AgendaItem? item, CancellationToken ct)
    {
        if (item is not null && (item.IsRecused(context.Actor.Id) || (await HeldOutAsync(item.ApplicationId, ct)).Contains(context.Actor.Id))) throw new ForbiddenException();
    }

    /// <summary>Those who may take no part in the case, whatever the meeting has written down.</summary>
    public async Task<IReadOnlySet<long>> HeldOutAsync(long? applicationId, CancellationToken ct) =>
        applicationId is { } about ? await db.ConflictedInAsync(about, ct) : new HashSet<long>();

    /// <summary>For those who keep the body's papers.</summary>
    /// <exception cref="ForbiddenException">For everybody else.</exception>
    public async Task DemandOfficeAsync(Body body, CancellationToken ct)
    {
        if (!context.Actor.IsSystem && !(await office.OfAsync(body, ct)).Contains(context.Actor.Id)) throw new ForbiddenException();
    }
}
