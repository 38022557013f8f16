using System.Globalization;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Features.Platform.Documents;

namespace Fond.Features.Reports;

/// <summary>What was tried, for whom, and how it was to be measured.</summary>
internal static class PlanSection
{
    public static IEnumerable<Block> Of(ProjectRecord record) => [.. Tried(record), .. Goals(record), .. Planned(record), .. PlanChangesSection.Of(record)];

    /// <summary>What it and the report's head tell of what the application says.</summary>
    public static readonly IReadOnlyCollection<string> Told =
    [
        ApplicationFields.Title, ApplicationFields.Organisation, ApplicationFields.Serves, ApplicationFields.Summary, ApplicationFields.Start, ApplicationFields.End,
        "targetGroup.description", "targetGroup.plannedNumber", "targetGroup.area", "method", "currentPractice", "goals",
    ];

    private static IEnumerable<Block> Tried(ProjectRecord record)
    {
        if (record.Application?.HandedIn.Content is not { } content) yield break;
        yield return new Heading(2, record.Say("Vad som prövas", "What is tried"));
        if (content.Summary is { } summary) yield return new Paragraph(summary);
        List<(string Term, string? Text)> rows =
        [
            (record.Say("För vem", "For whom"), content.TargetGroup?.Description), (record.Say("Hur många", "How many"), content.TargetGroup?.PlannedNumber?.ToString(CultureInfo.InvariantCulture)),
            (record.Say("Var", "Where"), content.TargetGroup?.Area), (record.Say("Metod", "Method"), content.Method), (record.Say("Vad den jämförs med", "What it is compared with"), content.CurrentPractice),
        ];
        yield return new Definitions([.. rows.Where(r => !string.IsNullOrWhiteSpace(r.Text)).Select(r => (r.Term, r.Text!))]);
    }

    private static IEnumerable<Block> Goals(ProjectRecord record)
    {
        var goals = record.Application?.HandedIn.Content.Goals ?? [];
        if (goals.Count == 0 && record.Goals.Count == 0) yield break;
        yield return new Heading(2, record.Say("Mål", "Goals"));
        if (goals.Count > 0) yield return new Bullets([.. goals.Select(g => g.IndicatorCode is { } code ? $"{g.Text} ({code})" : g.Text)]);
        if (record.Goals.Count > 0) yield return new Paragraph($"{record.Say("Programmål", "Programme goals")}: {string.Join("; ", record.Goals.Select(g => g.Title))}.");
    }

    private static IEnumerable<Block> Planned(ProjectRecord record)
    {
        var plan = record.Plan?.Plan;
        if (plan is not null)
        {
            var strength = Estimator.StrengthOf(Estimator.MethodsOf(plan.Design)[0], plan.Design);
            yield return new Heading(2, record.Say("Hur det mäts", "How it is measured"));
            yield return new Definitions(
            [
                (record.Say("Design", "Design"), record.Say(ReportTerms.Of(plan.Design))),
                (record.Say("Hur långt den bär", "How far it carries"), $"{record.Say(ReportTerms.Of(strength))}. {record.Say(ReportTerms.Meaning(strength))}"),
                (record.Say("Planerat antal", "Planned number"), Sizes(record, plan)),
            ]);
        }
        yield return LogicModel(record, plan);
        List<Detectable> detectable = [.. plan is null ? [] : DetectableEffects.Of(plan)];
        yield return Indicators(record, plan, detectable.ToDictionary(d => d.Indicator.Code));
        if (detectable.Exists(d => d.Sentence is not null)) yield return new Paragraph(record.Say("Minsta effekt som kan upptäckas är den som upptäcks med 80 procents sannolikhet, om den finns.", "The smallest effect that can be detected is one that is detected with a chance of 80 per cent, if it is there."));
        foreach (var basis in detectable.Where(d => d.Sentence is not null).GroupBy(d => record.Say(d.Sentence!))) yield return new Paragraph($"{string.Join(", ", basis.Select(d => record.Say(d.Indicator.NameIn)))}: {basis.Key}");
        yield return Waves(record, plan);
    }

    private static ReportTable LogicModel(ProjectRecord record, MeasurementPlan? plan) => ReportTable.Of("logic_model", new("Effektkedja: vad som ska leda till vad", "Logic model: what is to lead to what"), record.Language, plan?.LogicModel ?? [],
    [
        new("key", new("Nyckel", "Key"), e => e.Key, Width: 3),
        new("step", new("Steg", "Step"), e => e.Step.Code(), e => record.Say(ReportTerms.Of(e.Step)), 3),
        new("text", new("Vad", "What"), e => e.Text, Width: 7),
        new("leads_to", new("Leder till", "Leads to"), e => string.Join(", ", e.LeadsTo), Width: 3),
        new("indicators", new("Följs med", "Followed by"), e => string.Join(", ", e.Indicators), Width: 3),
    ]);

