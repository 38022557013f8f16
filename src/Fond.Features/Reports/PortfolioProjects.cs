using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Programmes;
using Fond.Domain.Projects;
using Fond.Features.Applications;
using Fond.Features.Funds;
using Fond.Features.Impact;
using Fond.Features.Impact.MoneyBack;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Reports;

/// <summary>Reads projects side by side, each as the caller may see it.</summary>
internal sealed class PortfolioProjects(FondDb db, Visibility visibility, ActorContext caller, SecretReadings readings, ReportLimit limit, Clock clock)
{
    /// <summary>Years after the start.</summary>
    private const int Horizon = 5;

    /// <summary>What is told of what the application says.</summary>
    private static readonly string[] Told = [ApplicationFields.Title, ApplicationFields.Organisation, ApplicationFields.Serves, "targetGroup", "methodStatus"];

    /// <param name="holds">Which of them are told of, by their application and goals; only of those anything is measured.</param>
    /// <param name="narrowing">The parameter by which the caller can ask for fewer.</param>
    /// <exception cref="RefusedException"><see cref="ReportProjectsMany"/>.</exception>
    public async Task<List<PortfolioProject>> ReadAsync(IQueryable<Project> wanted, Func<Application?, IEnumerable<Goal>, bool> holds, string narrowing, CancellationToken ct)
    {
        var projects = await wanted.OrderByDescending(p => p.Id).Take(limit.Projects + 1).ToListAsync(ct);
        Refuse.When(projects.Count > limit.Projects, new ReportProjectsMany(limit.Projects) { Path = [narrowing] });
        var cases = projects.Select(p => p.ApplicationId).ToArray();
        var applications = await visibility.Of<Application>(cases).ToDictionaryAsync(a => a.Id, ct);
        foreach (var application in applications.Values) readings.NoteFields(application, application, Told); // a filter tells of those, too, that it leaves out
        await readings.WriteAsync(ct);
        var goalIds = applications.Values.SelectMany(a => a.HandedIn.GoalIds).Distinct().ToArray();
        var goals = await db.Set<Goal>().AsNoTracking().Where(g => goalIds.Contains(g.Id)).ToDictionaryAsync(g => g.Id, ct);
        projects.RemoveAll(p => !holds(applications.GetValueOrDefault(p.ApplicationId), GoalsOf(applications.GetValueOrDefault(p.ApplicationId), goals)));
        var ids = projects.Select(p => p.Id).ToArray();
        var judged = await JudgedAsync(ids, ct);
        var caveats = await db.CaveatsAsync([.. judged.Values.Select(j => j.Plan.Id)], ct);
        var savings = ids.Length == 0 ? [] : await ShownSavings.ReadAsync(db, visibility, caller.Actor, ids, ct);
        return [.. projects.Select(p => Of(p, applications.GetValueOrDefault(p.ApplicationId), goals, judged.GetValueOrDefault(p.Id), caveats, savings[p.Id]!))];
    }

    private static PortfolioProject Of(Project project, Application? application, Dictionary<long, Goal> goals, Judged? judged, Dictionary<long, IReadOnlyList<Text>?> caveats, ShownSavings savings) => new(
        project, application?.CaseNumber, GoalsOf(application, goals),
        PortfolioProject.StageOf(application?.HandedIn.Content.TargetGroup), application?.HandedIn.Content.MethodStatus,
        judged?.Verdicts ?? [], judged is null ? [] : caveats[judged.Plan.Id]!, judged?.Plan, judged?.Effects ?? [],
        savings.Latest(SavingsBasis.Verified) is { } verified ? new Reckoned(verified, Horizon, MoneyCase.DefaultRate, savings.Sight) : null);

    private static IReadOnlyList<Goal> GoalsOf(Application? application, Dictionary<long, Goal> goals) => [.. (application?.HandedIn.GoalIds ?? []).Select(g => goals[g]).OrderBy(g => g.Code, StringComparer.Ordinal)];

    /// <summary>By project.</summary>
    private async Task<Dictionary<long, Judged>> JudgedAsync(long[] projects, CancellationToken ct)
    {
        var judged = new Dictionary<long, Judged>();
        await foreach (var results in PlanResults.EachAsync(db, visibility.Of<MeasurementPlan>().Where(p => projects.Contains(p.ProjectId)), caller.Actor, ct))
        {
            var measured = Measured.Of(results, clock.Today);
            judged[results.Plan.ProjectId] = new(results.Plan, measured.Verdicts.Latest(), [.. measured.Effects.Where(e => e.Subgroup is null).Select(e => e with { Further = [] })]);
        }
        return judged;
    }

    /// <summary>What is kept of a plan's results: nothing that holds on to each individual's measurement.</summary>
    private sealed record Judged(MeasurementPlan Plan, IReadOnlyList<Verdict> Verdicts, IReadOnlyList<Effect> Effects);
}

/// <summary>How many projects a report may hold in memory; <see cref="Limits.ReportProjects"/> in every installation.</summary>
internal sealed record ReportLimit(int Projects);
