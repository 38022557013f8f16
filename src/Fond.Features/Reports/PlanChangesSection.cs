using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Features.Platform.Documents;

namespace Fond.Features.Reports;

/// <summary>What was changed in the plan after something had been measured: whoever reads the results is to know what was aimed at first.</summary>
internal static class PlanChangesSection
{
    public static IEnumerable<Block> Of(ProjectRecord record)
    {
        if (record.Changes.Count > 0)
        {
            yield return new Heading(2, record.Say("Planen har ändrats", "The plan has been changed"));
            yield return new Paragraph(record.Say(
                "Allt nedan ändrades efter att något hade mätts, när svaren kan ha varit kända. Det som gällde före finns kvar och visas bredvid.",
                "All of this was changed after something had been measured, when answers may have been known. What held before is kept and shown beside it."));
        }
        yield return Table(record);
    }

    /// <summary>For the verdict: what bears on how it is to be read.</summary>
    public static IEnumerable<Block> Warning(ProjectRecord record)
    {
        List<PlanChange> bearing = [.. record.Changes.Where(c => c.Part is PlanPart.Design or PlanPart.PlannedIntervention or PlanPart.PlannedComparison or PlanPart.Baseline or PlanPart.Target or PlanPart.TargetOn or PlanPart.Instrument or PlanPart.SourceSystem or PlanPart.SmallestDetectable or PlanPart.Direction or PlanPart.Series or PlanPart.WholeUnits or PlanPart.BaselineWave or PlanPart.DesignNote)];
        if (bearing.Count == 0) yield break;
        yield return new Paragraph(record.Say("Efter den första mätningen ändrades detta i planen:", "After the first measurement this was changed in the plan:"));
        yield return new Bullets([.. bearing.Select(c => record.Say(
            $"{What(c, Language.Swedish)}{FromTo(c, "från", "till", Language.Swedish)}, {On(c):yyyy-MM-dd}. Skäl: {c.By.Reason}",
            $"{What(c, Language.English)}{FromTo(c, "from", "to", Language.English)}, {On(c):yyyy-MM-dd}. Reason: {c.By.Reason}"))]);
    }

    /// <summary>Of a long text only that it has changed is told.</summary>
    private static string FromTo(PlanChange change, string from, string to, Language language) =>
        change.From is null && change.To is null ? "" : $": {from} {Shown(change.From, language)} {to} {Shown(change.To, language)}";

    private static ReportTable Table(ProjectRecord record)
    {
        var language = record.Language;
        return ReportTable.Of("plan_changes", new("Vad som ändrades, när och varför", "What was changed, when and why"), language, record.Changes,
        [
            new("version", null, c => c.By.Number),
            new("on", new("När", "When"), c => On(c), Width: 3),
            new("part", new("Vad", "What"), c => c.Part.Code(), c => What(c, language), 5),
            new("code", null, c => c.Code),
            new("name", null, c => c.Name),
            new("from", new("Från", "From"), c => Plain(c.From), c => Shown(c.From, language), 3),
            new("to", new("Till", "To"), c => Plain(c.To), c => Shown(c.To, language), 3),
            new("reason", new("Skäl", "Reason"), c => c.By.Reason, Width: 5),
        ]);
    }

    private static DateOnly On(PlanChange change) => MunicipalTime.Today(change.By.At);

    private static string What(PlanChange change, Language language)
    {
        var part = PlanTerms.Of(change.Part).In(language);
        return change.Name is { } name && change.Part is not (PlanPart.Indicator or PlanPart.Wave) ? $"{part}, {name}" : part;
    }

    private static object? Plain(object? value) => PlanTerms.Of(value) is { } coded ? coded.Code : value;

    private static string Shown(object? value, Language language) => PlanTerms.Of(value) is { } coded ? coded.Name.In(language) : ReportTable.Show(value, language);
}
