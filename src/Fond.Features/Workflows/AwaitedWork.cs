using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Features.Applications;
using Fond.Features.Assessments;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Workflows;

/// <summary>Steps of cases whose turn is one of the caller's roles; not those of an office in what they lead or have written in.</summary>
internal sealed class AwaitedWork(Visibility visibility, FondDb db) : IAwaits
{
    public async Task<IEnumerable<AwaitedStep>> OfAsync(Actor actor, long[] seats, CancellationToken ct)
    {
        if (actor.Roles.Count == 0) return [];
        var roles = actor.Roles.Select(r => r.Role).Distinct().ToArray();
        var (offices, others) = (AssessmentVisibility.Handlers, db.Set<Application>().Where(db.WorkOfOthersThan(actor.Id)));
        var turn = AnyOf.Terms(actor.Roles.GroupBy(r => r.FundId, r => r.Role).Select(held => Held(held.Key, [.. held])));
        var open = await visibility.Of<WorkItem>().Where(i => i.DoneAt == null && roles.Contains(i.Role) && (!offices.Contains(i.Role) || others.Any(a => a.Id == i.ApplicationId))).Where(turn)
            .OrderBy(i => i.Id).Take(AwaitedSteps.Most).LookAheadAsync(ct);
        var items = await open.ToListAsync(ct);
        return items.Select(i => new AwaitedStep(i.Title, i.DueOn, i));
    }

    /// <summary>Somebody may see a case by one role and have another in other funds alone.</summary>
    private static Expression<Func<WorkItem, bool>> Held(long? fundId, Role[] roles) => fundId is { } fund ? i => i.FundId == fund && roles.Contains(i.Role) : i => roles.Contains(i.Role);
}
