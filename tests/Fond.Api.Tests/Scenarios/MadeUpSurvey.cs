using System.Globalization;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Fond.Api.Tests.Scenarios;

/// <summary>
/// The pupils' survey that Helsingborg's scenario logs, drawn with a seed from a truth that is stated here and in seeds/README.md, so that what Fond says of it can be held against it.
/// Four catchment areas with a council, four without; everybody answers once in each wave, and answers are independent.
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
    public static IReadOnlyDictionary<string, string> Files()
    {
        var random = new MersenneTwister(Seed);
        var byArea = Enumerable.Range(1, 2 * AreasByGroup).Select(_ => 0.06 * (random.NextDouble() - 0.5)).ToArray(); // areas differ, alike in all waves
        var rows = Waves.ToDictionary(w => w.Code, wave => Enumerable.Range(1, 2 * AreasByGroup).SelectMany(area => Rows(random, wave, area, byArea[area - 1])).ToList());
        return new Dictionary<string, string> { ["helsingborg-2019.json"] = Written(rows["2019"]), ["helsingborg-2021-2023.json"] = Written([.. rows["2021"], .. rows["2023"]]) };
    }

    private static IEnumerable<string> Rows(MersenneTwister random, (string Code, string Day, double Council, double Comparison, double Health) wave, int area, double differs)
    {
        var hasCouncil = area <= AreasByGroup;
        var (n, group, site) = (random.Next(Fewest, Most), hasCouncil ? "INTERVENTION" : "COMPARISON", $"omrade-{area}");
        var safe = Enumerable.Range(0, n).Count(_ => random.NextDouble() < (hasCouncil ? wave.Council : wave.Comparison) + differs);
        var health = Enumerable.Range(0, n).Select(_ => Math.Clamp(Math.Round(Normal.InvCDF(wave.Health + (20 * differs), Spread, random.NextDouble())), 0, 100)).ToArray();
        var (mean, deviation) = (health.Average(), MathNet.Numerics.Statistics.Statistics.StandardDeviation(health));
        var about = $"\"wave\": \"{wave.Code}\", \"group\": \"{group}\", \"siteKey\": \"{site}\", \"measuredOn\": \"{wave.Day}\", \"n\": {n}";
        yield return $$"""  {"rowKey": "{{wave.Code}}-{{site}}-trygghet", "indicator": "trygghet", {{about}}, "events": {{safe}}}""";
        yield return string.Create(CultureInfo.InvariantCulture, $$"""  {"rowKey": "{{wave.Code}}-{{site}}-halsa", "indicator": "halsoindex", {{about}}, "mean": {{mean:0.00}}, "standardDeviation": {{deviation:0.00}}}""");
    }

    private static string Written(IEnumerable<string> rows) => $"[\n{string.Join(",\n", rows)}\n]\n";
}
