using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform;
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
internal sealed class MeetingDesk(Finder finder, FondDb db, ActorContext context, Clock clock)
{
    /// <summary>Those who may name what is done with meetings; of which body is looked at each time.</summary>
    public static readonly Role[] Office = [Role.SteeringChair, Role.SteeringSecretary, Role.BoardRegistrar, Role.CouncilMember];

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

    /// <summary>Chair and secretary of a fund's steering group, the registrar of its board, and whoever sits as chair or secretary in any body.</summary>
    /// <exception cref="ForbiddenException">For everybody else.</exception>
    public async Task DemandOfficeAsync(Body body, CancellationToken ct)
    {
        var (actor, today) = (context.Actor, clock.Today);
        if (actor.IsSystem || body.OfficeOn(today).Contains(actor.Id)) return;
        var funds = await db.Set<Fund>().Where(f => f.DecidingBodyId == body.Id || f.BoardBodyId == body.Id).Select(f => new { f.Id, f.DecidingBodyId }).ToListAsync(ct);
        if (!funds.Exists(f => f.DecidingBodyId == body.Id ? actor.HasIn(f.Id, Role.SteeringChair, Role.SteeringSecretary) : actor.HasIn(f.Id, Role.BoardRegistrar))) throw new ForbiddenException();
    }
}
