using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Fond.Domain.Impact.Statistics;

namespace Fond.Api.Tests.Impact;

/// <summary>What R reckons is what whoever plans, logs and reads over HTTP is told.</summary>
public sealed class EveryTechniqueApiTests : FondTest
{
    private const string Indicator = "matt";

    private Stages Stages => new(Fond);

    public static TheoryData<string> Names => [.. KnownFollowUps.All.Select(f => f.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task A_follow_up_is_told_of_as_R_reckons_it(string name)
    {
        var known = KnownFollowUps.All.Single(f => f.Name == name);
        var project = await PlannedAsync(known.Design, known.Kind);
        await LogAsync(project, known.Rows);
        var effects = (await PlanAsync(project, """
            effects { method subgroup wave estimate { technique value lower upper pValue intervention comparison baseline comparisonBaseline design sentence }
              further { technique value lower upper throughInfinity pValue n design sentence unavailable { code } } unavailable { code } }
            """))["effects"]!.AsArray();
        foreach (var finding in known.Findings)
        {
            var effect = Assert.Single(effects, e => e!["method"]!.GetValue<string>() == finding.Method && e["subgroup"]?.GetValue<string>() == finding.Subgroup)!;
            Assert.True(effect["estimate"] is not null, effect.ToJsonString());
            Told(finding, known.Design, effect["estimate"]!["technique"]!.GetValue<string>() == finding.Technique
                ? effect["estimate"]!
                : Assert.Single(effect["further"]!.AsArray(), f => f!["technique"]!.GetValue<string>() == finding.Technique)!);
        }
    }

    private static void Told(KnownFinding known, string design, JsonNode told)
    {
        Assert.True(told["value"] is not null, told.ToJsonString());
        var n = told["n"]?.GetValue<int>() ?? new[] { "intervention", "comparison", "baseline", "comparisonBaseline" }.Sum(of => told[of]?.GetValue<int>() ?? 0);
        known.Row.Agrees(new Finding(Enum.GetValues<Technique>().Single(t => GraphQlName(t) == known.Technique), told["value"]!.GetValue<double>(), told["lower"]?.GetValue<double>(), told["upper"]?.GetValue<double>(), told["pValue"]?.GetValue<double>(), n), known.Prefix);
        Assert.Equal((known.N, design), (n, told["design"]!.GetValue<string>()));
        Assert.StartsWith(known.Subgroup is { } part ? $"Measured ({part}), " : "Measured, ", told["sentence"]!.GetValue<string>(), StringComparison.Ordinal);
        if (known.Row.Cells.TryGetValue("through", out var through)) Assert.Equal(through == "1", told["throughInfinity"]!.GetValue<bool>());
    }

    private static string GraphQlName(Technique technique) => string.Concat(technique.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : char.ToUpperInvariant(c).ToString()));

    /// <summary>Whichever technique, design or kind is added to Fond is tried here too. A share by itself is no effect: its interval stands with its cell. What is qualitative is not measured.</summary>
    [Fact]
    public async Task No_technique_design_or_kind_is_left_out()
    {
        var all = KnownFollowUps.All;
        Assert.Equal(await NamesOfAsync("Technique"), Names(all.SelectMany(f => f.Findings).Select(f => f.Technique).Append("SHARE")));
        Assert.Equal(await NamesOfAsync("StudyDesign"), Names(all.Select(f => f.Design)));
        Assert.Equal(await NamesOfAsync("IndicatorKind"), Names(all.Select(f => f.Kind).Append("QUALITATIVE")));
        Assert.Equal(await NamesOfAsync("EffectMethod"), Names(all.SelectMany(f => f.Findings).Select(f => f.Method)));

        static IEnumerable<string> Names(IEnumerable<string> names) => names.Distinct().Order(StringComparer.Ordinal);
    }

    private async Task<IEnumerable<string>> NamesOfAsync(string type) =>
        (await Stages.Officer.ReadAsync($"{{ __type(name: \"{type}\") {{ enumValues {{ name }} }} }}"))["__type"]!["enumValues"]!.AsArray().Select(v => v!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal);

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task One_share_has_the_exact_interval_of_R_in_its_cell(int number)
    {
        var share = KnownFollowUps.Row("share", number);
        var project = await PlannedAsync("BEFORE_AFTER", "SHARE");
        await LogAsync(project, KnownFollowUps.Shares([("w1", "INTERVENTION")], share));
        var cell = Assert.Single((await PlanAsync(project, "cells { n events mean lower upper }"))["cells"]!.AsArray())!;
        Assert.Equal((share.Number("n"), share.Number("e")), (cell["n"]!.GetValue<double>(), cell["events"]!.GetValue<double>()));
        foreach (var (column, field) in new[] { ("value", "mean"), ("lower", "lower"), ("upper", "upper") }) share.Agrees(column, cell[field]!.GetValue<double>());
    }

    /// <summary>With as many primary indicators as divide the 2.5 % of each tail to what R was asked for.</summary>
    [Theory]
    [InlineData("detectablemeans", 2, "BEFORE_AFTER", "MEAN", "BEFORE_AFTER")]
    [InlineData("detectablemeans", 6, "MATCHED_COMPARISON", "DURATION", "DIFFERENCE_IN_DIFFERENCES")]
    [InlineData("detectablemeans", 7, "RANDOMISED", "MONEY", "DIFFERENCE_IN_DIFFERENCES")]
    [InlineData("detectablemeans", 9, "STEPPED", "COUNT", "DIFFERENCE_IN_DIFFERENCES")]
    [InlineData("detectableshares", 1, "BEFORE_AFTER", "SHARE", "BEFORE_AFTER")]
    [InlineData("detectableshares", 2, "BEFORE_AFTER", "SHARE", "BEFORE_AFTER")]
    [InlineData("detectableshares", 7, "WAITLIST", "SHARE", "DIFFERENCE_IN_DIFFERENCES")]
    [InlineData("detectablerates", 2, "BEFORE_AFTER", "RATE", "BEFORE_AFTER")]
    [InlineData("detectablerates", 3, "HISTORICAL_COMPARISON", "RATE", "DIFFERENCE_IN_DIFFERENCES")]
    [InlineData("detectablerates", 4, "REGISTER_COMPARISON", "RATE", "DIFFERENCE_IN_DIFFERENCES")]
    [InlineData("detectableranks", 1, "MATCHED_COMPARISON", "ORDINAL", "GROUP_DIFFERENCE")]
    [InlineData("detectableranks", 2, "RANDOMISED", "ORDINAL", "GROUP_DIFFERENCE")]
    public async Task What_planned_sizes_can_find_is_as_R_reckons_it(string table, int number, string design, string kind, string method)
    {
        var row = KnownFollowUps.Row(table, number);
        var n = row.Whole("n");
        var (reached, compared) = (n[0], design == "BEFORE_AFTER" ? (int?)null : n[^1]);
        var (rises, expected) = (!row.Cells.TryGetValue("rise", out var rise) || rise == "1", row.Cells.ContainsKey("expected") ? row.Number("expected") : (double?)null);
        var project = await PlannedAsync(design, kind, rises, expected, (int)Math.Round(0.025 / row.Number("tail")), new { intervention = reached, comparison = compared });
        var detectable = (await PlanAsync(project, "detectable { indicator method smallest sentence unavailable { code } }"))["detectable"]!.AsArray();
        Assert.All(detectable, told =>
        {
            row.Agrees("value", told!["smallest"]?.GetValue<double>());
            Assert.Equal((method, true, null), (told["method"]!.GetValue<string>(), told["sentence"]!.GetValue<string>().Length > 0, told["unavailable"]));
        });
        Assert.Equal((int)Math.Round(0.025 / row.Number("tail")), detectable.Count);
    }

    private async Task<string> PlannedAsync(string design, string kind, bool rises = true, double? baseline = null, int primary = 1, object? sizes = null)
    {
        var (_, project) = await Stages.RunningAsync();
        await Stages.Evaluator.DoAsync("setMeasurementPlan", new
        {
            projectId = project,
            design,
            sizes,
            wholeUnits = false,
            indicators = Enumerable.Range(0, primary).Select(i => new { code = i == 0 ? Indicator : $"{Indicator} {i}", name = "Mått", nameEn = "Measured", unit = "enheter", kind, direction = rises ? "HIGHER_IS_BETTER" : "LOWER_IS_BETTER", baseline, isPrimary = true }),
            waves = new object[] { new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true }, new { code = "w1", name = "Efter", from = "2021-01-01", to = "2021-06-30" } },
        }, "measurementPlan { id }");
        return project;
    }

    private Task<JsonNode> LogAsync(string project, IEnumerable<JsonObject> rows) => Stages.Evaluator.DoAsync("logMeasurements", new
    {
        projectId = project,
        rows = rows.Select((row, i) => new JsonObject([.. row.Select(cell => KeyValuePair.Create(cell.Key, cell.Value?.DeepClone())), new("rowKey", $"r{i}"), new("indicator", Indicator)])),
    }, "report { logged }");

    private async Task<JsonNode> PlanAsync(string project, string select) =>
        (await Stages.Evaluator.ReadAsync($"query($p: ID!) {{ node(id: $p) {{ ... on Project {{ measurementPlans {{ {select} }} }} }} }}", new { p = project }))["node"]!["measurementPlans"]![0]!;
}