    private static string Sizes(ProjectRecord record, MeasurementPlan plan) => (plan.PlannedIntervention, plan.PlannedComparison) switch
    {
        (null, _) => record.Say("Inte planerat. Det går därför inte att säga hur liten effekt som kunde upptäckas.", "Not planned. How small an effect could be detected can therefore not be said."),
        ({ } n, null) => $"{n}",
        var (n, m) => record.Say($"{n} som projektet når och {m} att jämföra med", $"{n} whom the project reaches and {m} to compare with"),
    };

    private static ReportTable Indicators(ProjectRecord record, MeasurementPlan? plan, Dictionary<string, Detectable> detectable) =>
        ReportTable.Of("indicators", new("Indikatorer", "Indicators"), record.Language, (IReadOnlyCollection<PlanIndicator>?)plan?.Indicators ?? [],
        [
            new("indicator", new("Kod", "Code"), i => i.Code, Width: 3),
            new("name", new("Indikator", "Indicator"), i => record.Say(i.NameIn), Width: 5),
            new("unit", new("Enhet", "Unit"), i => record.Say(i.UnitIn), Width: 3),
            new("kind", null, i => i.Kind.Code()),
            new("instrument", new("Mäts med", "Measured with"), i => i.Instrument, i => i.Instrument ?? i.SourceSystem ?? "–", 4),
            new("source_system", null, i => i.SourceSystem),
            new("owner", null, i => i.Owner),
            new("direction", new("Önskat", "Desired"), i => i.Direction.Code(), i => record.Say(ReportTerms.Of(i.Direction)), 3),
            new("baseline", new("Före", "Before"), i => i.Baseline, Width: 2),
            new("target", new("Mål", "Target"), i => i.Target, Width: 2),
            new("primary", new("Huvud", "Primary"), i => i.IsPrimary, Width: 3),
            new("series", new("Nyckeltal bredvid", "Key figure beside"), i => i.Series?.KeyFigure, Width: 3),
            new("series_area", null, i => i.Series?.Area),
            new("planned_later", new("Tillagd senare", "Added later"), i => i.PlannedLater, Width: 3),
            new("smallest_detectable", new("Minsta effekt som kan upptäckas", "Smallest effect that can be detected"), i => detectable.GetValueOrDefault(i.Code)?.Smallest, i => Smallest(record, i, detectable.GetValueOrDefault(i.Code)), 4),
            new("detectable_basis", null, i => detectable.GetValueOrDefault(i.Code)?.Sentence is { } sentence ? record.Say(sentence) : null),
        ]);

    private static string Smallest(ProjectRecord record, PlanIndicator indicator, Detectable? detectable)
    {
        if (detectable is null) return "–";
        if (detectable.Smallest is not { } smallest) return record.Say(detectable.Unavailable!.Message);
        var (shown, unit) = indicator.Kind switch
        {
            IndicatorKind.Share => (100 * smallest, record.Say("procentenheter", "percentage points")),
            IndicatorKind.Ordinal => (100 * smallest, record.Say("procentenheter från 50 % chans att ligga högre", "percentage points from a 50% chance of lying higher")),
            IndicatorKind.Rate => (smallest, record.Say(indicator.UnitIn)),
            _ => (smallest, record.Say("standardavvikelser", "standard deviations")),
        };
        return $"{Numbers.Show(shown, Numbers.Decimals(Math.Abs(shown)), Numbers.Of(record.Language))} {unit}";
    }

    private static ReportTable Waves(ProjectRecord record, MeasurementPlan? plan) => ReportTable.Of("waves", new("Mätomgångar", "Waves"), record.Language, (IReadOnlyCollection<PlanWave>?)plan?.Waves.OrderBy(w => w.From).ToList() ?? [],
    [
        new("wave", new("Kod", "Code"), w => w.Code, Width: 2),
        new("name", new("Mätomgång", "Wave"), w => record.Say(w.NameIn), Width: 4),
        new("from", new("Från", "From"), w => w.From, Width: 2),
        new("to", new("Till", "To"), w => w.To, Width: 2),
        new("months_after_start", new("Månader efter projektstart", "Months after the project's start"), w => MonthsBetween(record.Project.Start, w.From), Width: 3),
        new("baseline", new("Baslinje", "Baseline"), w => w.IsBaseline, Width: 2),
    ]);

    /// <summary>Whole months from the start to a wave's first day; below zero when it begins before.</summary>
    private static int MonthsBetween(DateOnly start, DateOnly day) => (day.Year - start.Year) * 12 + day.Month - start.Month - (day.Day < start.Day ? 1 : 0);
}
