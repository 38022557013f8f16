using Fond.Domain.Funds;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Projects;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.MoneyBack;

/// <summary>What is stated of a project's savings, and what of it one reader may see: the evaluator all, everybody else what the fund's threshold and the measurements' own suppression let through.</summary>
internal sealed record ShownSavings(IReadOnlyList<SavingsCase> Cases, Sight Sight)
{
    /// <summary>The latest of a basis, but for one that waits as it differs by few from what was told: then that before it. Of either basis, that which is verified, else that which is expected.</summary>
    public SavingsCase? Latest(SavingsBasis? basis) => basis is { } one ? Cases.LastOrDefault(c => c.Basis == one && Sight.Of(c) != Telling.Waits) ?? Cases.LastOrDefault(c => c.Basis == one) : Latest(SavingsBasis.Verified) ?? Latest(SavingsBasis.Expected);

    public static IDataLoaderResult<ShownSavings?> Of(IResolveFieldContext context, long projectId) => context.Service<BatchLoader>()
        .By<ShownSavings>("savings", projectId, (ids, ct) => ReadAsync(context.Db(), context.Service<Visibility>(), context.Actor(), ids, ct));

    public static async Task<Dictionary<long, ShownSavings?>> ReadAsync(FondDb db, Visibility visibility, Actor reader, long[] ids, CancellationToken ct)
    {
        var me = reader.Id;
        var cases = (await visibility.Of<SavingsCase>().Where(c => ids.Contains(c.ProjectId)).OrderBy(c => c.Number).ToListAsync(ct)).ToLookup(c => c.ProjectId);
        var thresholds = await (
            from project in db.Set<Project>()
            join fund in db.Set<Fund>() on project.FundId equals fund.Id
            where ids.Contains(project.Id)
            select new { project.Id, Threshold = project.EvaluatorId == me ? 1 : fund.DisclosureThreshold }).ToListAsync(ct);
        long[] measured = [.. thresholds.Where(t => cases[t.Id].Any(c => c.Basis == SavingsBasis.Verified)).Select(t => t.Id)];
        var plans = await db.Set<MeasurementPlan>().IgnoreAutoIncludes().Where(p => measured.Contains(p.ProjectId)).Select(p => new { p.Id, p.ProjectId }).ToDictionaryAsync(p => p.ProjectId, p => p.Id, ct);
        var results = plans.Count == 0 ? [] : await PlanResults.ReadAsync(db, visibility, reader, [.. plans.Values], ct);
        return thresholds.ToDictionary(t => t.Id, ShownSavings? (t) => new ShownSavings([.. cases[t.Id]], SightOf(t.Threshold, plans.TryGetValue(t.Id, out var plan) ? results.GetValueOrDefault(plan) : null).After(cases[t.Id])));
    }

    private static Sight SightOf(int threshold, Results? told)
    {
        if (told is null) return new(threshold, Nothing);
        var effects = new Lazy<IReadOnlyDictionary<(string Indicator, string Wave), Effect>>(told.Judging);
        return new(threshold, told.Told()) { RangeOf = key => effects.Value.TryGetValue(key, out var effect) ? EffectRange.Of(effect) : null, EffectOf = key => effects.Value.GetValueOrDefault(key) };
    }

    private static readonly Dictionary<(string, string), ToldNumbers> Nothing = [];
}
