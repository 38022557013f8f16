using Fond.Features.Platform.Documents;
using Fond.Features.PublicRegister.Pages;

namespace Fond.Features.Reports;

/// <summary>What the project's own people say of it, and what was decided.</summary>
internal static class LearningSection
{
    public static IEnumerable<Block> Of(ProjectRecord record)
    {
        var project = record.Project;
        yield return new Heading(2, record.Say("Slutrapport och lärdomar", "Final report and lessons"));
        if (project.FinalReport is not { } report) yield return new Paragraph(record.Say("Slutrapporten är inte lämnad.", "The final report has not been handed in."));
        else
        {
            yield return new Paragraph(record.Say(
                $"Lämnad {report.SubmittedOn:yyyy-MM-dd} av projektet självt; dess ord, inte utvärderarens.", $"Handed in on {report.SubmittedOn:yyyy-MM-dd} by the project itself; its words, not the evaluator's."));
            yield return new Definitions(
            [
                (record.Say("Vad som gjordes", "What was done"), report.Summary), (record.Say("Vad det ledde till", "What it led to"), report.Results),
                (record.Say("Lärdomar", "Lessons"), report.Lessons), (record.Say("Förbrukat av bidraget", "Spent of the grant"), report.Spent.ToString()),
            ]);
        }
        yield return new Heading(3, record.Say("Beslut om fortsättningen", "Decision on what follows"));
        yield return project.Future is { } future
            ? new Paragraph($"{Said.Of(future).In(record.Language)} ({project.FutureDecidedOn:yyyy-MM-dd}). {project.FutureReasons}")
            : new Paragraph(record.Say("Inte beslutat.", "Not decided."));
    }
}
