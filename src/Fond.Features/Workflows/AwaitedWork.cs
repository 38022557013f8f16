using Fond.Features.Platform.Access;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Workflows;

/// <summary>Steps of cases whose turn is one of the caller's roles.</summary>
internal sealed class AwaitedWork(Visibility visibility) : IAwaits
{
    public async Task<IEnumerable<AwaitedStep>> OfAsync(Actor actor, long[] seats, CancellationToken ct)
    {
        var roles = actor.Roles.Select(r => r.Role).Distinct().ToArray();
        var items = await visibility.Of<WorkItem>().Where(i => i.DoneAt == null && roles.Contains(i.Role)).OrderBy(i => i.Id).Take(AwaitedSteps.Most).ToListAsync(ct);
        return items.Where(i => actor.HasIn(i.FundId, i.Role)).Select(i => new AwaitedStep(i.Title, i.DueOn, i));
    }
}
