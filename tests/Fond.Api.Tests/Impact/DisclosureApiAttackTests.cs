using System.Text.Json.Nodes;
using Fond.Api.Tests.Impact.MoneyBack;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Impact;

/// <summary>A linear solver that reckons from the answers that an officer gets over HTTP, today's and yesterday's together.</summary>
public sealed class DisclosureApiAttackTests : FondTest
{
    private const int Seeds = 12;

    private Stages Stages => new(Fond);

    [Fact]
    public async Task No_answers_of_two_days_together_tell_how_small_a_small_part_is_or_that_all_or_none_of_a_hidden_one_have_the_property()
    {
        await Fond.As("administrator").DoAsync("allocateFunds", new { fundId = await new MoneyStages(Fond).FundAsync(), amount = 10_000_000_000, year = 2026, note = "Kommunfullmäktige § 2" }, "fund { id }");
        var (inside, attacked, insideOfPrimary) = (new List<string>(), 0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var given = new GivenParts(seed);
            var (seen, known) = await AskedAsync(given);
            var attack = new AnswersAttack(seen);
            attacked += given.Small.Count(s => attack.HasWhole(s.Wave));
            inside.AddRange(attack.Breaches(given).Select(breach => $"seed {seed}: {breach}"));
            insideOfPrimary += new AnswersAttack([.. known.Select(WithoutSmall)]).Breaches(given).Any() ? 1 : 0;
        }
        Assert.Empty(inside);
        Assert.True(attacked >= Seeds, $"Only {attacked} small parts were hidden beside something to reckon from.");
        Assert.True(insideOfPrimary > Seeds / 4, $"With only the small ones hidden it got inside {insideOfPrimary} times: it is too weak to tell anything of the rules.");
    }

    /// <summary>What the officer, and the evaluator who sees all, is told after each of two batches.</summary>
    private async Task<(List<JsonNode> Seen, List<JsonNode> Known)> AskedAsync(GivenParts given)
    {
        var (_, project) = await Stages.RunningAsync();
        await Stages.Evaluator.DoAsync("setMeasurementPlan", new
        {
            projectId = project,
            design = "BEFORE_AFTER",
            indicators = new[] { new { code = "trygghet", name = "Trygghet", unit = "andel", kind = "SHARE", direction = "HIGHER_IS_BETTER" } },
            waves = new object[] { new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true }, new { code = "w1", name = "Efter", from = "2021-01-01", to = "2021-06-30" } },
        }, "measurementPlan { id }");
        var (seen, known) = (new List<JsonNode>(), new List<JsonNode>());
        foreach (var rows in given.Batches)
        {
            await Stages.Evaluator.DoAsync("logMeasurements", new { projectId = project, rows }, "report { logged }");
            seen.Add(await AnswerAsync(Stages.Officer, project));
            known.Add(await AnswerAsync(Stages.Evaluator, project));
        }
        return (seen, known);
    }

    private static async Task<JsonNode> AnswerAsync(Client reader, string project) => (await reader.ReadAsync("""
        query($p: ID!) { node(id: $p) { ... on Project { measurementPlans {
          cells { wave subgroup n events } effects { subgroup estimate { value intervention baseline } } followed { subgroup baseline kept joined } } } } }
        """, new { p = project }))["node"]!["measurementPlans"]![0]!;

    /// <summary>Primary suppression alone: who are few, or few with or without the property.</summary>
    private static JsonNode WithoutSmall(JsonNode answer)
    {
        var less = answer.DeepClone();
        foreach (var cell in less["cells"]!.AsArray().Where(c => Math.Min(c!["events"]!.GetValue<double>(), c["n"]!.GetValue<int>() - c["events"]!.GetValue<double>()) < GivenParts.Threshold)) (cell!["n"], cell["events"]) = (null, null);
        (less["effects"], less["followed"]) = (new JsonArray(), new JsonArray());
        return less;
    }
}
