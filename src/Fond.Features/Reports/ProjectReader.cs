using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Series;
using Fond.Domain.KeyFigures;
using Fond.Domain.Programmes;
using Fond.Domain.Projects;
using Fond.Features.Applications;
using Fond.Features.Impact;
using Fond.Features.Impact.MoneyBack;
using Fond.Features.Impact.Qualitative;
using Fond.Features.KeyFigures;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Reports;

/// <summary>Reads what a report of a project tells.</summary>
internal sealed class ProjectReader(FondDb db, Visibility visibility, Finder finder, ActorContext caller, SecretReadings readings, Clock clock)
{
    /// <exception cref="RefusedException">When the caller may not see the project.</exception>
    public async Task<ProjectRecord> ReadAsync(string id, CancellationToken ct)
    {
        var project = await finder.FindAsync<Project>(id, ct);
        var application = await visibility.Of<Application>().SingleOrDefaultAsync(a => a.Id == project.ApplicationId, ct);
        var marked = application ?? await db.Set<Application>().AsNoTracking().SingleAsync(a => a.Id == project.ApplicationId, ct); // what it reports is of the case, for those too who do not see that
        Entity read = application is null ? project : application;
        readings.NoteFields(read, marked, PlanSection.Told);
        await readings.WriteAsync(ct);
        var goals = application?.HandedIn.GoalIds.ToArray() ?? [];
        return new(
            project,
            await visibility.Of<Fund>().SingleAsync(f => f.Id == project.FundId, ct),
            application,
            await db.Set<Goal>().AsNoTracking().Where(g => goals.Contains(g.Id)).OrderBy(g => g.Code).ToListAsync(ct),
            await MeasuredAsync(project, ct),
            await visibility.Of<PlanVersion>().Where(v => db.Set<MeasurementPlan>().Any(p => p.Id == v.PlanId && p.ProjectId == project.Id)).OrderBy(v => v.Number).ToListAsync(ct),
            await Told.ReadAsync(visibility, project.Id, ct),
            await Background.ReadAsync(db, visibility, visibility.Of<ProjectKeyFigure>().Where(n => n.ProjectId == project.Id && n.DroppedAt == null), ct),
            (await ShownSavings.ReadAsync(db, visibility, caller.Actor, [project.Id], ct))[project.Id]!,
            await visibility.Of<ApplicationBalance>().SingleOrDefaultAsync(b => b.ApplicationId == project.ApplicationId, ct),
            clock.Today, caller.Language);
    }

    private async Task<Measured?> MeasuredAsync(Project project, CancellationToken ct)
    {
        var plans = await visibility.Of<MeasurementPlan>().IgnoreAutoIncludes().Where(p => p.ProjectId == project.Id).Select(p => p.Id).ToArrayAsync(ct);
        var results = plans.Length == 0 ? [] : await PlanResults.ReadIndividualsAsync(db, visibility, caller.Actor, plans, ct);
        if (results.Count == 0) return null;
        var measured = Measured.Of(results.Values.Single()!, clock.Today);
        return measured with { Caveats = (await db.CaveatsAsync(plans, ct)).Values.Single()!, Beside = BesideSeries.Of(measured.Plan, measured.Effects, (await db.SeriesAsync(plans, ct)).Values.Single()!) };
    }
}
