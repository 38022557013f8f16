using Fond.Domain.Programmes;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Reports;

/// <summary>
/// Follow-up of a programme from the record, goal by goal: each year, and every third year as a deep report of the years together (the model of Lund's programme; Haninge's directive asks for one).
/// </summary>
internal static class ProgrammeReport
{
    public static Report Of(ProgrammeRecord record) => Report.Of(
        record.Say($"Uppföljning {record.Period}: {record.Programme.Title}", $"Follow-up {record.Period}: {record.Programme.Title}"), record.Language,
        record.Say($"Uppföljning {record.Period}, {record.Programme.Title}, {record.Today:yyyy-MM-dd}", $"Follow-up {record.Period}, {record.Programme.Title}, {record.Today:yyyy-MM-dd}"),
        [Limits(record), .. Goals(record), .. Worked(record), .. ForestPlots.Of(record), .. Years(record), .. BackgroundSection.Of(record), .. LessonsSection.Of(record), .. Documents(record)]);

    private static Definitions Limits(ProgrammeRecord record) => new(
    [
        (record.Say("Program", "Programme"), $"{record.Programme.Title}, {record.Programme.Municipality}"),
        (record.Say("Period", "Period"), record.Period.ToString()),
        (record.Say("Projekt", "Projects"), $"{record.Projects.Count}"),
        (record.Say("Beviljat under perioden", "Granted in the period"), record.GrantedIn(record.Period).ToString()),
        (record.Say("Utbetalt under perioden", "Paid out in the period"), record.PaidIn(record.Period).ToString()),
    ]);

    private static IEnumerable<Block> Goals(ProgrammeRecord record)
    {
        yield return new Heading(2, record.Say("Programmets mål", "The programme's goals"));
        yield return new Paragraph(record.Say(
            "Beslut är ansökningar som avgjorts under perioden, bifall och avslag. Projekt är de som pågick eller följdes upp någon gång under den. Ett projekt med flera mål räknas i vart och ett av dem, med alla sina omdömen, även dem om indikatorer som hör till ett annat av målen. Målen summerar därför inte till helheten.",
            "Decisions are applications settled in the period, granted or rejected. Projects are those under way or followed up at some time in it. A project with several goals counts in each of them with all its verdicts, also those by indicators that belong to another of the goals. The goals therefore do not sum to the whole."));
        if (record.Decided.Count(d => d.IsRepealed) is > 0 and var repealed) yield return new Paragraph(record.Say(
            $"Domstol har upphävt {repealed} av besluten efter laglighetsprövning. De räknas bland besluten men varken som bifall eller avslag, och deras belopp är inte beviljade.",
            $"A court has repealed {repealed} of the decisions after a legality review. They count among the decisions but neither as granted nor as rejected, and their amounts are not granted."));
        yield return ProgrammeTables.Goals(record);
        yield return new Paragraph(record.Say(
            "Utvärderaren i varje projekt bedömer hur långt projektet har kommit med ett mål, på en skala från −2 till 2 där 0 är som väntat i det projektet; här står den senaste mätomgången. Stegen ligger i ordning men inte lika långt från varandra, och det väntade är inte detsamma i alla projekt, så de räknas inte ihop.",
            "The evaluator of each project judges how far the project has come with a goal, on a scale from −2 to 2 where 0 is as expected in that project; here is the latest wave. The steps are in order but not equally far apart, and what was expected is not the same in all projects, so they are not summed."));
        yield return ProgrammeTables.Attainment(record);
        List<string> without = [.. record.Programme.Areas.InOrder().SelectMany(a => a.Goals.InOrder()).Where(g => !record.Of(g).Any()).Select(g => g.Title)];
        if (without.Count == 0) yield break;
        yield return new Heading(3, record.Say("Mål som inget projekt arbetade mot", "Goals that no project worked towards"));
        yield return new Bullets(without);
    }

    private static IEnumerable<Block> Worked(ProgrammeRecord record)
    {
        yield return new Heading(2, record.Say("Vad fungerade?", "What worked?"));
        yield return new Paragraph(record.Say(
            "Omdömena gäller projektens egna indikatorer, i den senaste mätomgång som går att säga något om, och säger inte att programmets mål är nådda. Projekt utan resultat, och de där ingen skillnad är visad, är med på samma villkor som de andra.",
            "The verdicts are of the projects' own indicators, in the latest wave that can be told of, and do not say that the programme's goals are reached. Projects without results, and those where no difference is shown, are here on the same terms as the others."));
        yield return PortfolioTables.Verdicts(record);
        foreach (var block in PortfolioTables.Caveats(record)) yield return block;
        yield return PortfolioTables.Projects(record);
    }

    private static IEnumerable<Block> Years(ProgrammeRecord record)
    {
        if (record.Period.First < record.Period.Last) yield return new Heading(2, record.Say("Utvecklingen under perioden", "The course of the period"));
        yield return ProgrammeTables.Years(record);
    }

    private static IEnumerable<Block> Documents(ProgrammeRecord record)
    {
        if (record.Programme.SteeringDocuments.Count > 0) yield return new Heading(2, record.Say("Styrdokument", "Steering documents"));
        yield return ProgrammeTables.Documents(record);
    }
}
