using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>A finding in words that claim no more than it shows.</summary>
internal static class Sentences
{
    public static Text For(Question question, Finding found, Text caveat)
    {
        var what = Subjects.Of(question, found.Technique);
        var direction = DirectionOf(question, found);
        var figures = new Figures(question.Indicator, found);
        return new(
            $"{what.Sv}: {figures.In(Language.Swedish)}. {direction.Sv} {caveat.Sv}",
            $"{what.En}: {figures.In(Language.English)}. {direction.En} {caveat.En}");
    }

    public static Text Attained(PlanIndicator indicator, PlanWave wave, double share, Reach reach)
    {
        var per = Math.Round(100 * share).ToString("F0", Numbers.Swedish);
        var (from, to) = (Level(reach.Baseline, Language.Swedish), Level(reach.Baseline, Language.English));
        var (sv, en) = (
            $"från {from} ({(reach.BaselineN is { } n ? $"{n} mätta" : "som planerat")}) till {Level(reach.Mean, Language.Swedish)} ({reach.N} mätta); målet är {Level(reach.Target, Language.Swedish)}",
            $"from {to} ({(reach.BaselineN is { } m ? $"{m} measured" : "as planned")}) to {Level(reach.Mean, Language.English)} ({reach.N} measured); the target is {Level(reach.Target, Language.English)}");
        return share < 0
            ? new($"{indicator.NameIn.Sv}: i {wave.NameIn.Sv} har gruppen rört sig bort från målet, {sv}.", $"{indicator.NameIn.En}: in {wave.NameIn.En} the group has moved away from the target, {en}.")
            : new($"{indicator.NameIn.Sv}: i {wave.NameIn.Sv} har gruppen nått {per} % av vägen från baslinjen till målet, {sv}. Det säger inte varför.",
                $"{indicator.NameIn.En}: in {wave.NameIn.En} the group has come {per}% of the way from the baseline to the target, {en}. That does not say why.");

        string Level(double value, Language language)
        {
            var (isShare, decimals) = (indicator.Kind == IndicatorKind.Share, Numbers.Decimals(new[] { reach.Baseline, reach.Mean, reach.Target }.Max(Math.Abs)));
            return isShare
                ? Numbers.Show(100 * value, 0, Numbers.Of(language)) + new Text(" %", "%").In(language)
                : $"{Numbers.Show(value, decimals, Numbers.Of(language))} {indicator.UnitIn.In(language)}";
        }
    }

    private static Text DirectionOf(Question question, Finding found)
    {
        if (found.ThroughInfinity) return new(
            "Intervallet går från den ena gränsen via oändligheten till den andra: det går inte att säga om det finns någon skillnad.",
            "The interval runs from one limit through infinity to the other: whether there is a difference cannot be said.");
        var alike = found.Technique.NoDifference();
        return (found.Lower > alike, found.Upper < alike, question.Indicator.Direction) switch
        {
            (false, false, _) => alike == 0
                ? new("Intervallet rymmer noll: det går inte att säga om det finns någon skillnad.", "The interval includes zero: whether there is a difference cannot be said.")
                : new("Intervallet rymmer att det inte finns någon skillnad: det går inte att säga om det finns någon.", "The interval includes that there is no difference: whether there is one cannot be said."),
            (true, _, Direction.HigherIsBetter) or (_, true, Direction.LowerIsBetter) => new("Det är åt det önskade hållet.", "It is in the desired direction."),
            _ => new("Det är åt motsatt håll mot det önskade.", "It is against the desired direction."),
        };
    }
}
