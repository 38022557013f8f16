using Fond.Domain.Applications;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Programmes;
using Fond.Domain.Projects;
using Fond.Domain.Registry;
using Fond.Domain.Workflows;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.PublicRegister;

/// <summary>What somebody looks for in the register; null: whatever.</summary>
/// <param name="Goal">A goal's code.</param>
/// <param name="Text">Part of title, organisation, summary or case number, of the decision's reasons, of the lessons of the final report, or of what something is called that was measured.</param>
/// <param name="Future">What was decided to happen after the project.</param>
internal sealed record PublicSearch(string? Municipality = null, DecisionOutcome? Outcome = null, long? CallId = null, string? Goal = null, string? Text = null, ProjectFuture? Future = null)
{
    /// <summary>A mark on any of them, or on a part of one, keeps what was measured from everybody.</summary>
    private static readonly string[] Repeating = [.. ApplicationFields.All.Where(field => PublicCase.Repeated.Any(repeated => ApplicationFields.Overlap(repeated, field)))];

    /// <summary>By decision: whatever waits for one costs nothing here. What is marked is found by its case number alone, so that searching tells nothing that reading does not.</summary>
    public async Task<IQueryable<Decision>> InAsync(FondDb db, CancellationToken ct)
    {
        var decisions = db.Set<Decision>().AsNoTracking().Where(d => d.Kind == DecisionKind.Decision);
        if (Municipality is not null)
        {
            var funds = await db.FundsOfAsync(Municipality, ct);
            decisions = decisions.Where(d => funds.Contains(d.FundId)); // by values, since most often there is one: its decisions are read in order
        }

        if (Outcome is { } outcome) decisions = decisions.Where(d => d.Outcome == outcome);
        if (Future is { } future)
        {
            var ended = db.Set<Project>().IgnoreAutoIncludes().Where(p => p.Future == future).Select(p => p.ApplicationId).Ahead();
            decisions = decisions.Where(d => ended.Contains(d.ApplicationId)); // under a mark too, which does not hide it
        }

        if (CallId is null && Goal is null && string.IsNullOrWhiteSpace(Text)) return decisions;
        var cases = Cases(db);
        return decisions.Where(d => cases.Contains(d.ApplicationId));
    }

    private IQueryable<long> Cases(FondDb db)
    {
        IQueryable<Application> cases = db.Set<Application>();
        if (CallId is { } call) cases = cases.Where(a => a.CallId == call);
        if (Goal is { } code)
        {
            var goals = db.Set<Goal>().Where(g => g.Code == code).Select(g => g.Id).Ahead();
            var serving = db.Set<ApplicationGoal>().Where(s => goals.Contains(s.GoalId)).Owners(typeof(Application));
            cases = cases.Where(a => a.Secrecy == null && !a.FieldMarks.Any(m => m.LiftedAt == null && m.Field == ApplicationFields.Serves) && serving.Contains(a.Id));
        }

        var named = cases.WithText(Text,
            a => a.Secrecy == null && !a.FieldMarks.Any(m => m.LiftedAt == null && m.Field == ApplicationFields.Title) ? a.Title : null,
            a => a.Secrecy == null && !a.FieldMarks.Any(m => m.LiftedAt == null && m.Field == ApplicationFields.Organisation) ? a.Organisation : null,
            a => a.Secrecy == null && !a.FieldMarks.Any(m => m.LiftedAt == null && m.Field == ApplicationFields.Summary) ? JsonText.In(EF.Property<string>(a, nameof(Application.Content)), "summary") : null, a => a.CaseNumber).Select(a => a.Id);
        if (string.IsNullOrWhiteSpace(Text)) return named;
        var told = Reasoned(db).Concat(Reported(db)).Concat(Measured(db));
        return named.Concat(cases.Where(a => a.Secrecy == null && told.Contains(a.Id)).Select(a => a.Id));
    }

    /// <summary>The cases whose decision gives it as a reason, where anybody may read that.</summary>
    private IQueryable<long> Reasoned(FondDb db)
    {
        var marked = db.MarkedEntries(DocumentKind.Decision);
        return db.Set<Decision>().Where(d => d.Kind == DecisionKind.Decision && !marked.Any(m => m.ApplicationId == d.ApplicationId)).WithText(Text, d => d.Reasons).Select(d => d.ApplicationId);
    }

