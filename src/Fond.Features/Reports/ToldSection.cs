using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Qualitative;
using Fond.Features.Impact.Qualitative;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Documents;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Reports;

/// <summary>What is told in words, goal by goal, beside the numbers.</summary>
internal static class ToldSection
{
    public static IEnumerable<Block> Of(ProjectRecord record)
    {
        List<Row> rows = record.Told.IsEmpty ? [] : [.. Matters(record).SelectMany(m => Rows(record, m))];
        if (rows.Count > 0 || record.Told.ChangeStories.Count > 0)
        {
            yield return new Heading(2, record.Say("Vad som berättas", "What is told"));
            yield return new Paragraph(record.Say(
                "Utvärderaren bedömer hur långt det har kommit på en skala från −2 till 2, där 0 är som väntat. Stegen ligger i ordning men inte lika långt från varandra, så de räknas inte ihop. En berättelse är vald för att den visar en förändring, inte för att den är vanlig.",
                "The evaluator judges how far it has come on a scale from −2 to 2, where 0 is as expected. The steps are in order but not equally far apart, so they are not summed. A story is chosen because it shows a change, not because it is common."));
        }
        yield return Attainment(record, rows);
        yield return Stories(record);
    }

    private static ReportTable Attainment(ProjectRecord record, IReadOnlyCollection<Row> rows) => ReportTable.Of("attainment", new("Mål för mål", "Goal by goal"), record.Language, rows,
    [
        new("kind", null, r => r.Of.Kind.Code()),
        new("code", new("Mål, utfall eller indikator", "Goal, outcome or indicator"), r => r.Of.Code, r => r.Of.Name, 5),
        new("name", null, r => r.Of.Name),
        new("wave", new("Mätomgång", "Wave"), r => r.Judged?.Wave, r => WaveOf(record, record.Plan?.Plan, r.Judged), 4),
        new("score", new("Bedömning", "Judgement"), r => r.Judged?.Score, r => ScoreOf(record, r.Judged), 4),
        new("expected", new("Väntat", "Expected"), r => r.Judged?.Expected, Width: 4),
        new("reasons", new("Skäl", "Reasons"), r => r.Judged?.Reasons, Width: 5),
        new("observations", null, r => r.Observations),
        new("interviews", new("Underlag", "Material"), r => r.Interviews, r => Material(record, r), 4),
    ]);

    public static string WaveOf(Spoken record, MeasurementPlan? plan, AttainmentJudgement? judged) =>
        judged is null ? "–" : plan?.Wave(judged.Wave) is { } wave ? record.Say(wave.NameIn) : judged.Wave;

    public static string ScoreOf(Spoken record, AttainmentJudgement? judged) =>
        judged is null ? record.Say("inte bedömt", "not judged") : $"{Numbers.Show(judged.Score, 0, Numbers.Of(record.Language))}: {record.Say(judged.Level)}";

    private static ReportTable Stories(ProjectRecord record) => ReportTable.Of("change_stories", new("Valda berättelser om förändring", "Stories of change that were chosen"), record.Language, record.Told.ChangeStories,
    [
        new("number", null, s => s.Number),
        new("domain", new("Område", "Domain"), s => s.Domain, Width: 3),
        new("on", null, s => s.On),
        new("told_by", new("Berättad av", "Told by"), s => s.ToldBy, s => $"{s.ToldBy}, {s.On:yyyy-MM-dd}", 3),
        new("story", new("Berättelse", "Story"), s => s.Story, Width: 6),
        new("why_chosen", new("Varför den valdes", "Why it was chosen"), s => s.WhyChosen, Width: 4),
        new("chosen_by", new("Vald av", "Chosen by"), s => s.ChosenBy, Width: 3),
        new("level", null, s => s.Level.Code()),
    ]);

