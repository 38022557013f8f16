using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Programmes;
using Fond.Domain.Projects;
using Fond.Domain.Registry;
using Fond.Features.Meetings;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.PublicRegister;

/// <summary>What anybody may read of decided cases, with what is marked left out.</summary>
internal sealed class PublicCases(FondDb db, PublicMeasured measured)
{
    /// <returns>In the order of the decisions.</returns>
    public async Task<IReadOnlyList<PublicCase>> OfAsync(IReadOnlyList<Decision> decisions, CancellationToken ct)
    {
        var ids = decisions.Select(d => d.ApplicationId).ToArray();
        var (bodyIds, fundIds) = (decisions.Select(d => d.BodyId).Distinct().ToArray(), decisions.Select(d => d.FundId).Distinct().ToArray());
        var applications = await db.Set<Application>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var goalIds = applications.Values.SelectMany(a => a.Serves).Select(s => s.GoalId).Distinct().ToArray();
        var known = new Known(
            await db.Set<Body>().Where(b => bodyIds.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, ct),
            await db.Set<Fund>().AsNoTracking().Where(f => fundIds.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct),
            await db.Set<ApplicationBalance>().AsNoTracking().Where(b => ids.Contains(b.ApplicationId)).ToDictionaryAsync(b => b.ApplicationId, ct),
            await db.Set<Project>().AsNoTracking().Where(p => ids.Contains(p.ApplicationId)).ToDictionaryAsync(p => p.ApplicationId, ct),
            await db.Set<Goal>().Where(g => goalIds.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Code, ct),
            await db.MarkedAsync(ids, DocumentKind.Decision, ct),
            await db.MarkedAsync(ids, DocumentKind.FinalReport, ct),
            await db.RepealedAsync([.. decisions.Select(d => d.Id)], ct));
        return [.. decisions.Select(d => Of(applications[d.ApplicationId], d, known))];
    }

    private PublicCase Of(Application a, Decision decision, Known known)
    {
        var marked = a.Secrecy is not null;
        var hidden = PublicCase.Fields.Where(field => a.MarkOf(field) is not null).ToList();
        var (fund, project, balance) = (known.Funds[decision.FundId], known.Projects.GetValueOrDefault(a.Id), known.Balances.GetValueOrDefault(a.Id));
        var hidesReasons = marked || known.MarkedDecisions.Contains(a.Id);
        var finished = marked || known.MarkedReports.Contains(a.Id) || project?.Future is null ? null : project; // from the day on which it is decided what follows
        long? told = finished?.FinalReport is null || a.MarkedFields(PublicCase.Repeated).Any() ? null : finished.Id;
        return new(
            a.CaseNumber!, fund.Municipality, fund.Name, marked, hidden, Told(ApplicationFields.Title, a.Title), Told(ApplicationFields.Organisation, a.Organisation), a.Phase, Told(ApplicationFields.Summary, a.Content.Summary),
            hidden.Contains(ApplicationFields.Serves) ? [] : [.. a.Serves.InOrder().Select(s => known.Goals[s.GoalId])],
            a.Asked, decision.Outcome, known.Repealed.Contains(decision.Id), decision.Total, balance?.Disbursed ?? Money.Zero, balance?.Repaid ?? Money.Zero, decision.DecidedOn, known.Bodies[decision.BodyId],
            decision.Paragraph, hidesReasons ? null : decision.Reasons, hidesReasons ? [] : decision.Conditions,
            hidden.Contains(ApplicationFields.Start) ? null : project?.Start, hidden.Contains(ApplicationFields.End) ? null : project?.End, project?.Future, finished?.FinalReport?.Lessons, measured.Of(told), measured.CaveatsOf(told));

        string? Told(string field, string? text) => hidden.Contains(field) ? null : text;
    }

    private sealed record Known(
        Dictionary<long, string> Bodies, Dictionary<long, Fund> Funds, Dictionary<long, ApplicationBalance> Balances, Dictionary<long, Project> Projects,
        Dictionary<long, string> Goals, HashSet<long> MarkedDecisions, HashSet<long> MarkedReports, HashSet<long> Repealed);
}