    /// <summary>The cases whose final report says it of lessons, where anybody may read that.</summary>
    private IQueryable<long> Reported(FondDb db)
    {
        var marked = db.MarkedEntries(DocumentKind.FinalReport);
        return db.Set<Project>().Where(p => p.Future != null && !marked.Any(d => d.ApplicationId == p.ApplicationId))
            .WithText(Text, p => JsonText.In(EF.Property<string>(p, nameof(Project.FinalReport)), "lessons"))
            .Select(p => p.ApplicationId);
    }

    /// <summary>The cases of whose results anybody may read, and in which something is called so, in either language.</summary>
    private IQueryable<long> Measured(FondDb db)
    {
        var marked = db.MarkedEntries(DocumentKind.FinalReport);
        var hidden = db.Set<Application>().Where(a => a.FieldMarks.Any(m => m.LiftedAt == null && Repeating.Contains(m.Field)));
        var named = Judged(db).WithText(Text, i => i.Name, i => i.NameEn).Owners(typeof(MeasurementPlan));
        var plans = db.Set<MeasurementPlan>().IgnoreAutoIncludes().Where(p => p.Waves.Any(w => !w.IsBaseline) && named.Contains(p.Id)).Select(p => p.ProjectId);
        return db.Set<Project>().IgnoreAutoIncludes().Where(p => p.Future != null && p.FinalReport != null && plans.Contains(p.Id)
            && !marked.Any(d => d.ApplicationId == p.ApplicationId) && !hidden.Any(a => a.Id == p.ApplicationId)).Select(p => p.ApplicationId);
    }

    /// <summary>The same as <see cref="Verdicts.Judged"/> of each plan.</summary>
    private static IQueryable<PlanIndicator> Judged(FondDb db)
    {
        var measurable = db.Set<PlanIndicator>().Where(i => i.Kind != IndicatorKind.Qualitative);
        return measurable.Where(i => i.IsPrimary || (!i.PlannedLater && !measurable.Any(other => other.IsPrimary && EF.Property<long>(other, "MeasurementPlanId") == EF.Property<long>(i, "MeasurementPlanId"))));
    }
}

internal static class PublicRows
{
    public static Task<long[]> FundsOfAsync(this FondDb db, string municipality, CancellationToken ct) =>
        db.Set<Fund>().Where(f => f.Municipality == municipality).Select(f => f.Id).ToArrayAsync(ct);

    /// <summary>The decisions of the case with that number; none before it is decided.</summary>
    public static async Task<IQueryable<Decision>> DecisionsOfAsync(this FondDb db, string municipality, string caseNumber, CancellationToken ct)
    {
        var funds = await db.FundsOfAsync(municipality, ct);
        var cases = db.Set<Application>().Where(a => funds.Contains(a.FundId) && a.CaseNumber == caseNumber).Select(a => a.Id);
        return db.Set<Decision>().AsNoTracking().Where(d => d.Kind == DecisionKind.Decision && cases.Contains(d.ApplicationId)).OrderByDescending(d => d.Id);
    }

    /// <summary>The case with that number, where it has ended and no decision on money was made in it: dismissed, withdrawn, or with a no to its idea.</summary>
    public static async Task<Application?> EndedOfAsync(this FondDb db, string municipality, string caseNumber, CancellationToken ct)
    {
        var funds = await db.FundsOfAsync(municipality, ct);
        return await db.EndedCases().FirstOrDefaultAsync(a => funds.Contains(a.FundId) && a.CaseNumber == caseNumber, ct);
    }

    /// <summary>Those that have a page in the register without a decision on money. The rule for the page, the list and the registry alike.</summary>
    public static IQueryable<Application> EndedCases(this FondDb db) => db.Set<Application>().AsNoTracking().Where(a => a.CaseNumber != null
        && (a.Phase == Phase.Dismissed || a.Phase == Phase.Withdrawn || a.Phase == Phase.IdeaDeclined)
        && !db.Set<Decision>().Any(d => d.ApplicationId == a.Id && d.Kind == DecisionKind.Decision));

    /// <summary>The keys of these cases that have an entry of a kind under a mark.</summary>
    public static async Task<HashSet<long>> MarkedAsync(this FondDb db, long[] cases, DocumentKind kind, CancellationToken ct) =>
        [.. await db.MarkedEntries(kind).Where(d => cases.Contains(d.ApplicationId)).Select(d => d.ApplicationId).ToListAsync(ct)];
}
