using System.Globalization;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Estimates;

namespace Fond.Domain.Impact.Series;

/// <summary>A change beside a series, in words that claim no more than it shows.</summary>
internal static class SeriesSentence
{
    public static Text Of(BesideSeries beside) => new(In(beside, Language.Swedish), In(beside, Language.English));

    private static string In(BesideSeries beside, Language language)
    {
        var (effect, known) = (beside.Project, beside.Known);
        var (indicator, wave) = (effect.Indicator.NameIn, effect.Wave.NameIn);
        var decimals = new string('#', Math.Max(2, Numbers.Decimals(Math.Max(Math.Abs(beside.Before ?? 0), Math.Abs(beside.After ?? 0))))); // of what is small three digits, or nothing would be left of it
        List<Text> parts = [];
        parts.Add(effect.Estimate is { } estimate
            ? new($"{indicator.Sv}, ändring från baslinjen till {wave.Sv} bland dem som projektet når: {Figures.Of(effect.Indicator, estimate).In(Language.Swedish)}.",
                $"{indicator.En}, change from the baseline to {wave.En} among those whom the project reaches: {Figures.Of(effect.Indicator, estimate).In(Language.English)}.")
            : new($"{indicator.Sv}, {wave.Sv}: projektets egen ändring kan inte anges. {effect.Unavailable!.Message.Sv}", $"{indicator.En}, {wave.En}: the project's own change is not told. {effect.Unavailable!.Message.En}"));
        if (beside is { Before: { } before, After: { } after }) parts.Add(new(
            $"Nyckeltalet {known.Name.Sv}, {known.AreaName}, gick från {Level(before)} ({Years(beside.YearsBefore)}) till {Level(after)} ({Years(beside.YearsAfter)}), en ändring med {Signed(after - before)} {UnitOf(Language.Swedish)}.",
            $"The key figure {known.Name.En}, {known.AreaName}, went from {Level(before)} ({Years(beside.YearsBefore)}) to {Level(after)} ({Years(beside.YearsAfter)}), a change of {Signed(after - before)} {UnitOf(Language.English)}."));
        if (beside.Difference is { } difference)
        {
            parts.Add(new($"Skillnaden mellan ändringarna är {Signed(difference)} {UnitOf(Language.Swedish)}. Beräkningen är Fonds egen.", $"The difference between the changes is {Signed(difference)} {UnitOf(Language.English)}. The calculation is Fond's own."));
            parts.Add(new(
                "Nyckeltalet räknas på alla i området och har inget urvalsfel, så skillnaden har inget eget konfidensintervall: den är minst lika osäker som projektets ändring.",
                "The key figure counts everybody in the area and has no sampling error, so the difference has no confidence interval of its own: it is at least as uncertain as the project's change."));
            parts.Add(new(
                "Den visar inte vad projektet har lett till: de som projektet når kan skilja sig från alla i området, räknas kanske med bland dem, och kunde ha ändrats på annat sätt också utan projektet.",
                "It does not show what the project has led to: those whom it reaches may differ from everybody in the area, may be counted among them, and might have changed otherwise without the project too."));
        }
        else if (beside.Unavailable != effect.Unavailable) parts.Add(beside.Unavailable!.Message);
        if (effect.Indicator.SeriesLater) parts.Add(new("Nyckeltalet valdes efter att något hade mätts, när svaren kan ha varit kända.", "The key figure was chosen after something had been measured, when answers may have been known."));
        return string.Join(' ', parts.Select(p => p.In(language)));

        bool IsShare() => effect.Indicator.Kind == IndicatorKind.Share;

        string UnitOf(Language of) => IsShare() ? new Text("procentenheter", "percentage points").In(of) : effect.Indicator.UnitIn.In(of);

        string Level(double value) => IsShare() ? Number(100 * value, $"0.{decimals}") + new Text(" %", "%").In(language) : $"{Number(value, $"0.{decimals}")} {UnitOf(language)}";

        string Signed(double value) => Number(IsShare() ? 100 * value : value, $"+0.{decimals};-0.{decimals};0");

        string Number(double value, string form) => ((decimal)value).ToString(form, Numbers.Of(language)).Replace("-", Numbers.Of(language).NegativeSign, StringComparison.Ordinal);
    }

    private static string Years(IReadOnlyList<int> years) => years.Count == 1 ? years[0].ToString(CultureInfo.InvariantCulture) : $"{years[0]}–{years[^1]}";
}
