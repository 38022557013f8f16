using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Features.Assessments;
using Fond.Features.Platform;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Governance.Recusals;

/// <summary>Who of those that prepare and decide a case comes from an organisation that applies or takes part. A person judges what it means.</summary>
internal static class PossibleConflicts
{
    /// <summary>For those who handle the case by office and do not write it, nor have written in it; nobody for everybody else.</summary>
    public static IDataLoaderResult<IReadOnlyList<Person>>? Of(IResolveFieldContext<Application> context)
    {
        var (application, actor) = (context.Source, context.Actor());
        if (application.IsWrittenBy(actor.Id) || application.IsWorkOf(actor.Id) || !actor.HasIn(application.FundId, AssessmentVisibility.Handlers)) return null;
        return context.Service<BatchLoader>().By<IReadOnlyList<Person>>("possibleConflicts", application.Id, (ids, ct) => ReadAsync(context, ids, ct)).Then(people => people ?? []);
    }

    private static async Task<Dictionary<long, IReadOnlyList<Person>?>> ReadAsync(IResolveFieldContext context, long[] ids, CancellationToken ct)
    {
        var applications = await context.Visible<Application>().Where(a => ids.Contains(a.Id)).ToListAsync(ct);
        var involved = await InvolvedAsync(context, applications, ct);
        var declared = (await context.Visible<Recusal>().Where(r => ids.Contains(r.ApplicationId)).ToListAsync(ct)).Select(r => (r.ApplicationId, r.PersonId)).ToHashSet();
        return applications.ToDictionary(a => a.Id, IReadOnlyList<Person>? (a) =>
            [.. involved[a.FundId].Where(p => !a.WriterIds.Contains(p.Id) && !declared.Contains((a.Id, p.Id)) && CaseParties.Of(a).Include(p.Organisation)).OrderBy(p => p.Id)]);
    }

    /// <summary>By fund.</summary>
    private static async Task<Dictionary<long, List<Person>>> InvolvedAsync(IResolveFieldContext context, List<Application> applications, CancellationToken ct)
    {
        var (today, offices) = (context.Service<Clock>().Today, Involvement.Offices);
        var fundIds = applications.Select(a => a.FundId).Distinct().ToArray();
        var deciding = (await context.Service<FondDb>().BodiesOf(context.Visible<Fund>().Where(f => fundIds.Contains(f.Id))).ToListAsync(ct)).ToLookup(b => b.FundId, b => b.BodyId);
        var bodyIds = deciding.SelectMany(b => b).Distinct().ToArray();
        var bodies = await context.Visible<Body>().Where(b => bodyIds.Contains(b.Id)).ToListAsync(ct);
        var seated = bodies.SelectMany(b => b.Members).Select(m => m.PersonId).OfType<long>().ToArray();
        var people = await context.Visible<Person>().Where(p => seated.Contains(p.Id) || p.Roles.Any(r => offices.Contains(r.Role))).ToListAsync(ct);
        return fundIds.ToDictionary(f => f, f => people.Where(p => offices.Any(role => p.HoldsIn(f, role, today)) || bodies.Exists(b => deciding[f].Contains(b.Id) && b.MayAttend(p.Id, today))).ToList());
    }
}
