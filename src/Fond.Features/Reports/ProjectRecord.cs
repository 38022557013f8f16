using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Programmes;
using Fond.Domain.Projects;
using Fond.Features.Applications;
using Fond.Features.Impact;
using Fond.Features.Impact.MoneyBack;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Reports;

/// <summary>What the record tells one reader of a project, by the same rules as the API.</summary>
/// <param name="Application">Null for those who see the project but not its case.</param>
/// <param name="Goals">Programme goals that it serves.</param>
/// <param name="Plan">Null where nothing is planned to be measured.</param>
/// <param name="Balance">Where its money stands; null for those who do not see the case's money.</param>
internal sealed record ProjectRecord(
    Project Project, Fund Fund, Application? Application, IReadOnlyList<Goal> Goals, Measured? Plan, ShownSavings Savings, ApplicationBalance? Balance, DateOnly Today, Language Language) : Spoken(Language);

/// <summary>A plan, and what was measured by it as one reader may see it.</summary>
internal sealed record Measured(MeasurementPlan Plan, Results Results, IReadOnlyList<Effect> Effects, Verdicts Verdicts)
{
    public static Measured Of(Results results, DateOnly today)
    {
        var effects = results.Effects();
        return new(results.Plan, results, effects, new(results.Plan, effects, today));
    }
}

/// <summary>Reads what a report of a project tells.</summary>
internal sealed class ProjectReader(FondDb db, Visibility visibility, Finder finder, ActorContext caller, SecretReadings readings, Clock clock)
{
    /// <exception cref="RefusedException">When the caller may not see the project.</exception>
    public async Task<ProjectRecord> ReadAsync(string id, CancellationToken ct)
    {
        var project = await finder.FindAsync<Project>(id, ct);
        var application = await visibility.Of<Application>().SingleOrDefaultAsync(a => a.Id == project.ApplicationId, ct);
        if (application is not null)
        {
            readings.Note(application, application.Secrecy);
            readings.NoteFields(application, application, PlanSection.Told);
        }
        else readings.Note(project, await db.MarkOfCaseAsync(project.ApplicationId, ct)); // what it reports is of the case, for those too who do not see that
        await readings.WriteAsync(ct);
        var goals = application?.HandedIn.GoalIds.ToArray() ?? [];
        return new(
            project,
            await visibility.Of<Fund>().SingleAsync(f => f.Id == project.FundId, ct),
            application,
            await db.Set<Goal>().AsNoTracking().Where(g => goals.Contains(g.Id)).OrderBy(g => g.Code).ToListAsync(ct),
            await MeasuredAsync(project, ct),
            (await ShownSavings.ReadAsync(db, visibility, caller.Actor, [project.Id], ct))[project.Id]!,
            await visibility.Of<ApplicationBalance>().SingleOrDefaultAsync(b => b.ApplicationId == project.ApplicationId, ct),
            clock.Today, caller.Language);
    }

    private async Task<Measured?> MeasuredAsync(Project project, CancellationToken ct)
    {
        var plans = await visibility.Of<MeasurementPlan>().IgnoreAutoIncludes().Where(p => p.ProjectId == project.Id).Select(p => p.Id).ToArrayAsync(ct);
        var results = plans.Length == 0 ? [] : await PlanResults.ReadIndividualsAsync(db, visibility, caller.Actor, plans, ct);
        return results.Count == 0 ? null : Measured.Of(results.Values.Single()!, clock.Today);
    }
}
