using Fond.Domain.Common;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Projects;
using Fond.Features.Platform.Documents;

namespace Fond.Features.Reports;

/// <summary>What the project has cost, and what it saves whom.</summary>
internal static class MoneySection
{
    public static IEnumerable<Block> Of(ProjectRecord record)
    {
        var project = record.Project;
        yield return new Heading(2, record.Say("Pengar", "Money"));
        List<(string, string)> sums = [(record.Say("Beviljat", "Granted"), project.TotalGranted.ToString()), (record.Say("Utbetalt", "Paid out"), project.TotalPaid.ToString())];
        if (record.Balance is { } balance) sums.Add((record.Say("Återfört till fonden", "Come back to the fund"), balance.Repaid.ToString()));
        yield return new Definitions(sums);
        yield return Grants(record);
        foreach (var block in Savings(record)) yield return block;
    }

    private static ReportTable Grants(ProjectRecord record) => ReportTable.Of("grants", new("Beviljat och utbetalt år för år", "Granted and paid out year by year"), record.Language, record.Project.Granted,
    [
        new("year", new("År", "Year"), g => g.Year),
        new("granted", new("Beviljat", "Granted"), g => g.Amount, Width: 2),
        new("paid", new("Utbetalt", "Paid out"), g => record.Project.Disbursements.Where(d => d.Year == g.Year && d.State == DisbursementState.Paid).Sum(d => d.Amount), Width: 2),
    ]);

    private static IEnumerable<Block> Savings(ProjectRecord record)
    {
        yield return new Heading(3, record.Say("Besparingar", "Savings"));
        List<Reckoned> reckoned = [.. Enum.GetValues<SavingsBasis>().Select(basis => record.Savings.Latest(basis)).OfType<SavingsCase>().SelectMany(stated => MoneyCase.UsualHorizons.Select(h => new Reckoned(stated, h, MoneyCase.DefaultRate, record.Savings.Sight)))];
        if (reckoned.Count == 0) yield return new Paragraph(record.Say("Inga besparingar är beräknade.", "No savings have been reckoned."));
        foreach (var last in reckoned.Where(r => r.Horizon == MoneyCase.UsualHorizons[^1])) yield return new Paragraph(record.Say(last.Sentence ?? last.Valuation.Reason!.Message));
        foreach (var figure in reckoned.Count == 0 ? [] : PayerChart.Of(reckoned[^1], record.Language)) yield return figure;
        yield return Table(record.Language, reckoned);
        foreach (var block in WorthSection.Of(record, reckoned, reckoned.FindAll(r => r.Horizon == MoneyCase.UsualHorizons[^1]))) yield return block;
        if (reckoned.Count > 0) yield return new Paragraph(record.Say(
            "Beloppen är i startårets priser. Nuvärdet räknar senare år lägre, med kalkylräntan. En besparing är antal fall gånger enhetskostnad; den säger inte att någon budget har minskat. Det som återförs till fonden är inte med: den som återför behåller så mycket mindre av sin besparing.",
            "The amounts are in the prices of the first year. The present value counts later years lower, by the discount rate. A saving is cases times unit cost; it does not say that any budget has shrunk. What comes back to the fund is left out: whoever repays keeps so much less of their saving."));
    }

    private static ReportTable Table(Language language, IEnumerable<Reckoned> reckoned)
    {
        List<(Reckoned Of, Share? Share)> rows = [.. reckoned.SelectMany(r => r.Valuation.Value?.Shares.Select(s => (r, (Share?)s)) ?? [(r, null)])];
        return ReportTable.Of("savings", new("Besparing och kostnad för var och en, på olika sikt", "Saving and cost of each party, by horizon"), language, rows,
        [
            new("basis", new("Grund", "Basis"), r => r.Of.Case.Basis.Code(), r => ReportTerms.Of(r.Of.Case.Basis).In(language), 3),
            new("horizon", new("Sikt, år", "Horizon, years"), r => r.Of.Horizon, Width: 2),
            new("payer", new("Vem", "Who"), r => r.Share?.Party.Payer.Code(), r => r.Share is { } s ? ReportTerms.Of(s.Party).In(language) : r.Of.Valuation.Reason!.Message.In(language), 5),
            new("board", null, r => r.Share?.Party.Board),
            new("gross", null, r => r.Share?.Gross),
            new("present_benefit", new("Nuvärde av besparing", "Present value of saving"), r => r.Share?.PresentBenefit, Width: 4),
            new("present_cost", new("Nuvärde av kostnad", "Present value of cost"), r => r.Share?.PresentCost, Width: 4),
            new("net_present_value", new("Netto", "Net"), r => r.Share?.NetPresentValue, Width: 4),
            new("benefit_cost_ratio", null, r => r.Share?.BenefitCostRatio),
            new("payback_month", new("Täckt från månad", "Covered from month"), r => r.Share?.PaybackMonth, Width: 2),
            new("break_even_share", null, r => r.Share?.BreakEvenShare),
            new("unavailable", null, r => r.Of.Valuation.Reason?.Code),
        ]);
    }
}
