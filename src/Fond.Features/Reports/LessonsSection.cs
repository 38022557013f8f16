using Fond.Features.Platform.Documents;

namespace Fond.Features.Reports;

/// <summary>What several projects say that others can learn.</summary>
internal static class LessonsSection
{
    public static IEnumerable<Block> Of(ProjectsRecord record)
    {
        yield return new Heading(2, record.Say("Lärdomar", "Lessons"));
        yield return new Paragraph(record.Say("Ur projektens slutrapporter, med deras egna ord.", "From the projects' final reports, in their own words."));
        yield return PortfolioTables.Lessons(record);
    }
}
