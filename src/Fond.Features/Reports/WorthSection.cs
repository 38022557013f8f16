using Fond.Domain.Common;
using Fond.Domain.Impact.MoneyBack;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.Documents.Charts;

namespace Fond.Features.Reports;

/// <summary>Whether what was reckoned covers its costs, at each horizon, and how far that hangs on what is uncertain.</summary>
internal static class WorthSection
{
    /// <summary>What simulations begin with, so that a report that is read again says the same.</summary>
    private const int Seed = 1;

    /// <param name="reckoned">At every horizon.</param>
    /// <param name="longest">The same at the longest, by basis.</param>
    public static IEnumerable<Block> Of(ProjectRecord record, IReadOnlyList<Reckoned> reckoned, IReadOnlyList<Reckoned> longest)
    {
        yield return Worth(record.Language, reckoned);
        yield return EnoughCases(record, reckoned);
        if (reckoned.Count > 0) yield return new Heading(3, record.Say("Om något är annorlunda än räknat", "If something is otherwise than reckoned"));
        var tried = longest.Select(r => (Of: r, Answer: r.Sensitivity(null))).ToList();
        List<(Reckoned Of, Swing Swing)> swings = [.. tried.SelectMany(t => (t.Answer.Value ?? []).Select(s => (t.Of, s)))];
        foreach (var one in swings.GroupBy(s => s.Of, s => s.Swing)) foreach (var figure in Tornado(record, one.Key, [.. one])) yield return figure;
        yield return Sensitivity(record, swings);
        foreach (var (of, answer) in tried.Where(t => t.Of.Valuation.Value is not null && t.Answer.Reason is not null)) yield return Untold(record, of, new("Känslighetsanalysen", "The sensitivity analysis"), answer.Reason!);
        var simulated = longest.Select(r => (Of: r, Answer: r.Simulation(Seed, null))).ToList();
        yield return Simulated(record.Language, [.. simulated.Where(s => s.Answer.Value is not null).Select(s => (s.Of, s.Answer.Value!))]);
        foreach (var (of, answer) in simulated.Where(s => s.Of.Valuation.Value is not null && s.Answer.Reason is not null)) yield return Untold(record, of, new("Simuleringen", "The simulation"), answer.Reason!);
        if (reckoned.Count > 0) yield return new Paragraph(record.Say(
            "En verifierad besparing prövas så långt som 95 % konfidensintervall för den effekt som den vilar på; annars prövas den från hälften till en och en halv gång det räknade, och kostnaden från 0,8 till 1,2 gånger, vilket är en konvention och ingen mätning. Simuleringen drar 10 000 gånger, allt oberoende av vartannat utom det som vilar på samma effekt; en effekt dras så som dess intervall säger, också under noll.",
            "A verified saving is tried as far as the 95% confidence interval of the effect that it rests on; else from half to one and a half times what was reckoned, and the cost from 0.8 to 1.2 times, which is a convention and no measurement. The simulation draws 10,000 times, everything independently but what rests on the same effect; an effect is drawn as its interval says, below zero too."));
    }

    private static ReportTable Worth(Language language, IReadOnlyList<Reckoned> reckoned) => ReportTable.Of("worth", new("Värdet på olika sikt", "The worth by horizon"), language, reckoned,
    [
        new("basis", new("Grund", "Basis"), r => r.Case.Basis.Code(), r => ReportTerms.Of(r.Case.Basis).In(language), 3),
        new("horizon", new("Sikt, år", "Horizon, years"), r => r.Horizon, Width: 2),
        new("gross", null, r => r.Valuation.Value?.Gross),
        new("net_present_value", new("Nettonuvärde", "Net present value"), r => r.Valuation.Value?.NetPresentValue, r => r.Valuation.Value?.NetPresentValue.ToString() ?? r.Valuation.Reason!.Message.In(language), 4),
        new("benefit_cost_ratio", new("Nytta delad med kostnad", "Benefit by cost"), r => r.Valuation.Value?.BenefitCostRatio, r => Ratio(r.Valuation.Value?.BenefitCostRatio, language), 3),
        new("payback_month", new("Täckt från månad", "Covered from month"), r => r.Valuation.Value?.PaybackMonth, Width: 3),
        new("break_even_share", new("Del av besparingen som räcker", "Part of the saving that is enough"), r => r.BreakEvenShare, r => Enough(r, language), 4),
        new("unavailable", null, r => r.Valuation.Reason?.Code),
    ]);

