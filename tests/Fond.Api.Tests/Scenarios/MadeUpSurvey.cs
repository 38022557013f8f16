using System.Globalization;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Fond.Api.Tests.Scenarios;

/// <summary>
/// The pupils' survey that Helsingborg's scenario logs, drawn with a seed from a truth that is stated here and in seeds/README.md, so that what Fond says of it can be held against it.
/// Four catchment areas with a council, four without; everybody answers once in each wave, and within an area answers are independent. With other seeds it tells how often Fond's intervals hold that truth.
/// </summary>
internal static class MadeUpSurvey
{
    public const int Seed = 682_2017;

    /// <summary>The true difference in differences since 2019: shares, and points of the index.</summary>
    public static readonly IReadOnlyDictionary<(string Indicator, string Wave), double> Truth = new Dictionary<(string, string), double>
    {
        [("trygghet", "2021")] = 0.05,
        [("trygghet", "2023")] = 0.10,
        [("halsoindex", "2021")] = 0,
        [("halsoindex", "2023")] = 0,
    };

    private const int AreasByGroup = 4, Fewest = 185, Most = 216;

    /// <summary>Between pupils, in points of the index, which is 0 to 100.</summary>
    private const double Spread = 12;

    private static readonly (string Code, string Day, double Council, double Comparison, double Health)[] Waves =
        [("2019", "2019-04-10", 0.68, 0.68, 62), ("2021", "2021-04-14", 0.74, 0.69, 63), ("2023", "2023-04-12", 0.80, 0.70, 64)];

    /// <summary>Rows for logMeasurements, one line each, by the file they stand in.</summary>
    public static IReadOnlyDictionary<string, string> Files() =>
        Rows(Seed).GroupBy(r => r.Wave, Written).ToDictionary(w => $"helsingborg-{w.Key}.json", Written);

    public static IEnumerable<SurveyRow> Rows(int seed)
    {
        var random = new MersenneTwister(seed);
        var byArea = Enumerable.Range(1, 2 * AreasByGroup).Select(_ => 0.06 * (random.NextDouble() - 0.5)).ToArray(); // areas differ, alike in all waves
        return [.. from wave in Waves from area in Enumerable.Range(1, 2 * AreasByGroup) from row in Rows(random, wave, area, byArea[area - 1]) select row];
    }

    private static SurveyRow[] Rows(MersenneTwister random, (string Code, string Day, double Council, double Comparison, double Health) wave, int area, double differs)
    {
        var hasCouncil = area <= AreasByGroup;
        var n = random.Next(Fewest, Most);
        var safe = Enumerable.Range(0, n).Count(_ => random.NextDouble() < (hasCouncil ? wave.Council : wave.Comparison) + differs);
        var health = Enumerable.Range(0, n).Select(_ => Math.Clamp(Math.Round(Normal.InvCDF(wave.Health + (20 * differs), Spread, random.NextDouble())), 0, 100)).ToArray();
        return
        [
            new(wave.Code, wave.Day, area, hasCouncil, "trygghet", n, safe, null, null),
            new(wave.Code, wave.Day, area, hasCouncil, "halsoindex", n, null, health.Average(), MathNet.Numerics.Statistics.Statistics.StandardDeviation(health)),
        ];
    }

    private static string Written(SurveyRow row)
    {
        var about = $"\"indicator\": \"{row.Indicator}\", \"wave\": \"{row.Wave}\", \"group\": \"{(row.HasCouncil ? "INTERVENTION" : "COMPARISON")}\", \"siteKey\": \"omrade-{row.Area}\", \"measuredOn\": \"{row.Day}\", \"n\": {row.N}";
        return row.Events is { } events
            ? $$"""  {"rowKey": "{{row.Wave}}-omrade-{{row.Area}}-trygghet", {{about}}, "events": {{events}}}"""
            : string.Create(CultureInfo.InvariantCulture, $$"""  {"rowKey": "{{row.Wave}}-omrade-{{row.Area}}-halsa", {{about}}, "mean": {{row.Mean:0.00}}, "standardDeviation": {{row.StandardDeviation:0.00}}}""");
    }

    private static string Written(IEnumerable<string> rows) => $"[\n{string.Join(",\n", rows)}\n]\n";
}

/// <summary>The answers of one area's pupils by one indicator: how many feel safe, or the index's mean and spread.</summary>
internal sealed record SurveyRow(string Wave, string Day, int Area, bool HasCouncil, string Indicator, int N, int? Events, double? Mean, double? StandardDeviation);