    /// <summary>Every goal that the project serves, whether anything is said of it or not; outcomes, effects and indicators of which something is said.</summary>
    private static IEnumerable<Matter> Matters(ProjectRecord record)
    {
        var (told, plan) = (record.Told, record.Plan?.Plan);
        var themes = told.Material.SelectMany(m => m.Themes).ToList();
        var titles = record.Goals.ToDictionary(g => g.Code, g => g.Title);
        foreach (var goal in titles.Keys.Union(themes.Select(t => t.Goal).OfType<string>()).Union(told.Attainments.Select(j => j.Goal).OfType<string>()))
            yield return new(MatterKind.Goal, goal, titles.GetValueOrDefault(goal, goal));
        foreach (var outcome in themes.Select(t => t.Outcome).OfType<string>().Union(told.Attainments.Select(j => j.Outcome).OfType<string>()))
            yield return new(MatterKind.Outcome, outcome, plan?.LogicModel.FirstOrDefault(e => e.Key == outcome)?.Text ?? outcome);
        foreach (var indicator in told.Attainments.Select(j => j.Indicator).OfType<string>().Distinct())
            yield return new(MatterKind.Indicator, indicator, plan?.Indicator(indicator) is { } planned ? record.Say(planned.NameIn) : indicator);
    }

    private static IEnumerable<Row> Rows(ProjectRecord record, Matter of)
    {
        List<CodedMaterial> material = [.. record.Told.Material.Where(m => m.Themes.Any(t => of.Holds(null, t.Goal, t.Outcome)))];
        int? Count(ObservationKind kind) => of.Kind == MatterKind.Indicator ? null : material.Count(m => m.Kind == kind);

        List<AttainmentJudgement> judged = [.. record.Told.Attainments.Where(j => of.Holds(j.Indicator, j.Goal, j.Outcome)).OrderBy(j => record.Plan?.Plan.Wave(j.Wave)?.From)];
        return judged.Count == 0 ? [new Row(of, null, Count(ObservationKind.Observation), Count(ObservationKind.Interview))]
            : judged.Select(j => new Row(of, j, Count(ObservationKind.Observation), Count(ObservationKind.Interview)));
    }

    private static string Material(ProjectRecord record, Row row) => row is { Observations: { } seen, Interviews: { } said }
        ? record.Say($"{seen} {(seen == 1 ? "observation" : "observationer")}, {said} {(said == 1 ? "intervju" : "intervjuer")}", $"{seen} {(seen == 1 ? "observation" : "observations")}, {said} {(said == 1 ? "interview" : "interviews")}") : "–";

    private enum MatterKind { Goal, Outcome, Indicator }

    /// <summary>What is judged.</summary>
    private sealed record Matter(MatterKind Kind, string Code, string Name)
    {
        public bool Holds(string? indicator, string? goal, string? outcome) => Code == Kind switch { MatterKind.Goal => goal, MatterKind.Outcome => outcome, _ => indicator };
    }

    /// <param name="Observations">How many speak of it; null where material is not coded by it.</param>
    private sealed record Row(Matter Of, AttainmentJudgement? Judged, int? Observations, int? Interviews);
}

/// <summary>What stands of what is told of a project in words, as far as one reader may see it.</summary>
internal sealed record Told(IReadOnlyList<CodedMaterial> Material, IReadOnlyList<ChangeStory> ChangeStories, IReadOnlyList<AttainmentJudgement> Attainments)
{
    public bool IsEmpty => Material.Count == 0 && ChangeStories.Count == 0 && Attainments.Count == 0;

    public static async Task<Told> ReadAsync(Visibility visibility, long projectId, CancellationToken ct) => new(
        [.. (await visibility.CodedAsync([projectId], ct))[projectId]],
        await visibility.Of<ChangeStory>().Where(s => s.ProjectId == projectId && !s.IsCorrected).OrderBy(s => s.Id).ToListAsync(ct),
        await visibility.Of<AttainmentJudgement>().Where(j => j.ProjectId == projectId && !j.IsCorrected).OrderBy(j => j.Id).ToListAsync(ct));
}
