using System.Text.Json.Nodes;
using Fond.Domain.Tests.Impact;

namespace Fond.Api.Tests.Impact;

/// <summary>What is to be told, as R reckoned it.</summary>
/// <param name="N">How many stand behind it in all.</param>
/// <param name="Prefix">Of the row's columns.</param>
internal sealed record KnownFinding(string Method, string Technique, OracleRow Row, int N, string Prefix = "", string? Subgroup = null);

/// <summary>Measurements by one indicator of which R has reckoned what they show.</summary>
internal sealed record KnownFollowUp(string Name, string Design, string Kind, IEnumerable<JsonObject> Rows, params IReadOnlyList<KnownFinding> Findings);

/// <summary>Every kind of indicator, every design, and every technique that gives a finding, with the numbers of tests/Fond.Domain.Tests/Impact/Oracles.</summary>
internal static class KnownFollowUps
{
    private static readonly (string Wave, string Group)
        Reached = ("w1", "INTERVENTION"), ReachedBefore = ("w0", "INTERVENTION"), Compared = ("w1", "COMPARISON"), ComparedBefore = ("w0", "COMPARISON");

    private static readonly (string Wave, string Group)[] Groups = [Reached, Compared], Changes = [Reached, ReachedBefore, Compared, ComparedBefore];

    public static IReadOnlyList<KnownFollowUp> All { get; } =
    [
        new("shares of small groups", "REGISTER_COMPARISON", "SHARE", Shares(Groups, Row("shares", 2)),
            new("GROUP_DIFFERENCE", "SHARE_DIFFERENCE", Row("shares", 2), 20), new("GROUP_DIFFERENCE", "RISK_RATIO", Row("shares", 2), 20, "rr"), new("GROUP_DIFFERENCE", "ODDS_RATIO", Row("shares", 2), 20, "or")),
        new("shares of parts of the groups", "MATCHED_COMPARISON", "SHARE", [.. Shares(Groups, Row("shares", 1), "flickor"), .. Shares(Groups, Row("shares", 4), "pojkar")],
            new("GROUP_DIFFERENCE", "SHARE_DIFFERENCE", Row("shares", 1), 150, Subgroup: "flickor"), new("GROUP_DIFFERENCE", "RISK_RATIO", Row("shares", 1), 150, "rr", "flickor"),
            new("GROUP_DIFFERENCE", "SHARE_DIFFERENCE", Row("shares", 4), 22_071, Subgroup: "pojkar"), new("GROUP_DIFFERENCE", "ODDS_RATIO", Row("shares", 4), 22_071, "or", "pojkar")),
        new("shares with a number needed", "HISTORICAL_COMPARISON", "SHARE", Shares(Groups, Row("nnt", 1)), new KnownFinding("GROUP_DIFFERENCE", "NUMBER_NEEDED", Row("nnt", 1), 200)),
        new("shares with a number needed that runs through infinity", "RANDOMISED", "SHARE", Shares(Groups, Row("nnt", 3)), new KnownFinding("GROUP_DIFFERENCE", "NUMBER_NEEDED", Row("nnt", 3), 200)),
        new("changes of shares", "WAITLIST", "SHARE", Shares(Changes, Row("shares4", 1)), new KnownFinding("DIFFERENCE_IN_DIFFERENCES", "SHARE_DIFFERENCE", Row("shares4", 1), 201)),
        new("answers of the same people", "BEFORE_AFTER", "SHARE", Answers(Row("pairedshares", 4)), new KnownFinding("BEFORE_AFTER", "PAIRED_SHARE_CHANGE", Row("pairedshares", 4), 54)),
        new("events by exposure", "RANDOMISED", "RATE", Rates(Groups, Row("rates", 1)), new("GROUP_DIFFERENCE", "RATE_DIFFERENCE", Row("rates", 1), 90), new("GROUP_DIFFERENCE", "RATE_RATIO", Row("rateratio", 6), 90)),
        new("changes of events by exposure", "REGISTER_COMPARISON", "RATE", Rates(Changes, Row("rates4", 1)), new KnownFinding("DIFFERENCE_IN_DIFFERENCES", "RATE_DIFFERENCE", Row("rates4", 1), 183)),
        new("events by exposure at whole schools", "WAITLIST", "RATE", RatesOfUnits(Row("exposures", 1)), new KnownFinding("GROUP_DIFFERENCE", "CLUSTER_DIFFERENCE", Row("exposures", 1), 72)),
        new("totals of events", "HISTORICAL_COMPARISON", "COUNT", Shares(Groups, Row("rates", 1)), new("GROUP_DIFFERENCE", "RATE_DIFFERENCE", Row("rates", 1), 90), new("GROUP_DIFFERENCE", "RATE_RATIO", Row("rateratio", 6), 90)),
        new("events of the same people", "BEFORE_AFTER", "COUNT", Twice(Row("paired", 5)), new KnownFinding("BEFORE_AFTER", "PAIRED_CHANGE", Row("paired", 5), 5)),
        new("durations", "MATCHED_COMPARISON", "DURATION", Means(Groups, Row("means", 1)), new KnownFinding("GROUP_DIFFERENCE", "MEAN_DIFFERENCE", Row("means", 1), 27)),
        new("durations in standard deviations", "WAITLIST", "DURATION", Means(Groups, Row("hedges", 4)), new KnownFinding("GROUP_DIFFERENCE", "STANDARDISED_DIFFERENCE", Row("hedges", 4), 27)),
        new("changes of money", "RANDOMISED", "MONEY", Means(Changes, Row("means", 13)), new KnownFinding("DIFFERENCE_IN_DIFFERENCES", "MEAN_DIFFERENCE", Row("means", 13), 164)),
        new("thousands of millions", "STEPPED", "MONEY", Means(Groups, Row("means", 6)), new KnownFinding("GROUP_DIFFERENCE", "MEAN_DIFFERENCE", Row("means", 6), 23_000)),
        new("steps of a scale", "MATCHED_COMPARISON", "ORDINAL", [.. People(Reached, Row("ranks", 2).Numbers("x")), .. People(Compared, Row("ranks", 2).Numbers("y"))],
            new KnownFinding("GROUP_DIFFERENCE", "SUPERIORITY", Row("ranks", 2), 25)),
        new("steps of the same people", "BEFORE_AFTER", "ORDINAL", Twice(Row("signedrank", 6)), new KnownFinding("BEFORE_AFTER", "SIGNED_RANK", Row("signedrank", 6), 4)),
        new("Student's sleepers", "BEFORE_AFTER", "MEAN", Twice(Row("paired", 1)), new KnownFinding("BEFORE_AFTER", "PAIRED_CHANGE", Row("paired", 1), 10)),
        new("changes of the same people in two groups", "RANDOMISED", "MEAN", [.. Twice(Row("changes", 4)), .. People(ComparedBefore, Row("changes", 4).Numbers("before2")), .. People(Compared, Row("changes", 4).Numbers("after2"))],
            new KnownFinding("DIFFERENCE_IN_DIFFERENCES", "CHANGE_DIFFERENCE", Row("changes", 4), 32)),
        new("groups at the same baseline", "MATCHED_COMPARISON", "MEAN", Courses(Row("ancova", 1)), new KnownFinding("DIFFERENCE_IN_DIFFERENCES", "ANCOVA", Row("ancova", 1), 12)),
        new("whole schools", "RANDOMISED", "MEAN", MeansOfUnits(Groups, Row("clusters", 1)), new KnownFinding("GROUP_DIFFERENCE", "CLUSTER_DIFFERENCE", Row("clusters", 1), 120)),
        new("whole schools over time", "STEPPED", "MEAN", MeansOfUnits(Changes, Row("clusters", 6)), new KnownFinding("DIFFERENCE_IN_DIFFERENCES", "CLUSTER_DIFFERENCE", Row("clusters", 6), 170)),
    ];

