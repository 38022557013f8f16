using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Catalogue;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact;

internal sealed record SetMeasurementPlanInput : ProjectInput
{
    /// <summary>How the effect is told from what would have happened anyway.</summary>
    public required StudyDesign Design { get; init; }

    /// <summary>What is measured; all of it.</summary>
    public required IReadOnlyList<PlannedIndicator> Indicators { get; init; }

    /// <summary>When, the baseline first; all of it.</summary>
    public required IReadOnlyList<PlannedWave> Waves { get; init; }

    /// <summary>How many are to be measured in each wave; what can then be found is told as the plan's smallest detectable effects.</summary>
    public PlannedSizes? Sizes { get; init; }
}

internal sealed class SetMeasurementPlan(ProjectDesk desk, FondDb db, Clock clock) : IHandler<SetMeasurementPlanInput, MeasurementPlan>
{
    public async Task<MeasurementPlan> Handle(SetMeasurementPlanInput input, CancellationToken ct)
    {
        var project = await desk.EvaluatedAsync(input, ct);
        var plan = await db.Set<MeasurementPlan>().SingleOrDefaultAsync(p => p.ProjectId == project.Id, ct);
        if (plan is null) db.Add(plan = new MeasurementPlan(project.Id));
        plan.Set(new(input.Design, input.Indicators, input.Waves, input.Sizes), await CatalogueAsync(project.FundId, input, ct));
        return plan;
    }

    private async Task<IndicatorCatalogue> CatalogueAsync(long fundId, SetMeasurementPlanInput input, CancellationToken ct)
    {
        var codes = input.Indicators.Select(i => i.Catalogue?.Trim()).OfType<string>().ToArray();
        return codes.Length == 0 ? IndicatorCatalogue.Empty : new(await db.Set<CatalogueIndicator>().Where(e => e.FundId == fundId && codes.Contains(e.Code)).ToListAsync(ct), clock.Today);
    }
}
