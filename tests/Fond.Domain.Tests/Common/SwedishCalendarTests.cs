using Fond.Domain.Common;
using Fond.Domain.Meetings;

namespace Fond.Domain.Tests.Common;

public sealed class SwedishCalendarTests
{
    private static readonly IEnumerable<int> Years = Enumerable.Range(1900, 201);

    /// <summary>The Easter full moon by golden number, 1 to 19, as church tables print it for 1900 to 2199; Easter is the Sunday after.</summary>
    private static readonly (int Month, int Day)[] FullMoons =
    [
        (4, 14), (4, 3), (3, 23), (4, 11), (3, 31), (4, 18), (4, 8), (3, 28), (4, 16), (4, 5),
        (3, 25), (4, 13), (4, 2), (3, 22), (4, 10), (3, 30), (4, 17), (4, 7), (3, 27),
    ];

    [Fact]
    public void Easter_is_the_Sunday_after_the_full_moon_of_the_church_tables()
    {
        foreach (var year in Years) Assert.Equal(EasterByTable(year), SwedishCalendar.EasterOf(year));
    }

    [Theory]
    [InlineData("1913-03-23")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2019-04-21")]
    [InlineData("2024-03-31")]
    [InlineData("2026-04-05")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    [InlineData("2100-03-28")]
    public void Easter_falls_on_days_that_are_known(string day) => Assert.Equal(Day(day), SwedishCalendar.EasterOf(Day(day).Year));

    [Fact]
    public void The_holidays_of_2026_are_those_of_the_almanac() => Assert.Equal(
        [
            ("nyårsdagen", "2026-01-01"), ("trettondedag jul", "2026-01-06"), ("långfredagen", "2026-04-03"), ("påskdagen", "2026-04-05"), ("annandag påsk", "2026-04-06"),
            ("första maj", "2026-05-01"), ("Kristi himmelsfärdsdag", "2026-05-14"), ("pingstdagen", "2026-05-24"), ("nationaldagen", "2026-06-06"),
            ("midsommardagen", "2026-06-20"), ("alla helgons dag", "2026-10-31"), ("juldagen", "2026-12-25"), ("annandag jul", "2026-12-26"),
        ],
        SwedishCalendar.HolidaysOf(2026).Select(h => (h.Name, $"{h.Day:yyyy-MM-dd}")));

    [Fact]
    public void Whit_Monday_gave_way_to_the_national_day_in_2005()
    {
        foreach (var year in Years)
        {
            var names = SwedishCalendar.HolidaysOf(year).Select(h => h.Name).ToList();
            Assert.Equal(13, names.Count);
            Assert.Equal(year <= 2004, names.Contains("annandag pingst"));
            Assert.Equal(year >= 2005, names.Contains("nationaldagen"));
        }
        Assert.True(SwedishCalendar.IsHoliday(new(2004, 5, 31)));
        Assert.False(SwedishCalendar.IsHoliday(new(2005, 5, 16)));
        Assert.False(SwedishCalendar.IsHoliday(new(2003, 6, 6)));
    }

    [Fact]
    public void A_day_is_a_working_day_unless_a_table_made_otherwise_has_it_as_a_day_of_rest()
    {
        foreach (var year in Years)
        {
            var rest = DaysOfRest(year);
            for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
                Assert.True(rest.Contains(day) != SwedishCalendar.IsWorkingDay(day), $"{day:yyyy-MM-dd}");
        }
    }

    [Fact]
    public void A_deadline_never_moves_backwards_nor_over_a_working_day()
    {
        for (var day = new DateOnly(1900, 1, 1); day.Year <= 2100; day = day.AddDays(1))
        {
            var last = SwedishCalendar.LastDay(day);
            Assert.True(SwedishCalendar.IsWorkingDay(last));
            Assert.InRange(last.DayNumber - day.DayNumber, 0, 5);
            for (var between = day; between < last; between = between.AddDays(1)) Assert.False(SwedishCalendar.IsWorkingDay(between));
        }
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-23", "2026-03-24")] // a Monday, and nothing in the way
    [InlineData("2026-03-13", "2026-04-07", "2026-04-08")] // would end on Good Friday
    [InlineData("2026-05-29", "2026-06-22", "2026-06-23")] // would end on midsummer eve
    [InlineData("2026-12-03", "2026-12-28", "2026-12-29")] // would end on Christmas eve
    [InlineData("2026-12-10", "2027-01-04", "2027-01-05")] // would end on New Year's eve
    [InlineData("2020-01-10", "2020-01-31", "2020-02-01")]
    public void The_legality_review_is_open_for_three_weeks_and_to_the_next_working_day(string announced, string last, string final)
    {
        Assert.Equal(Day(last), LegalTimes.ReviewUntil(Day(announced)));
        Assert.Equal(Day(final), LegalTimes.FinalOn(Day(announced)));
    }

    [Fact]
    public void Minutes_are_approved_within_fourteen_days_and_announced_on_the_second_day_at_the_latest()
    {
        Assert.Equal(new(2026, 3, 16), LegalTimes.ApprovalBy(new(2026, 3, 2)));
        Assert.Equal(new(2026, 4, 7), LegalTimes.ApprovalBy(new(2026, 3, 20))); // would end on Good Friday
        Assert.Equal(new(2026, 3, 18), LegalTimes.AnnouncementBy(new(2026, 3, 16)));
        Assert.Equal(new(2026, 3, 16), LegalTimes.AnnouncementBy(new(2026, 3, 13))); // approved on a Friday
    }

    [Fact]
    public void Every_time_limit_ends_where_the_table_made_otherwise_lets_it()
    {
        var rest = Years.Append(2101).SelectMany(DaysOfRest).ToHashSet();
        DateOnly Last(DateOnly day)
        {
            while (rest.Contains(day)) day = day.AddDays(1);
            return day;
        }

        for (var day = new DateOnly(1900, 1, 1); day.Year <= 2100; day = day.AddDays(1))
        {
            var told = (LegalTimes.ApprovalBy(day), LegalTimes.AnnouncementBy(day), LegalTimes.ReviewUntil(day), LegalTimes.FinalOn(day));
            var counted = (Last(day.AddDays(14)), Last(day.AddDays(2)), Last(day.AddDays(21)), Last(day.AddDays(21)).AddDays(1));
            Assert.True(told == counted, $"{day:yyyy-MM-dd}: {told}, by the table {counted}");
        }
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    private static DateOnly EasterByTable(int year)
    {
        var (month, day) = FullMoons[year % 19];
        return On(DayOfWeek.Sunday, new DateOnly(year, month, day).AddDays(1), 7);
    }

    /// <summary>Written from the wording of the laws, on the table's Easter: holidays, Saturdays and Sundays, and the eves that the law of 1930 names.</summary>
    private static HashSet<DateOnly> DaysOfRest(int year)
    {
        var easter = EasterByTable(year);
        var midsummer = On(DayOfWeek.Saturday, new(year, 6, 20), 7);
        HashSet<DateOnly> days =
        [
            new(year, 1, 1), new(year, 1, 6), new(year, 5, 1), new(year, 12, 24), new(year, 12, 25), new(year, 12, 26), new(year, 12, 31),
            easter.AddDays(-2), easter.AddDays(1), On(DayOfWeek.Thursday, easter.AddDays(35), 7), // the sixth Thursday after
            midsummer, midsummer.AddDays(-1), On(DayOfWeek.Saturday, new(year, 10, 31), 7),
            year < 2005 ? easter.AddDays(50) : new(year, 6, 6),
        ];
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) days.Add(day);
        return days;
    }

    private static DateOnly On(DayOfWeek weekday, DateOnly from, int within) =>
        Enumerable.Range(0, within).Select(from.AddDays).Single(d => d.DayOfWeek == weekday);
}
