using Fond.Domain.Applications;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Fond.Features.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

/// <summary>Applications that the caller, as a partner's manager, has been asked to endorse and has not answered.</summary>
internal sealed class AwaitedEndorsements(FondDb db) : IAwaits
{
    public async Task<IEnumerable<AwaitedStep>> OfAsync(Actor actor, long[] seats, CancellationToken ct)
    {
        var me = actor.Id;
        var asked = await db.Set<Endorsement>().AsNoTracking().Where(e => e.PersonId == me && e.Answer == null).OrderBy(e => e.Id).Take(AwaitedSteps.Most).ToListAsync(ct);
        return asked.Select(e => new AwaitedStep(new($"Ta ställning till en ansökan där {e.Organisation} är part", $"Endorse, or not, an application with {e.Organisation} as a partner"), null, e));
    }
}
