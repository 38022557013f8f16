using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Impact;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Projects;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.MoneyBack;

/// <summary>Puts what somebody states of a project's savings beside the prices and costs that the record holds that day.</summary>
internal sealed class SavingsDesk(FondDb db, ActorContext context, Clock clock)
{
    public async Task<SavingsCase> StateAsync(Project project, SavingsBasis basis, SavingsInput input, CancellationToken ct)
    {
        project.DemandNotCalledOff();
        var terms = new SavingsTerms(input.StartYear ?? project.Start.Year, input.Savings, input.Note);
        var costs = await CostsAsync(project, basis, terms.StartYear, new(input.CoFinancedBy, input.CoFinancingBoard), ct);
        var ground = new SavingsGround(clock.Today, await PricesAsync(project, input.Savings, ct), await db.PriceIndexAsync(project.FundId, ct), costs, await MeasuredAsync(project, ct))
        {
            WithoutShare = await WithoutShareAsync(project, ct),
        };
        var number = await db.Set<SavingsCase>().CountAsync(c => c.ProjectId == project.Id, ct) + 1;
        var stated = new SavingsCase(project, number, basis, terms, ground, context.Actor.Id, clock.Now);
        db.Add(stated);
        return stated;
    }

    private async Task<IReadOnlyList<ProjectCost>> CostsAsync(Project project, SavingsBasis basis, int startYear, Party coFinancedBy, CancellationToken ct)
    {
        var application = await db.Set<Application>().SingleAsync(a => a.Id == project.ApplicationId, ct);
        var own = ProjectCosts.CoFinanced((application.Content.Budget ?? []).Select(l => new YearAmount(l.Year, l.CoFinancing)), coFinancedBy, startYear);
        if (basis == SavingsBasis.Expected) return [.. ProjectCosts.Granted(project.Granted, startYear), .. own];
        var booked = await (
            from movement in db.Set<LedgerTransaction>()
            where movement.ApplicationId == project.ApplicationId
            from posting in movement.Postings
            where posting.Account == LedgerAccount.Disbursed
            select new { movement.Year, posting.Amount }).ToListAsync(ct);
        var cameBack = -booked.Where(b => b.Amount < Money.Zero).Sum(b => b.Amount);
        return [.. ProjectCosts.Paid(booked.Where(b => b.Amount > Money.Zero).Select(b => new YearAmount(b.Year!.Value, b.Amount)), cameBack, startYear), .. own];
    }

    private async Task<IReadOnlyList<UnitCost>> PricesAsync(Project project, IEnumerable<StatedSaving> savings, CancellationToken ct)
    {
        var (today, codes) = (clock.Today, savings.Select(s => s.UnitCost).Distinct().ToArray());
        var lines = await db.Set<PriceLine>().AsNoTracking()
            .Where(l => l.FundId == project.FundId && EF.Parameter(codes).Contains(l.Code) && l.From <= today && (l.To == null || l.To >= today)).OrderBy(l => l.Code).ToListAsync(ct);
        return [.. lines.Select(l => l.AsUnitCost)];
    }

    private async Task<HashSet<string>> WithoutShareAsync(Project project, CancellationToken ct) => await db.Set<MeasurementPlan>().Where(p => p.ProjectId == project.Id)
        .SelectMany(p => p.Indicators).Where(i => i.Kind != IndicatorKind.Share).Select(i => i.Code).ToHashSetAsync(ct);

    private async Task<Dictionary<(string, string), int>> MeasuredAsync(Project project, CancellationToken ct)
    {
        var plan = await db.Set<MeasurementPlan>().IgnoreAutoIncludes().Where(p => p.ProjectId == project.Id).Select(p => p.Id).SingleOrDefaultAsync(ct);
        var measured = await (
            from row in db.StandingMeasurements()
            where row.PlanId == plan && row.Group == MeasurementGroup.Intervention
            join indicator in db.Set<PlanIndicator>() on row.IndicatorId equals indicator.Id
            join wave in db.Set<PlanWave>() on row.WaveId equals wave.Id
            where !wave.IsBaseline
            group row.N ?? 1 by new { Indicator = indicator.Code, Wave = wave.Code } into cell
            select new { cell.Key.Indicator, cell.Key.Wave, N = cell.Sum() }).ToListAsync(ct);
        return measured.ToDictionary(m => (m.Indicator, m.Wave), m => m.N);
    }
}
