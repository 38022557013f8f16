using Fond.Domain.Common;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Projects;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.GraphQL;

namespace Fond.Features.Reports;

/// <summary>The tables of a report of a fund's projects.</summary>
internal static class PortfolioTables
{
    public static ReportTable Verdicts(ProjectsRecord record) => ReportTable.Of<(PortfolioProject Of, Verdict? Verdict)>("verdicts", new("Alla projekt med omdömen", "All projects with verdicts"), record.Language,
        [.. record.Projects.SelectMany(p => p.Verdicts.Count == 0 ? [(p, null)] : p.Verdicts.Select(v => (p, (Verdict?)v)))],
    [
        new("project", null, r => GlobalId.Of<Project>(r.Of.Project.Id)),
        new("title", new("Projekt", "Project"), r => r.Of.Project.Title, Width: 4),
        new("indicator", null, r => r.Verdict?.Indicator.Code),
        new("indicator_name", new("Indikator", "Indicator"), r => r.Verdict?.Indicator.NameIn.In(record.Language), Width: 3),
        new("wave", new("Mätomgång", "Wave"), r => r.Verdict?.Wave.NameIn.In(record.Language), Width: 3),
        new("outcome", new("Omdöme", "Verdict"), r => (r.Verdict?.Outcome ?? Outcome.Unknown).Code(), r => Judged(record, r.Of, r.Verdict?.Outcome ?? Outcome.Unknown), 3),
        new("value", new("Skattning (95 % KI)", "Estimate (95% CI)"), r => r.Verdict?.Estimate?.Value, r => Said(record, r.Of, r.Verdict), 4),
        new("lower", null, r => r.Verdict?.Estimate?.Lower),
        new("upper", null, r => r.Verdict?.Estimate?.Upper),
        new("p", null, r => r.Verdict?.Estimate?.PValue),
        new("adjusted_p", null, r => r.Verdict?.Estimate?.AdjustedPValue),
        .. Evidence.Columns<(PortfolioProject Of, Verdict? Verdict)>(r => r.Verdict?.Estimate, record.Language, 4),
        new("unavailable", null, r => r.Verdict?.Reason?.Code),
        new("sentence", null, r => r.Verdict is { } v ? record.Say(v.Sentence) : NoVerdict(record, r.Of)),
        new("caveats", null, r => record.Say(r.Of.Caveats)),
    ]);

    public static ReportTable Projects(ProjectsRecord record) => ReportTable.Of("projects", new("Projekten", "The projects"), record.Language, record.Projects,
    [
        new("project", null, p => GlobalId.Of<Project>(p.Project.Id)),
        new("case_number", new("Diarienr", "Case no."), p => p.CaseNumber, Width: 3),
        new("title", new("Projekt", "Project"), p => p.Project.Title, Width: 4),
        new("organisation", new("Genomförs av", "Carried out by"), p => p.Project.Organisation, Width: 4),
        new("decided_on", new("Beslutat", "Decided on"), p => p.Project.DecidedOn, Width: 3),
        new("closed_on", null, p => p.Project.ClosedOn),
        new("goals", null, p => string.Join(' ', p.Goals.Select(g => g.Code))),
        new("target_group", null, p => p.TargetGroup.Code()),
        new("method", null, p => p.Method?.Code()),
        new("granted", new("Beviljat", "Granted"), p => p.Project.TotalGranted, Width: 3),
        new("paid", new("Utbetalt", "Paid out"), p => p.Project.TotalPaid, Width: 3),
        new("future", new("Efter projektet", "Afterwards"), p => p.Project.Future?.Code(), p => p.Project.Future is { } f ? record.Say(PublicRegister.Pages.Said.Of(f)) : "–", 3),
    ]);

