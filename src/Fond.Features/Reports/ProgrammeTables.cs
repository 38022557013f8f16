using Fond.Domain.Common;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Qualitative;
using Fond.Domain.Programmes;
using Fond.Domain.Projects;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Reports;

/// <summary>The tables of a report of a programme.</summary>
internal static class ProgrammeTables
{
    public static ReportTable Goals(ProgrammeRecord record) => ReportTable.Of<(PriorityArea Area, Goal Goal)>("goals", new("Mål för mål. Omdömena gäller projektens alla indikatorer, inte målet", "Goal by goal. The verdicts are of all the projects' indicators, not of the goal"), record.Language,
        [.. record.Programme.Areas.InOrder().SelectMany(a => a.Goals.InOrder().Select(g => (a, g)))],
    [
        new("area", null, r => r.Area.Name),
        new("goal", new("Mål", "Goal"), r => r.Goal.Code, r => $"{r.Area.Name}: {r.Goal.Title}", 13),
        new("title", null, r => r.Goal.Title),
        new("decided", new("Beslut", "Decisions"), r => record.Decided.Count(d => d.GoalIds.Contains(r.Goal.Id)), Width: 4),
        new("repealed", null, r => record.Decided.Count(d => d.IsRepealed && d.GoalIds.Contains(r.Goal.Id))),
        new("projects", new("Projekt", "Projects"), r => record.Of(r.Goal).Count(), Width: 5),
        new("granted", new("Beviljat", "Granted"), r => record.GrantedIn(record.Period, r.Goal), Width: 8),
        new("paid", new("Utbetalt", "Paid out"), r => record.PaidIn(record.Period, r.Goal), Width: 8),
        .. Counted.Columns<(PriorityArea Area, Goal Goal), Outcome>(new("Projektens omdömen", "The projects' verdicts"), r => record.Of(r.Goal).SelectMany(p => p.Verdicts).Select(v => v.Outcome), ReportTerms.Of, record.Language, 11),
    ]);

    /// <summary>Every goal that some project works towards, whether it is judged or not.</summary>
    public static ReportTable Attainment(ProgrammeRecord record) => ReportTable.Of<(Goal Goal, PortfolioProject Project, AttainmentJudgement? Judged)>("attainment", new("Hur långt projekten har kommit, mål för mål", "How far the projects have come, goal by goal"), record.Language,
        [.. record.Programme.Areas.InOrder().SelectMany(a => a.Goals.InOrder()).SelectMany(goal => record.Of(goal).Select(project => (goal, project, record.Attained(project, goal))))],
    [
        new("goal", new("Mål", "Goal"), r => r.Goal.Code, r => r.Goal.Title, 5),
        new("project", null, r => GlobalId.Of<Project>(r.Project.Project.Id)),
        new("title", new("Projekt", "Project"), r => r.Project.Project.Title, Width: 4),
        new("wave", new("Mätomgång", "Wave"), r => r.Judged?.Wave, r => ToldSection.WaveOf(record, r.Project.Plan, r.Judged), 3),
        new("score", new("Bedömning", "Judgement"), r => r.Judged?.Score, r => ToldSection.ScoreOf(record, r.Judged), 4),
        new("expected", new("Väntat", "Expected"), r => r.Judged?.Expected, Width: 4),
        new("reasons", new("Skäl", "Reasons"), r => r.Judged?.Reasons, Width: 5),
    ]);

    public static ReportTable Years(ProgrammeRecord record) => ReportTable.Of<ReportPeriod>("years", new("År för år", "Year by year"), record.Language, [.. record.Period.Years.Select(y => new ReportPeriod(y, y))],
    [
        new("year", new("År", "Year"), y => y.First, Width: 3),
        new("granted_cases", new("Bifall", "Granted"), y => Decided(record, y).Count(d => d.Grants), Width: 4),
        new("rejected_cases", new("Avslag", "Rejected"), y => Decided(record, y).Count(d => d.Rejects), Width: 4),
        new("repealed_cases", new("Upphävt", "Repealed"), y => Decided(record, y).Count(d => d.IsRepealed), Width: 5),
        new("projects", new("Pågående projekt", "Projects under way"), y => record.Projects.Count(p => p.IsUnderWay(y)), Width: 6),
        new("granted", new("Beviljat", "Granted"), y => record.GrantedIn(y), Width: 8),
        new("paid", new("Utbetalt", "Paid out"), y => record.PaidIn(y), Width: 8),
        .. Counted.Columns<ReportPeriod, ProjectFuture>(new("Vad projekt blev", "What projects became"), y => record.Projects.Where(p => y.Holds(p.Project.FutureDecidedOn)).Select(p => p.Project.Future).OfType<ProjectFuture>(), PublicRegister.Pages.Said.Of, record.Language, 9),
    ]);

    public static ReportTable Documents(ProgrammeRecord record) => ReportTable.Of("steering_documents", new("Styrdokument som programmet rör", "Steering documents that the programme touches"), record.Language, record.Programme.SteeringDocuments,
    [
        new("title", new("Dokument", "Document"), d => d.Title, Width: 6),
        new("fate", new("Vad som sker med det", "What becomes of it"), d => d.Fate.Code(), d => record.Say(Of(d.Fate)), 4),
    ]);

    private static IEnumerable<DecidedCase> Decided(ProgrammeRecord record, ReportPeriod year) => record.Decided.Where(d => year.Holds(d.On));

    private static Text Of(DocumentFate fate) => fate switch
    {
        DocumentFate.WorkIn => new("arbetas in", "is worked in"),
        DocumentFate.Update => new("aktualiseras", "is brought up to date"),
        DocumentFate.End => new("avslutas", "ends"),
        DocumentFate.Keep => new("består", "stays"),
        _ => throw new ArgumentOutOfRangeException(nameof(fate)),
    };
}
