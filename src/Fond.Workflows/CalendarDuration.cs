using System.Globalization;
using System.Text.RegularExpressions;

namespace Fond.Workflows;

/// <summary>An ISO 8601 duration that keeps months apart from days: P1M after 31 January is the last of February.</summary>
public sealed partial record CalendarDuration(int Months, int Days, TimeSpan Time)
{
    public DateOnly AddTo(DateOnly day) => day.AddMonths(Months).AddDays(Days + (int)Time.TotalDays);

    public DateTimeOffset TakeFrom(DateTimeOffset instant) => instant.AddMonths(-Months).AddDays(-Days).Subtract(Time);

    public DateTimeOffset AddTo(DateTimeOffset instant) => instant.AddMonths(Months).AddDays(Days).Add(Time);

    /// <returns>Null for what is not a duration, or one that is empty.</returns>
    public static CalendarDuration? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success || text.EndsWith('T') || text == "P") return null;
        int Part(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
        var duration = new CalendarDuration(Part("years") * 12 + Part("months"), Part("weeks") * 7 + Part("days"), new TimeSpan(Part("hours"), Part("minutes"), Part("seconds")));
        return duration is { Months: 0, Days: 0, Time.Ticks: 0 } ? null : duration;
    }

    [GeneratedRegex(@"^P(?:(?<years>\d{1,3})Y)?(?:(?<months>\d{1,4})M)?(?:(?<weeks>\d{1,4})W)?(?:(?<days>\d{1,5})D)?(?:T(?:(?<hours>\d{1,5})H)?(?:(?<minutes>\d{1,5})M)?(?:(?<seconds>\d{1,5})S)?)?$")]
    private static partial Regex Form();
}
