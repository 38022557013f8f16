using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Governance.Recusals;

/// <summary>Who prepares and decides a fund's cases: by a seat in its bodies, or by an office in it.</summary>
internal sealed class Involvement(FondDb db, Clock clock)
{
    public static readonly Role[] Offices = [Role.CaseOfficer, Role.SteeringMember, Role.SteeringChair, Role.SteeringSecretary, Role.BoardRegistrar];

    /// <summary>Whether the person might sit at the table today, in the body that decides or the board.</summary>
    public async Task<bool> SitsAsync(long personId, long fundId, CancellationToken ct)
    {
        var fund = await db.Set<Fund>().SingleAsync(f => f.Id == fundId, ct);
        var bodies = await db.Set<Body>().Where(b => b.Id == fund.DecidingBodyId || b.Id == fund.BoardBodyId).ToListAsync(ct);
        return bodies.Exists(b => b.MayAttend(personId, clock.Today));
    }

    public async Task<bool> IncludesAsync(Person person, long fundId, CancellationToken ct) =>
        Offices.Any(role => person.HoldsIn(fundId, role, clock.Today)) || await SitsAsync(person.Id, fundId, ct);
}
