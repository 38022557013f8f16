using Fond.Domain.Common;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.MoneyBack;
using Fond.Features.Platform.Documents;

namespace Fond.Features.Reports;

/// <summary>A fund's projects side by side: what worked, what did not, what cannot be told, and what it cost whom.</summary>
internal static class PortfolioReport
{
    public static Report Of(PortfolioRecord record) => Report.Of(
        record.Say($"Rapport: {record.Fund.Name}", $"Report: {record.Fund.Name}"), record.Language,
        record.Say($"Portföljrapport, {record.Fund.Name}, {record.Today:yyyy-MM-dd}", $"Portfolio report, {record.Fund.Name}, {record.Today:yyyy-MM-dd}"),
        [Limits(record), .. Worked(record), .. ForestPlots.Of(record), .. Spread(record), .. Savings(record), .. Balance(record), .. LessonsSection.Of(record)]);

    private static Definitions Limits(PortfolioRecord record)
    {
        var (filter, all) = (record.Filter, record.Say("alla", "all"));
        return new(
        [
            (record.Say("Projekt", "Projects"), $"{record.Projects.Count}"),
            (record.Say("Beviljat", "Granted"), record.Projects.Sum(p => p.Project.TotalGranted).ToString()),
            (record.Say("Utbetalt", "Paid out"), record.Projects.Sum(p => p.Project.TotalPaid).ToString()),
            (record.Say("Programmål", "Programme goal"), filter.Goal ?? all),
            (record.Say("Målgrupp", "Target group"), filter.TargetGroup is { } group ? record.Say(PortfolioTerms.Of(group)) : all),
            (record.Say("Metod", "Method"), filter.Method is { } method ? record.Say(PortfolioTerms.Of(method)) : all),
            (record.Say("Beslutsår", "Year of decision"), filter.Year is { } year ? $"{year}" : all),
        ]);
    }

    private static IEnumerable<Block> Worked(PortfolioRecord record)
    {
        yield return new Heading(2, record.Say("Vad fungerade?", "What worked?"));
        var verdicts = record.Projects.SelectMany(p => p.Verdicts).ToList();
        yield return new Definitions([.. Enum.GetValues<Outcome>().Select(o => (record.Say(ReportTerms.Of(o)), $"{verdicts.Count(v => v.Outcome == o)}"))]);
        yield return new Paragraph(record.Say(
            "Talen är omdömen, ett för varje indikator som ett projekt bedöms efter, i den senaste mätomgång som det går att säga något om. Projekt utan resultat, och de där ingen skillnad är visad, är med på samma villkor som de andra. Bland många projekt visar några skillnad av en slump.",
            "The numbers are verdicts, one for each indicator that a project is judged by, in the latest wave that can be told of. Projects without results, and those where no difference is shown, are here on the same terms as the others. Among many projects some show a difference by chance."));
        yield return PortfolioTables.Verdicts(record);
        foreach (var block in PortfolioTables.Caveats(record)) yield return block;
        yield return PortfolioTables.Projects(record);
    }

    private static IEnumerable<Block> Spread(PortfolioRecord record)
    {
        yield return new Heading(2, record.Say("Fördelning", "Distribution"));
        yield return new Paragraph(record.Say("Ett projekt med flera programmål räknas i vart och ett av dem, med alla sina omdömen, även dem om indikatorer som hör till ett annat av målen. De delarna summerar därför inte till helheten.", "A project with several programme goals counts in each of them with all its verdicts, also those by indicators that belong to another of the goals. Those parts therefore do not sum to the whole."));
        yield return PortfolioTables.Distribution(record);
    }

    private static IEnumerable<Block> Savings(PortfolioRecord record)
    {
        yield return new Heading(2, record.Say("Verifierade besparingar och kostnader", "Verified savings and costs"));
        var reckoned = record.Projects.Select(p => p.Verified).OfType<Reckoned>().ToList();
        var shown = reckoned.Where(r => r.Valuation.Value is not null).ToList();
        var total = SavingsTotal.Of([.. shown.Select(r => (r.Case.StartYear, r.Valuation.Value!))], record.Index);
        yield return new Paragraph(record.Say(
            $"Utvärderare har verifierat besparingar i {reckoned.Count} projekt; {shown.Count} kan visas, och {total.Summed} är med här, på fem års sikt. En besparing är antal fall gånger enhetskostnad; den säger inte att någon budget har minskat.",
            $"Evaluators have verified savings in {reckoned.Count} projects; {shown.Count} can be shown, and {total.Summed} are here, at a horizon of five years. A saving is cases times unit cost; it does not say that any budget has shrunk."));
        if (total.PriceYear is { } year) yield return new Paragraph(record.Say(
            $"Beloppen är i {year} års priser: varje projekts belopp är omräknade från dess eget startår med fondens prisindex. Nuvärden är räknade till varje projekts start.",
            $"The amounts are in the prices of {year}: each project's are brought there from its own first year by the fund's price index. Present values are at each project's start."));
        if (total.WithoutIndex.Count > 0) yield return new Paragraph(record.Say(
            $"Prisindex saknas för att räkna om priser från {string.Join(", ", total.WithoutIndex)} till {total.PriceYear} års: projekt som började då är inte med.",
            $"The price index is missing that would bring prices from {string.Join(", ", total.WithoutIndex)} to those of {total.PriceYear}: projects that began then are left out."));
        foreach (var figure in total.Shares.Count == 0 ? [] : PayerChart.Of(new("Verifierade besparingar och kostnader, fem års sikt", "Verified savings and costs, horizon five years"), total.Shares, record.Language)) yield return figure;
        yield return PortfolioTables.Savings(record, total);
    }

    private static IEnumerable<Block> Balance(PortfolioRecord record)
    {
        yield return new Heading(2, record.Say("Fondens pengar över tid", "The fund's money over time"));
        yield return new Paragraph(record.Say(
            "Hela fonden, oavsett avgränsning. Prognosen räknar med det som är beviljat och avtalat i dag; den förutser inga nya anslag eller beslut.",
            "The whole fund, however the report is limited. The forecast reckons with what is granted and agreed today; it foresees no new allocations or decisions."));
        foreach (var figure in BalanceChart.Of(record)) yield return figure;
        yield return BalanceChart.Table(record);
    }
}