    /// <summary>Of the whole and of each party, by each unit cost alone.</summary>
    private static ReportTable EnoughCases(ProjectRecord record, IEnumerable<Reckoned> reckoned)
    {
        List<(Reckoned Of, Party? Party, CasesAYear Cases)> rows = [.. reckoned.SelectMany(r => r.BreakEvenCases().Select(c => (r, (Party?)null, c))
            .Concat(r.Valuation.Value?.Shares.SelectMany(s => r.BreakEvenCases(s).Select(c => (r, (Party?)s.Party, c))) ?? []))];
        return ReportTable.Of("break_even", new("Hur många fall om året som räcker", "How many cases a year are enough"), record.Language, rows,
        [
            new("basis", new("Grund", "Basis"), r => r.Of.Case.Basis.Code(), r => ReportTerms.Of(r.Of.Case.Basis).In(record.Language), 3),
            new("horizon", new("Sikt, år", "Horizon, years"), r => r.Of.Horizon, Width: 2),
            new("payer", new("Vems kostnad", "Whose cost"), r => r.Party?.Payer.Code(), r => r.Party is { } party ? ReportTerms.Of(party).In(record.Language) : record.Say("Hela kostnaden", "The whole cost"), 4),
            new("board", null, r => r.Party?.Board),
            new("unit_cost", new("Undvikna fall av", "Prevented cases of"), r => r.Cases.UnitCost, r => r.Cases.UnitCost is { } code ? record.Say(NameOf(r.Of, code)) : "–", 4),
            new("cases_a_year", new("Fall om året", "Cases a year"), r => r.Cases.Number, r => r.Cases.Number is { } number ? Numbers.Show(number, 0, Numbers.Of(record.Language)) : new Text("inget antal räcker", "no number is enough").In(record.Language), 3),
            new("unavailable", null, r => r.Cases.Reason?.Code),
        ]);
    }

    private static Text NameOf(Reckoned reckoned, string unitCost) => reckoned.Case.UnitCosts.First(u => u.Code == unitCost).NameIn;

    /// <summary>Each by how far it moves the net present value, widest first.</summary>
    private static IEnumerable<Figure> Tornado(ProjectRecord record, Reckoned reckoned, IReadOnlyList<Swing> swings)
    {
        if (reckoned.Valuation.Value is not { } valuation) return [];
        var (low, high) = (new BarSeries(record.Say("vid det lägsta som prövas", "at the lowest that is tried"), BarLook.Outlined), new BarSeries(record.Say("vid det högsta som prövas", "at the highest that is tried"), BarLook.Filled));
        return BarChart.Of(
            record.Say($"Hur nettonuvärdet ({ReportTerms.Of(reckoned.Case.Basis).Sv}) ändras från {valuation.NetPresentValue} när en sak i taget blir så många gånger det räknade som står efter den, {valuation.Horizon} års sikt", $"How the net present value ({ReportTerms.Of(reckoned.Case.Basis).En}) moves from {valuation.NetPresentValue} when one thing at a time turns out as many times what was reckoned as is said after it, horizon {valuation.Horizon} years"),
            record.Say(MoneyScale.Unit),
            [.. swings.Select(s => new BarGroup($"{NameOf(record, reckoned, s)} {Range(s, record.Language)}", [Moved(low, s.AtLow), Moved(high, s.AtHigh)]))], record.Language);

        Bar Moved(BarSeries series, Money to) => new(series, MoneyScale.Of(to - valuation.NetPresentValue), to.ToString());
    }

