using System.Globalization;

namespace Fond.Domain.Common;

/// <summary>The municipality's clock: Europe/Stockholm. A day ends at midnight there.</summary>
public static class MunicipalTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);

    /// <summary>The instant at which the day is over: midnight that begins the next.</summary>
    public static DateTimeOffset EndOfDay(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary><c>2026-02-01 16:00</c>.</summary>
    public static string Show(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>2026-02-01 16:00–17:30</c>, with the day again where it is another.</summary>
    public static string Show(DateTimeOffset from, DateTimeOffset to) =>
        $"{Show(from)}–{(Today(from) == Today(to) ? Show(to)["yyyy-MM-dd ".Length..] : Show(to))}";
}
