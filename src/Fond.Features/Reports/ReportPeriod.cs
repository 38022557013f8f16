using System.Globalization;
using Fond.Domain.Common;

namespace Fond.Features.Reports;

/// <summary>Whole calendar years: one for the yearly follow-up of a programme, three for its deep report.</summary>
internal sealed record ReportPeriod(int First, int Last)
{
    /// <summary>Years; more would be a history, which the portfolio report tells.</summary>
    private const int Longest = 10;

    public DateOnly From => new(First, 1, 1);

    public DateOnly To => new(Last, 12, 31);

    public IEnumerable<int> Years => Enumerable.Range(First, Last - First + 1);

    public bool Holds(DateOnly? day) => day >= From && day <= To;

    /// <param name="from">The first year; left out: the last one.</param>
    /// <param name="to">The last year; left out: the one before this.</param>
    /// <exception cref="RefusedException">With every value that means nothing.</exception>
    public static ReportPeriod Read(string? from, string? to, DateOnly today)
    {
        var last = YearOf(to, "to", today.Year - 1);
        var first = YearOf(from, "from", last);
        Refuse.When(last > today.Year, new ReportPeriodInvalid(today.Year, Longest) { Path = ["to"] });
        Refuse.When(first > last || last - first >= Longest, new ReportPeriodInvalid(today.Year, Longest) { Path = ["from"] });
        return new(first, last);
    }

    private static int YearOf(string? text, string parameter, int otherwise)
    {
        if (text is null) return otherwise;
        Refuse.When(!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 9999, new ReportFilterUnknown(["2026"]) { Path = [parameter] });
        return year;
    }

    public override string ToString() => First == Last ? $"{First}" : $"{First}–{Last}";
}

public sealed record ReportPeriodInvalid(int ThisYear, int Longest) : Refusal("REPORT_PERIOD_INVALID", new(
    $"Perioden är 1 till {Longest} hela år i följd, senast {ThisYear}.", $"The period is 1 to {Longest} whole years in a row, {ThisYear} at the latest."));