    public static OracleRow Row(string table, int number) => OracleTable.Row(table, number);

    public static IEnumerable<JsonObject> Shares((string, string)[] cells, OracleRow row, string? subgroup = null) =>
        cells.Select((cell, i) => Measured(cell, new() { ["n"] = row.Whole("n")[i], ["events"] = row.Whole("e")[i], ["subgroup"] = subgroup }));

    private static IEnumerable<JsonObject> Rates((string, string)[] cells, OracleRow row) =>
        cells.Select((cell, i) => Measured(cell, new() { ["n"] = row.Whole("n")[i], ["events"] = row.Whole("e")[i], ["exposure"] = row.Numbers("n")[i] }));

    private static IEnumerable<JsonObject> Means((string, string)[] cells, OracleRow row) =>
        cells.Select((cell, i) => Measured(cell, new() { ["n"] = row.Whole("n")[i], ["mean"] = row.Numbers("mean")[i], ["standardDeviation"] = row.Numbers("sd")[i] }));

    private static IEnumerable<JsonObject> MeansOfUnits((string, string)[] cells, OracleRow row) =>
        row.Whole("term").Select((term, i) => Measured(cells[term - 1], new() { ["siteKey"] = $"skola {row.Whole("unit")[i]}", ["n"] = row.Whole("n")[i], ["mean"] = row.Numbers("mean")[i], ["standardDeviation"] = 1 }));

    private static IEnumerable<JsonObject> RatesOfUnits(OracleRow row) => row.Whole("term").Select((term, i) =>
    {
        var exposure = row.Whole("weight")[i];
        return Measured(Groups[term - 1], new() { ["siteKey"] = $"skola {row.Whole("unit")[i]}", ["n"] = exposure, ["exposure"] = exposure, ["events"] = (int)Math.Round(exposure * row.Numbers("mean")[i]) });
    });

    private static IEnumerable<JsonObject> People((string Wave, string Group) cell, IEnumerable<double> values) =>
        values.Select((value, i) => Measured(cell, new() { ["subjectKey"] = $"{cell.Group} {i}", ["value"] = value }));

    private static IEnumerable<JsonObject> Twice(OracleRow row) => [.. People(ReachedBefore, row.Numbers("before")), .. People(Reached, row.Numbers("after"))];

    /// <summary>How many held both times, before alone, after alone, neither time.</summary>
    private static IEnumerable<JsonObject> Answers(OracleRow row)
    {
        List<(double Before, double After)> both = [.. row.Whole("answers").Zip([(1.0, 1.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0)]).SelectMany(a => Enumerable.Repeat(a.Second, a.First))];
        return [.. People(ReachedBefore, both.Select(p => p.Before)), .. People(Reached, both.Select(p => p.After))];
    }

    private static IEnumerable<JsonObject> Courses(OracleRow row)
    {
        var people = row.Numbers("intervention").Zip(row.Numbers("before"), row.Numbers("after")).ToLookup(p => p.First == 1);
        return
        [
            .. People(ReachedBefore, people[true].Select(p => p.Second)), .. People(Reached, people[true].Select(p => p.Third)),
            .. People(ComparedBefore, people[false].Select(p => p.Second)), .. People(Compared, people[false].Select(p => p.Third)),
        ];
    }

    private static JsonObject Measured((string Wave, string Group) cell, JsonObject values)
    {
        (values["wave"], values["group"], values["measuredOn"]) = (cell.Wave, cell.Group, cell.Wave == "w1" ? "2021-03-01" : "2019-03-01");
        return values;
    }
}