    public static ReportTable Distribution(PortfolioRecord record) => ReportTable.Of<Part>("distribution", new("Antal, pengar och omdömen", "Numbers, money and verdicts"), record.Language,
    [
        .. Parts("goal", new("Programmål", "Programme goal"), record.Projects.SelectMany(p => p.Goals.Select(g => (g.Code, new Text(g.Title, g.Title), p)))),
        .. Parts("target_group", new("Målgrupp", "Target group"), record.Projects.Select(p => (p.TargetGroup.Code(), PortfolioTerms.Of(p.TargetGroup), p))),
        .. Parts("method", new("Metod", "Method"), record.Projects.Select(p => (p.Method?.Code() ?? "", PortfolioTerms.Of(p.Method), p))),
        .. Parts("year", new("Beslutsår", "Year of decision"), record.Projects.Select(p => ($"{p.Project.DecidedOn.Year}", new Text($"{p.Project.DecidedOn.Year}", $"{p.Project.DecidedOn.Year}"), p))),
    ],
    [
        new("by", null, p => p.By),
        new("value", new("Projekt efter", "Projects by"), p => p.Value, p => $"{record.Say(p.ByName)}: {record.Say(p.Name)}", 14),
        new("projects", new("Antal", "Number"), p => p.Projects.Count, Width: 5),
        new("granted", new("Beviljat", "Granted"), p => p.Projects.Sum(x => x.Project.TotalGranted), Width: 8),
        new("paid", new("Utbetalt", "Paid out"), p => p.Projects.Sum(x => x.Project.TotalPaid), Width: 8),
        .. Counted.Columns<Part, Outcome>(new("Omdömen", "Verdicts"), p => p.Projects.SelectMany(x => x.Verdicts).Select(v => v.Outcome), ReportTerms.Of, record.Language, 11),
    ]);

    public static ReportTable Savings(PortfolioRecord record, SavingsTotal total) => ReportTable.Of("savings", new("Summor för var och en", "Sums by party"), record.Language, total.Shares,
    [
        new("price_year", null, _ => total.PriceYear),
        new("payer", new("Vem", "Who"), s => s.Party.Payer.Code(), s => record.Say(ReportTerms.Of(s.Party)), 4),
        new("board", null, s => s.Party.Board),
        new("gross", new("Besparing", "Saving"), s => s.Gross, Width: 3),
        new("present_benefit", new("Nuvärde av besparing", "Present value of saving"), s => s.PresentBenefit, Width: 3),
        new("present_cost", new("Nuvärde av kostnad", "Present value of cost"), s => s.PresentCost, Width: 3),
        new("net_present_value", new("Netto", "Net"), s => s.NetPresentValue, Width: 3),
    ]);

    public static ReportTable Lessons(ProjectsRecord record) => ReportTable.Of<PortfolioProject>("lessons", new("Ur projektens slutrapporter, med deras egna ord", "From the projects' final reports, in their own words"), record.Language, [.. record.Projects.Where(p => p.Project.FinalReport is not null)],
    [
        new("project", null, p => GlobalId.Of<Project>(p.Project.Id)),
        new("title", new("Projekt", "Project"), p => p.Project.Title, Width: 3),
        new("lessons", new("Lärdomar", "Lessons"), p => p.Project.FinalReport!.Lessons, Width: 7),
    ]);

    private static IEnumerable<Part> Parts(string by, Text name, IEnumerable<(string Value, Text Name, PortfolioProject Project)> projects) => projects.GroupBy(p => p.Value).OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => new Part(by, name, g.Key, g.First().Name, [.. g.Select(p => p.Project)]));

    /// <summary>What the table of verdicts calls caveats, project by project.</summary>
    public static IEnumerable<Block> Caveats(ProjectsRecord record)
    {
        List<PortfolioProject> doubted = [.. record.Projects.Where(p => p.Caveats.Count > 0 && p.Verdicts.Any(v => v.Outcome != Outcome.Unknown))];
        if (doubted.Count == 0) yield break;
        yield return new Paragraph(record.Say("Omdömen med förbehåll ska läsas med detta:", "Verdicts with caveats are to be read with this:"));
        yield return new Definitions([.. doubted.Select(p => (p.Project.Title, record.Say(p.Caveats)!))]);
    }

    private static string Judged(ProjectsRecord record, PortfolioProject project, Outcome outcome) => project.Caveats.Count == 0 || outcome == Outcome.Unknown
        ? record.Say(ReportTerms.Of(outcome)) : $"{record.Say(ReportTerms.Of(outcome))}, {record.Say("med förbehåll", "with caveats")}";

    private static string Said(ProjectsRecord record, PortfolioProject project, Verdict? verdict)
    {
        if (verdict is null) return NoVerdict(record, project);
        return verdict.Estimate is { } estimate ? Figures.Of(verdict.Indicator, estimate).WithRange(record.Language) : record.Say(verdict.Reason!.Message);
    }

    private static string NoVerdict(ProjectsRecord record, PortfolioProject project) => project.Plan is null
        ? record.Say("Projektet har ingen mätplan.", "The project has no measurement plan.")
        : record.Say("Planen har ingen mätomgång efter baslinjen att bedöma efter.", "The plan has no wave after the baseline to judge by.");

    private sealed record Part(string By, Text ByName, string Value, Text Name, IReadOnlyList<PortfolioProject> Projects);
}
