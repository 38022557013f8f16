using Fond.Features.Platform.Documents;

namespace Fond.Features.Reports;

/// <summary>What several projects say that others can learn.</summary>
internal static class LessonsSection
{
    public static IEnumerable<Block> Of(ProjectsRecord record)
    {
        yield return new Heading(2, record.Say("Lärdomar", "Lessons"));
        var lessons = PortfolioTables.Lessons(record);
        if (lessons.Rows.Count == 0) yield return new Paragraph(record.Say("Inget projekt har lämnat sin slutrapport.", "No project has handed in its final report."));
        yield return lessons;
    }
}
