using Fond.Domain.Funds;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Projects;
using Fond.Features.Platform.GraphQL;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.MoneyBack;

/// <summary>What is stated of a project's savings, and from how many on one reader may see it: the evaluator whole, everybody else above the fund's threshold.</summary>
internal sealed record ShownSavings(IReadOnlyList<SavingsCase> Cases, int Threshold)
{
    /// <summary>The latest of a basis; of either, the latest that is verified, else the latest that is expected.</summary>
    public SavingsCase? Latest(SavingsBasis? basis) => basis is { } one ? Cases.LastOrDefault(c => c.Basis == one) : Latest(SavingsBasis.Verified) ?? Latest(SavingsBasis.Expected);

    public static IDataLoaderResult<ShownSavings?> Of(IResolveFieldContext context, long projectId) => context.Service<BatchLoader>()
        .By<ShownSavings>("savings", projectId, (ids, ct) => ReadAsync(context, ids, ct));

    private static async Task<Dictionary<long, ShownSavings?>> ReadAsync(IResolveFieldContext context, long[] ids, CancellationToken ct)
    {
        var (db, me) = (context.Db(), context.Actor().Id);
        var cases = (await context.Visible<SavingsCase>().Where(c => ids.Contains(c.ProjectId)).OrderBy(c => c.Number).ToListAsync(ct)).ToLookup(c => c.ProjectId);
        var thresholds = await (
            from project in db.Set<Project>()
            join fund in db.Set<Fund>() on project.FundId equals fund.Id
            where ids.Contains(project.Id)
            select new { project.Id, Threshold = project.EvaluatorId == me ? 1 : fund.DisclosureThreshold }).ToListAsync(ct);
        return thresholds.ToDictionary(t => t.Id, ShownSavings? (t) => new ShownSavings([.. cases[t.Id]], t.Threshold));
    }
}
