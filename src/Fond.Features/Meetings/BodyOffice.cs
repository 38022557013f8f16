using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>
/// Who keeps a body's papers: whoever sits in it as chair or secretary, of a fund's steering group also those who hold these offices in the fund, and of its board the fund's registrar. One rule for what
/// they may do, what waits for them and what they are told.
/// </summary>
internal sealed class BodyOffice(FondDb db, Clock clock)
{
    private static readonly Role[] OfSteeringGroup = [Role.SteeringChair, Role.SteeringSecretary], OfBoard = [Role.BoardRegistrar];

    /// <summary>The persons who keep a body's papers today.</summary>
    public async Task<IReadOnlySet<long>> OfAsync(Body body, CancellationToken ct)
    {
        var (people, today) = (body.OfficeOn(clock.Today).ToHashSet(), clock.Today);
        foreach (var fund in await db.Set<Fund>().Where(f => f.DecidingBodyId == body.Id || f.BoardBodyId == body.Id).Select(f => new { f.Id, f.DecidingBodyId }).ToListAsync(ct))
        {
            var roles = RolesIn(fund.DecidingBodyId, body.Id);
            people.UnionWith(await db.Set<Person>()
                .Where(p => p.Roles.Any(r => roles.Contains(r.Role) && (r.FundId == null || r.FundId == fund.Id) && r.From <= today && (r.Until == null || r.Until > today))).Select(p => p.Id).ToListAsync(ct));
        }
        return people;
    }

    /// <summary>The bodies whose papers somebody keeps today.</summary>
    /// <param name="seats">The bodies in which they sit.</param>
    public async Task<IReadOnlySet<long>> KeptByAsync(Actor actor, long[] seats, CancellationToken ct)
    {
        var today = clock.Today;
        var kept = (await db.Set<Body>().Where(b => seats.Contains(b.Id)).ToListAsync(ct)).Where(b => b.OfficeOn(today).Contains(actor.Id)).Select(b => b.Id).ToHashSet();
        if (!actor.Has([.. OfSteeringGroup, .. OfBoard])) return kept;
        foreach (var fund in await db.Set<Fund>().Select(f => new { f.Id, f.DecidingBodyId, f.BoardBodyId }).ToListAsync(ct))
            kept.UnionWith(new[] { fund.DecidingBodyId, fund.BoardBodyId }.OfType<long>().Where(body => actor.HasIn(fund.Id, RolesIn(fund.DecidingBodyId, body))));
        return kept;
    }

    private static Role[] RolesIn(long? decidingBodyId, long bodyId) => decidingBodyId == bodyId ? OfSteeringGroup : OfBoard;
}
