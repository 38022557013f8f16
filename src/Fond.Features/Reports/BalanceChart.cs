using Fond.Domain.Common;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.Documents.Charts;

namespace Fond.Features.Reports;

/// <summary>What a fund could grant by the end of each year, and what it foresees.</summary>
internal static class BalanceChart
{
    public static IEnumerable<Figure> Of(PortfolioRecord record)
    {
        var (real, foreseen) = (new BarSeries(record.Say("att bevilja vid årets slut", "to grant by the end of the year"), BarLook.Filled), new BarSeries(record.Say("prognos", "forecast"), BarLook.Hatched));
        return BarChart.Of(record.Say("Vad fonden kan bevilja", "What the fund can grant"), record.Say(MoneyScale.Unit),
            [.. Rows(record).GroupBy(r => r.Year).Select(g => new BarGroup($"{g.Key}", [.. g.Select(r => new Bar(r.IsForecast ? foreseen : real, MoneyScale.Of(r.Available), r.Available.ToString()))]))], record.Language);
    }

    public static ReportTable Table(PortfolioRecord record) => ReportTable.Of("balance", new("Fondens pengar år för år", "The fund's money year by year"), record.Language, Rows(record),
    [
        new("year", new("År", "Year"), r => r.Year, r => r.IsForecast ? $"{r.Year} {record.Say("(prognos)", "(forecast)")}" : $"{r.Year}", 3),
        new("forecast", null, r => r.IsForecast),
        new("allocated", new("Avsatt", "Allocated"), r => r.Allocated, Width: 3),
        new("granted", new("Beviljat", "Granted"), r => r.Granted, Width: 3),
        new("paid", new("Utbetalt eller att betala", "Paid or to pay"), r => r.Paid, Width: 3),
        new("repaid", new("Återfört eller väntat åter", "Repaid or expected back"), r => r.Repaid, Width: 3),
        new("returned", null, r => r.Returned),
        new("written_down", null, r => r.WrittenDown),
        new("available", new("Att bevilja", "To grant"), r => r.Available, Width: 3),
    ]);

    private static List<Row> Rows(PortfolioRecord record) =>
    [
        .. record.Balance.Years.Select(y => new Row(y.Year, false, y.Allocated, y.Granted, y.Paid, y.Repaid, y.Returned, y.WrittenDown, y.Available)),
        .. record.Balance.Forecast.Select(f => new Row(f.Year, true, null, null, f.ToPay, f.ToBeRepaid, null, null, f.Available)),
    ];

    private sealed record Row(int Year, bool IsForecast, Money? Allocated, Money? Granted, Money Paid, Money Repaid, Money? Returned, Money? WrittenDown, Money Available);
}
