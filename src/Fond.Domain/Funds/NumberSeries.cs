using System.Globalization;
using System.Text.RegularExpressions;
using Fond.Domain.Common;

namespace Fond.Domain.Funds;

/// <summary>Hands out case numbers of one registry series and year: 1, 2, 3 ... without a gap (offentlighets- och sekretesslagen 5:1-2).</summary>
public sealed partial class NumberSeries : Aggregate
{
    private NumberSeries() { }

    public NumberSeries(string municipality, string series, int year) => (Municipality, Series, Year) = (municipality, series, year);

    public string Municipality { get; private set; } = "";

    public string Series { get; private set; } = "";

    public int Year { get; private set; }

    public int Last { get; private set; }

    /// <param name="pattern">Text with <c>{series}</c>, <c>{year}</c> and <c>{number}</c>, the last with a format if wanted: <c>{number:0000}</c>.</param>
    public string Next(string pattern)
    {
        Last++;
        return Parts().Replace(pattern, match => match.Groups["name"].Value switch
        {
            "series" => Series,
            "year" => Year.ToString(CultureInfo.InvariantCulture),
            _ => Last.ToString(match.Groups["format"].Value, CultureInfo.InvariantCulture),
        });
    }

    public static bool IsPattern(string pattern)
    {
        var names = Parts().Matches(pattern).Select(m => m.Groups["name"].Value).ToList();
        return pattern.Length <= 60 && names.Count(n => n == "number") == 1 && names.Contains("year") && !Parts().Replace(pattern, "").AsSpan().ContainsAny('{', '}');
    }

    internal static IEnumerable<Match> PartsOf(string pattern) => Parts().Matches(pattern);

    [GeneratedRegex(@"\{(?<name>series|year|number)(:(?<format>0+))?\}")]
    private static partial Regex Parts();
}
