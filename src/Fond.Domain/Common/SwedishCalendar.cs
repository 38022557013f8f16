namespace Fond.Domain.Common;

/// <param name="Name">As the almanac has it.</param>
public sealed record Holiday(DateOnly Day, string Name);

/// <summary>
/// Public holidays by lagen (1989:253) om allmänna helgdagar, and what they do to a deadline. Years before 1990 are counted by the same law, so that old days can be
/// compared; what the almanac of the time had besides is not here.
/// </summary>
public static class SwedishCalendar
{
    /// <summary>The national day took the place of Whit Monday.</summary>
    private const int FirstNationalDay = 2005;

    /// <summary>All but Sundays that are nothing else, in order.</summary>
    public static IReadOnlyList<Holiday> HolidaysOf(int year)
    {
        var easter = EasterOf(year);
        var whitsun = easter.AddDays(49);
        return
        [
            .. new Holiday[]
            {
                new(new(year, 1, 1), "nyårsdagen"),
                new(new(year, 1, 6), "trettondedag jul"),
                new(easter.AddDays(-2), "långfredagen"),
                new(easter, "påskdagen"),
                new(easter.AddDays(1), "annandag påsk"),
                new(new(year, 5, 1), "första maj"),
                new(easter.AddDays(39), "Kristi himmelsfärdsdag"),
                new(whitsun, "pingstdagen"),
                year < FirstNationalDay ? new(whitsun.AddDays(1), "annandag pingst") : new(new(year, 6, 6), "nationaldagen"),
                new(SaturdayFrom(new(year, 6, 20)), "midsommardagen"),
                new(SaturdayFrom(new(year, 10, 31)), "alla helgons dag"),
                new(new(year, 12, 25), "juldagen"),
                new(new(year, 12, 26), "annandag jul"),
            }.OrderBy(h => h.Day),
        ];
    }

    public static bool IsHoliday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday || HolidaysOf(day.Year).Any(h => h.Day == day);

    /// <summary>Whether a time limit set by law may end on the day: lagen (1930:173) om beräkning av lagstadgad tid, 2 §.</summary>
    public static bool IsWorkingDay(DateOnly day) => day.DayOfWeek != DayOfWeek.Saturday && !IsHoliday(day) && !IsEve(day);

    /// <summary>The last day of a time limit set by law that would end on <paramref name="day"/>: that day, or the next working day.</summary>
    public static DateOnly LastDay(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>Easter Sunday in the Gregorian calendar, by the method that Butcher's Ecclesiastical Calendar printed in 1876.</summary>
    public static DateOnly EasterOf(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = (year / 100, year % 100);
        var moon = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var toSunday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - moon - (ofCentury % 4)) % 7;
        var late = (golden + (11 * moon) + (22 * toSunday)) / 451;
        var days = moon + toSunday - (7 * late) + 114;
        return new(year, days / 31, (days % 31) + 1);
    }

    /// <summary>Midsummer eve, Christmas eve and New Year's eve; midsummer eve is the Friday before midsummer day.</summary>
    private static bool IsEve(DateOnly day) =>
        day is { Month: 12, Day: 24 or 31 } || day == SaturdayFrom(new(day.Year, 6, 20)).AddDays(-1);

    private static DateOnly SaturdayFrom(DateOnly day) => day.AddDays(((int)DayOfWeek.Saturday - (int)day.DayOfWeek + 7) % 7);
}
