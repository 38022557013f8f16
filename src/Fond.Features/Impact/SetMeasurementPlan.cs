using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Catalogue;
using Fond.Domain.Impact.Series;
using Fond.Domain.KeyFigures;
using Fond.Domain.Projects;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact;

internal sealed record SetMeasurementPlanInput : ProjectInput
{
    /// <summary>How the effect is told from what would have happened anyway.</summary>
    public required StudyDesign Design { get; init; }

    /// <summary>What is measured, or judged; all of it.</summary>
    public required IReadOnlyList<PlannedIndicator> Indicators { get; init; }

    /// <summary>When, the baseline first; all of it.</summary>
    public required IReadOnlyList<PlannedWave> Waves { get; init; }

    /// <summary>How many are to be measured in each wave; what can then be found is told as the plan's smallest detectable effects.</summary>
    public PlannedSizes? Sizes { get; init; }

    /// <summary>What is to lead to what, from resources to effects; all of it.</summary>
    public IReadOnlyList<LogicEntry> LogicModel { get; init; } = [];

    /// <summary>Why the plan is changed; must be given from the first measurement on.</summary>
    public string? Reason { get; init; }

    /// <summary>What the design rests on, when from the first measurement on it claims more than it did or compares in another way; shown with the results, and kept when left out.</summary>
    public string? DesignNote { get; init; }

    /// <summary>Whether the groups are made of whole schools or other units, by which the effect is then judged; those of a stepped design are, whatever is said. Kept when left out.</summary>
    public bool? WholeUnits { get; init; }

    internal PlanContent ContentOf(MeasurementPlan plan) => new(Design, Indicators, Waves, Sizes, LogicModel, DesignNote, WholeUnits ?? plan.WholeUnits);
}

internal sealed class SetMeasurementPlan(ProjectDesk desk, FondDb db, AuditTrail trail, ActorContext context, Clock clock) : IHandler<SetMeasurementPlanInput, MeasurementPlan>
{
    public async Task<MeasurementPlan> Handle(SetMeasurementPlanInput input, CancellationToken ct)
    {
        var project = await desk.EvaluatedAsync(input, ct);
        var plan = await db.Set<MeasurementPlan>().SingleOrDefaultAsync(p => p.ProjectId == project.Id, ct);
        if (plan is null) db.Add(plan = new MeasurementPlan(project.Id));
        var (catalogue, series) = (await CatalogueAsync(project, input, ct), await SeriesAsync(project, input, ct));
        if (plan.IsFrozen) await ChangeAsync(plan, input, catalogue, series, ct);
        else await RewriteAsync(plan, input, catalogue, series, ct);
        return plan;
    }

    private async Task RewriteAsync(MeasurementPlan plan, SetMeasurementPlanInput input, IndicatorCatalogue catalogue, FundSeries series, CancellationToken ct)
    {
        plan.Set(input.ContentOf(plan), catalogue, series);
        await trail.SaveAsync(ct); // its version needs its key
        var last = await LastAsync(plan, ct);
        if (last?.Says(plan.Content) != true) db.Add(new PlanVersion(plan.Id, (last?.Number ?? 0) + 1, plan.Content, context.Actor.Id, clock.Now));
    }

    private async Task ChangeAsync(MeasurementPlan plan, SetMeasurementPlanInput input, IndicatorCatalogue catalogue, FundSeries series, CancellationToken ct)
    {
        var (last, before) = (await LastAsync(plan, ct), plan.Content);
        plan.Change(input.ContentOf(plan), input.Reason, await db.MeasuredPartsAsync(plan, ct), catalogue, series);
        await trail.SaveAsync(ct); // new parts are told in the order of their keys
        if (last is null) db.Add(last = new PlanVersion(plan.Id, 1, before, null, clock.Now)); // older than versions are
        db.Add(new PlanVersion(plan.Id, last.Number + 1, plan.Content, context.Actor.Id, clock.Now, input.Reason));
    }

    private Task<PlanVersion?> LastAsync(MeasurementPlan plan, CancellationToken ct) =>
        db.Set<PlanVersion>().Where(v => v.PlanId == plan.Id).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);

    private async Task<IndicatorCatalogue> CatalogueAsync(Project project, SetMeasurementPlanInput input, CancellationToken ct)
    {
        var codes = input.Indicators.Select(i => i.Catalogue?.Trim()).OfType<string>().ToArray();
        return codes.Length == 0 ? IndicatorCatalogue.Empty : new(await db.Set<CatalogueIndicator>().Where(e => e.FundId == project.FundId && codes.Contains(e.Code)).ToListAsync(ct), clock.Today);
    }

    private async Task<FundSeries> SeriesAsync(Project project, SetMeasurementPlanInput input, CancellationToken ct)
    {
        var named = input.Indicators.Select(i => i.Series).OfType<NamedSeries>().ToList();
        if (named.Count == 0) return FundSeries.None;
        string[] figures = [.. named.Select(s => s.KeyFigure.Trim())], areas = [.. named.Select(s => s.Area.Trim())];
        return new(
            await db.Set<KeyFigure>().Where(f => f.FundId == project.FundId && figures.Contains(f.Code)).ToDictionaryAsync(f => f.Code, f => new SeriesUnit(f.Unit, f.PerPerson), ct),
            (await db.Set<KeyFigureArea>().Where(a => a.FundId == project.FundId && areas.Contains(a.Code)).Select(a => a.Code).ToListAsync(ct)).ToHashSet());
    }
}
