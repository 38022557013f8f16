using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Features.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Governance.Recusals;

/// <summary>Who prepares and decides a case: by a seat in its fund's bodies or in another body that has been called to it, or by an office in the fund.</summary>
internal sealed class Involvement(FondDb db, Clock clock)
{
    public static readonly Role[] Offices = [Role.CaseOfficer, Role.SteeringMember, Role.SteeringChair, Role.SteeringSecretary, Role.BoardRegistrar];

    /// <summary>Whether the person might sit at a table where the case is today: in the body that decides, in the board, in the assembly above it, or in one that has it on its agenda, a council for instance.</summary>
    public async Task<bool> SitsAsync(long personId, Application application, CancellationToken ct)
    {
        if (await db.ItemsAtTableOf(personId, clock.Today).AnyAsync(i => i.ApplicationId == application.Id, ct)) return true;
        var ids = db.BodiesOf(db.Set<Fund>().Where(f => f.Id == application.FundId)).Select(b => b.BodyId);
        var bodies = await db.Set<Body>().Where(b => ids.Contains(b.Id)).ToListAsync(ct);
        return bodies.Exists(b => b.MayAttend(personId, clock.Today));
    }

    public async Task<bool> IncludesAsync(Person person, Application application, CancellationToken ct) =>
        Offices.Any(role => person.HoldsIn(application.FundId, role, clock.Today)) || await SitsAsync(person.Id, application, ct);
}
