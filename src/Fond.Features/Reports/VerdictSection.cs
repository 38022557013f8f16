using Fond.Domain.Common;
using Fond.Domain.Impact.Estimates;
using Fond.Features.Platform.Documents;

namespace Fond.Features.Reports;

/// <summary>The first that a report says: whether it worked, as far as that can be said.</summary>
internal static class VerdictSection
{
    public static IEnumerable<Block> Of(ProjectRecord record)
    {
        yield return new Heading(2, record.Say("Fungerade det?", "Did it work?"));
        if (record.Plan is not { } measured)
        {
            yield return new Paragraph(record.Say("Det går inte att säga: projektet har ingen mätplan.", "It cannot be told: the project has no measurement plan."));
            yield return Table(record, [], []);
            yield break;
        }
        yield return new Definitions([.. measured.Verdicts.Latest().Select(v => ($"{record.Say(v.Indicator.NameIn)}, {record.Say(v.Wave.NameIn)}", record.Say(v.Sentence)))]);
        yield return new Paragraph(Ground(record, measured));
        foreach (var caveat in measured.Caveats) yield return new Paragraph(record.Say(caveat));
        if (measured.Plan.DesignNote is { } note) yield return new Paragraph(record.Say($"Skälet till upplägget: {note}", $"The reason for the design: {note}"));
        foreach (var block in PlanChangesSection.Warning(record)) yield return block;
        var all = measured.Verdicts.All();
        if (all.Count > measured.Verdicts.Judged.Count) yield return new Paragraph(record.Say("Varje mätomgång står kvar bredvid de andra: en senare ersätter inte en tidigare.", "Each wave stands beside the others: a later one does not replace an earlier one."));
        yield return Table(record, all, measured.Caveats);
    }

    private static ReportTable Table(ProjectRecord record, IReadOnlyCollection<Verdict> verdicts, IReadOnlyList<Text> caveats) => ReportTable.Of("verdicts", new("Omdöme efter varje mätomgång", "Verdict after each wave"), record.Language, verdicts,
    [
        new("indicator", null, v => v.Indicator.Code),
        new("indicator_name", new("Indikator", "Indicator"), v => record.Say(v.Indicator.NameIn), Width: 4),
        new("wave", null, v => v.Wave.Code),
        new("wave_name", new("Mätomgång", "Wave"), v => record.Say(v.Wave.NameIn), Width: 3),
        new("outcome", new("Omdöme", "Verdict"), v => v.Outcome.Code(), v => record.Say(ReportTerms.Of(v.Outcome)), 3),
        new("value", new("Skattning med 95 % konfidensintervall", "Estimate with 95% confidence interval"), v => v.Estimate?.Value, v => v.Estimate is { } e ? Figures.Of(v.Indicator, e).WithRange(record.Language) : record.Say(v.Reason!.Message), 5),
        new("lower", null, v => v.Estimate?.Lower),
        new("upper", null, v => v.Estimate?.Upper),
        new("p", null, v => v.Estimate?.PValue),
        new("adjusted_p", null, v => v.Estimate?.AdjustedPValue),
        .. Evidence.Columns<Verdict>(v => v.Estimate, record.Language, 4),
        new("unavailable", null, v => v.Reason?.Code),
        new("sentence", null, v => record.Say(v.Sentence)),
        new("caveats", null, _ => record.Say(caveats)),
    ]);

    private static string Ground(ProjectRecord record, Measured measured) => measured.Verdicts.HasPrimary
        ? record.Say(
            "Projektet bedöms efter de indikatorer som planen kallar huvudindikatorer, i hela grupper och med den jämförelse som designen sätter främst. Huvudindikatorerna valdes innan något loggades i Fond.",
            "The project is judged by the indicators that the plan calls primary, in whole groups and by the comparison that the design puts first. The primary indicators were chosen before anything was logged in Fond.")
        : record.Say(
            "Planen pekar inte ut någon huvudindikator, så alla visas och resultaten är utforskande: bland flera kan någon visa skillnad av en slump. Hela grupper jämförs på det sätt som designen sätter främst.",
            "The plan calls no indicator primary, so all are shown and the results are exploratory: among several, some may show a difference by chance. Whole groups are compared in the way that the design puts first.");
}
