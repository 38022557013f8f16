using Fond.Domain.Common;

namespace Fond.Domain.Funds;

/// <summary>What moved in a fund's ledger in a calendar year, and what could still be granted by its end: that of the year before, and allocated, returned and repaid, less granted.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Allocated">Set aside by the council.</param>
/// <param name="Granted">Spoken for by decisions, less what came to nothing.</param>
/// <param name="Paid">Paid out.</param>
/// <param name="Returned">Granted or paid out, and given back unused.</param>
/// <param name="Repaid">Savings that came back.</param>
/// <param name="WrittenDown">Savings that were to come back, and will not by decisions of the year.</param>
/// <param name="Available">What could still be granted by the end of the year.</param>
public sealed record FundYear(int Year, Money Allocated, Money Granted, Money Paid, Money Returned, Money Repaid, Money WrittenDown, Money Available);

/// <summary>What is still to come in a year by what is granted and agreed today. New allocations and grants are not foreseen.</summary>
/// <param name="Year">The calendar year; the present one for what is left of it, and for what is late.</param>
/// <param name="ToPay">Granted and not paid out.</param>
/// <param name="ToBeRepaid">Instalments that are agreed and not paid.</param>
/// <param name="Available">What could be granted by the end of the year if every instalment is paid.</param>
public sealed record FundForecast(int Year, Money ToPay, Money ToBeRepaid, Money Available);

/// <summary>A fund's money over time (revolverande fond).</summary>
/// <param name="Years">From the first movement to the present year.</param>
/// <param name="Forecast">From the present year as far as anything is granted or agreed.</param>
public sealed record FundBalance(IReadOnlyList<FundYear> Years, IReadOnlyList<FundForecast> Forecast)
{
    /// <param name="movements">All of the fund's; of each its year, its kind and how much it moved.</param>
    /// <param name="writtenDown">By the year of the decision.</param>
    /// <param name="toPay">By the year of the grant.</param>
    /// <param name="due">By the year of the instalment.</param>
    public static FundBalance Of(IReadOnlyCollection<(int Year, LedgerKind Kind, Money Amount)> movements, IEnumerable<YearAmount> writtenDown, IEnumerable<YearAmount> toPay, IEnumerable<YearAmount> due, int thisYear)
    {
        var down = writtenDown.ToLookup(w => w.Year, w => w.Amount);
        var byYear = movements.ToLookup(m => m.Year);
        var (years, available) = (new List<FundYear>(), Money.Zero);
        var first = movements.Count > 0 ? movements.Min(m => m.Year) : thisYear;
        for (var year = first; year <= thisYear; year++)
        {
            Money Moved(LedgerKind kind) => byYear[year].Where(m => m.Kind == kind).Sum(m => m.Amount);

            var (allocated, granted, returned, repaid) = (Moved(LedgerKind.Allocation), Moved(LedgerKind.Reservation) - Moved(LedgerKind.Release), Moved(LedgerKind.Return), Moved(LedgerKind.Repayment));
            available += allocated - granted + returned + repaid;
            years.Add(new(year, allocated, granted, Moved(LedgerKind.Disbursement), returned, repaid, down[year].Sum(), available));
        }
        return new(years, [.. Foreseen(toPay, due, thisYear, available)]);
    }

    private static IEnumerable<FundForecast> Foreseen(IEnumerable<YearAmount> toPay, IEnumerable<YearAmount> due, int thisYear, Money available)
    {
        var (pay, come) = (toPay.ToLookup(p => Math.Max(p.Year, thisYear), p => p.Amount), due.ToLookup(d => Math.Max(d.Year, thisYear), d => d.Amount));
        var last = pay.Concat(come).Select(g => g.Key).DefaultIfEmpty(thisYear).Max();
        for (var year = thisYear; year <= last; year++)
        {
            available += come[year].Sum();
            yield return new(year, pay[year].Sum(), come[year].Sum(), available);
        }
    }
}
