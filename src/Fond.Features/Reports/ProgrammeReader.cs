using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Impact.Qualitative;
using Fond.Domain.KeyFigures;
using Fond.Domain.Programmes;
using Fond.Domain.Projects;
using Fond.Features.Funds;
using Fond.Features.KeyFigures;
using Fond.Features.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Reports;

/// <summary>Reads what a report of a programme tells whoever may read the ledger of some fund: of those funds' cases that they see, as they see them.</summary>
internal sealed class ProgrammeReader(FondDb db, Visibility visibility, Finder finder, PortfolioProjects told, ActorContext caller, Clock clock)
{
    /// <exception cref="RefusedException">When the programme is not there, or the period means nothing.</exception>
    /// <exception cref="ForbiddenException">When the caller may read no fund's ledger.</exception>
    public async Task<ProgrammeRecord> ReadAsync(string id, string? from, string? to, CancellationToken ct)
    {
        var programme = await finder.FindAsync<Programme>(id, ct);
        var funds = caller.Actor.FundsAs(FundVisibility.LedgerReaders);
        if (!funds.All && funds.Ids.Length == 0) throw new ForbiddenException();
        var period = ReportPeriod.Read(from, to, clock.Today);
        var goals = programme.Areas.SelectMany(a => a.Goals).Select(g => g.Id).ToArray();
        var serving = visibility.Of<Application>().Where(a => a.Serves.Any(s => goals.Contains(s.GoalId)));
        if (!funds.All) serving = serving.Where(a => funds.Ids.Contains(a.FundId));
        var projects = await ProjectsAsync(period, serving, ct);
        var ids = projects.Select(p => p.Project.Id).ToArray();
        var background = await Background.ReadAsync(db, visibility, visibility.Of<ProjectKeyFigure>().Where(n => ids.Contains(n.ProjectId) && n.DroppedAt == null), ct);
        var attainments = await visibility.Of<AttainmentJudgement>().Where(j => ids.Contains(j.ProjectId) && j.Goal != null && !j.IsCorrected).OrderBy(j => j.Id).ToListAsync(ct);
        return new(programme, period, projects, await DecidedAsync(period, serving, ct), attainments, background, clock.Today, caller.Language);
    }

    private async Task<List<PortfolioProject>> ProjectsAsync(ReportPeriod period, IQueryable<Application> serving, CancellationToken ct)
    {
        var (first, last) = (period.From, period.To);
        var projects = visibility.Of<Project>().Where(p => p.DecidedOn <= last && (p.End >= first || p.ClosedOn == null || p.ClosedOn >= first) && serving.Any(a => a.Id == p.ApplicationId));
        return await told.ReadAsync(projects, (_, _) => true, "from", ct);
    }

    private async Task<List<DecidedCase>> DecidedAsync(ReportPeriod period, IQueryable<Application> serving, CancellationToken ct)
    {
        var (first, last) = (period.From, period.To);
        var decisions = await visibility.Of<Decision>().Where(d => d.Kind == DecisionKind.Decision && d.DecidedOn >= first && d.DecidedOn <= last && serving.Any(a => a.Id == d.ApplicationId))
            .Select(d => new { d.Id, d.ApplicationId, d.Outcome, d.Total, d.DecidedOn }).ToListAsync(ct);
        var cases = decisions.Select(d => d.ApplicationId).ToArray();
        var goals = (await db.Set<Application>().Where(a => cases.Contains(a.Id)).SelectMany(a => a.Serves, (a, s) => new { a.Id, s.GoalId }).ToListAsync(ct)).ToLookup(x => x.Id, x => x.GoalId);
        var repealed = await db.RepealedAsync([.. decisions.Select(d => d.Id)], ct);
        return [.. decisions.Select(d => new DecidedCase(d.ApplicationId, d.Outcome, repealed.Contains(d.Id), d.Total, d.DecidedOn, [.. goals[d.ApplicationId]]))];
    }
}
