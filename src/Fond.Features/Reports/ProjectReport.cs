using Fond.Features.Platform.Documents;

namespace Fond.Features.Reports;

/// <summary>A project from what was tried to what came of it. Whether it worked comes first.</summary>
internal static class ProjectReport
{
    public static Report Of(ProjectRecord record) => Report.Of(
        record.Say($"Rapport: {record.Project.Title}", $"Report: {record.Project.Title}"), record.Language,
        record.Say($"Projektrapport, {Number(record)}, {record.Today:yyyy-MM-dd}", $"Project report, {Number(record)}, {record.Today:yyyy-MM-dd}"),
        [Facts(record), .. VerdictSection.Of(record), .. PlanSection.Of(record), .. ResultSection.Of(record), .. ToldSection.Of(record), .. BackgroundSection.Of(record), .. MoneySection.Of(record), .. LearningSection.Of(record), .. MethodAppendix.Of(record)]);

    private static Definitions Facts(ProjectRecord record)
    {
        var project = record.Project;
        List<(string, string)> rows =
        [
            (record.Say("Genomförs av", "Carried out by"), project.Organisation), (record.Say("Fond", "Fund"), record.Fund.Name),
            (record.Say("Projekttid", "Project period"), $"{project.Start:yyyy-MM-dd} – {project.End:yyyy-MM-dd}"), (record.Say("Beslutat", "Decided on"), $"{project.DecidedOn:yyyy-MM-dd}"),
        ];
        if (record.Application?.CaseNumber is { } number) rows.Insert(0, (record.Say("Diarienummer", "Case number"), number));
        if (project.ClosedOn is { } closed) rows.Add((record.Say("Avslutat", "Closed"), $"{closed:yyyy-MM-dd}"));
        return new(rows);
    }

    private static string Number(ProjectRecord record) => record.Application?.CaseNumber ?? record.Fund.Name;
}