    private static ReportTable Sensitivity(ProjectRecord record, IReadOnlyCollection<(Reckoned Of, Swing Swing)> swings) => ReportTable.Of("sensitivity", new("En sak i taget", "One thing at a time"), record.Language, swings,
    [
        new("basis", new("Grund", "Basis"), r => r.Of.Case.Basis.Code(), r => ReportTerms.Of(r.Of.Case.Basis).In(record.Language), 3),
        new("unit_cost", new("Vad", "What"), r => r.Swing.Uncertainty.UnitCost, r => NameOf(record, r.Of, r.Swing), 5),
        new("by_effect", null, r => r.Swing.Uncertainty.UnitCost is { } code && r.Of.RangeOf(code) is not null),
        new("low", new("Prövat, gånger det räknade", "Tried, times what was reckoned"), r => r.Swing.Uncertainty.Low, r => Range(r.Swing, record.Language), 4),
        new("high", null, r => r.Swing.Uncertainty.High),
        new("at_low", new("Netto vid det lägsta", "Net at the lowest"), r => r.Swing.AtLow, Width: 4),
        new("at_high", new("Netto vid det högsta", "Net at the highest"), r => r.Swing.AtHigh, Width: 4),
    ]);

    private static ReportTable Simulated(Language language, IReadOnlyList<(Reckoned Of, Simulation Run)> simulated) => ReportTable.Of<(Reckoned Of, Simulation Run)>("simulation", new("Allt på en gång", "Everything at once"), language, simulated,
    [
        new("basis", new("Grund", "Basis"), r => r.Of.Case.Basis.Code(), r => ReportTerms.Of(r.Of.Case.Basis).In(language), 3),
        new("horizon", new("Sikt, år", "Horizon, years"), r => r.Of.Horizon, Width: 2),
        new("runs", null, r => r.Run.Runs),
        new("seed", null, r => r.Run.Seed),
        new("lower", new("Nettonuvärde: 2,5 % blir lägre", "Net present value: 2.5% come out lower"), r => r.Run.Lower, Width: 4),
        new("median", new("Mitten", "Middle"), r => r.Run.Median, Width: 4),
        new("upper", new("2,5 % blir högre", "2.5% come out higher"), r => r.Run.Upper, Width: 4),
        new("chance_of_gain", new("Chans att besparingen täcker kostnaden", "Chance that the saving covers the cost"), r => r.Run.ChanceOfGain, r => MeasuredTables.Percent(r.Run.ChanceOfGain, language), 4),
    ]);

    /// <summary>Of what could be valued; that nothing could is told beside the values.</summary>
    private static Paragraph Untold(ProjectRecord record, Reckoned reckoned, Text what, Refusal reason) => new(record.Say(
        $"{what.Sv} ({ReportTerms.Of(reckoned.Case.Basis).Sv}) går inte att göra: {reason.Message.Sv} ({reason.Code})", $"{what.En} ({ReportTerms.Of(reckoned.Case.Basis).En}) cannot be made: {reason.Message.En} ({reason.Code})"));

    private static string NameOf(ProjectRecord record, Reckoned reckoned, Swing swing) => swing.Uncertainty.UnitCost is { } code
        ? record.Say($"Besparing: {NameOf(reckoned, code).Sv}", $"Saving: {NameOf(reckoned, code).En}")
        : record.Say("Projektets kostnad", "The project's cost");

    private static string Range(Swing swing, Language language) => $"{Ratio(swing.Uncertainty.Low, language)}–{Ratio(swing.Uncertainty.High, language)}";

    /// <summary>Above 1 it is no part, and without any saving there is none.</summary>
    private static string Enough(Reckoned reckoned, Language language) =>
        reckoned.Valuation.Value?.NetPresentValue < Money.Zero ? new Text("täcks inte", "not covered").In(language) : Ratio(reckoned.BreakEvenShare, language);

    private static string Ratio(decimal? number, Language language) => number is { } some ? Numbers.Show((double)some, 2, Numbers.Of(language)) : "–";
}
