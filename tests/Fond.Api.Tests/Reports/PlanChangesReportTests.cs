using System.Text.Json.Nodes;
using System.Xml.Linq;
using Fond.Api.Tests.Support;
using static Fond.Api.Tests.Reports.ReportStages;

namespace Fond.Api.Tests.Reports;

/// <summary>Whoever reads a result is told what was aimed at before anything was measured.</summary>
public sealed class PlanChangesReportTests : FondTest
{
    private ReportStages Given => new(Fond);

    private Stages Stages => Given.Stages;

    [Fact]
    public async Task Targets_and_sizes_that_were_lowered_after_the_first_measurement_are_named_beside_the_verdict_and_in_a_table()
    {
        var project = await MeasuredAsync();
        Assert.Empty((await TablesAsync(Stages.Officer, $"/projects/{project}"))["plan_changes"]!.AsArray());
        await ChangeAsync(project, target: 0.7m, intervention: 100, reason: "Färre elever än tänkt");
        var tables = await TablesAsync(Stages.Officer, $"/projects/{project}");
        Assert.Equal(["PLANNED_INTERVENTION  400 100", "SMALLEST_DETECTABLE franvaro", "SMALLEST_DETECTABLE trygghet", "TARGET trygghet 0.8 0.7"], tables["plan_changes"]!.AsArray()
            .Select(c => c!["part"]!.GetValue<string>() == "SMALLEST_DETECTABLE" ? $"{c["part"]} {c["code"]}" : $"{c["part"]} {c["code"]} {c["from"]!.ToJsonString()} {c["to"]!.ToJsonString()}").Order(StringComparer.Ordinal));
        Assert.All(tables["plan_changes"]!.AsArray(), c => Assert.Equal((Fond.Today.ToString("yyyy-MM-dd", null), "Färre elever än tänkt"), (c!["on"]!.GetValue<string>(), c["reason"]!.GetValue<string>())));
        var page = XDocument.Parse(await TextAsync(Stages.Chair, $"/projects/{project}/report.html?lang=sv"));
        var verdict = page.Descendants("h2").First(h => h.Value == "Fungerade det?").ElementsAfterSelf().TakeWhile(e => e.Name.LocalName != "h2").ToList();
        Assert.Contains(verdict.SelectMany(e => e.Descendants("li")), li => li.Value == $"Mål, Trygga elever: från 0,8 till 0,7, {Fond.Today:yyyy-MM-dd}. Skäl: Färre elever än tänkt");
        Assert.Contains(page.Descendants("h2"), h => h.Value == "Planen har ändrats");
        Assert.Contains("\r\n3,", await TextAsync(Stages.Lead, $"/projects/{project}/report/plan_changes.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_far_towards_the_target_is_told_by_the_first_one_too()
    {
        var project = await MeasuredAsync(intervention: 260);
        await ChangeAsync(project, target: 0.65m, reason: "För högt satt");
        var attained = (await TablesAsync(Stages.Officer, $"/projects/{project}"))["attained"]![0]!;
        Assert.Equal((0.65m, 0.8m), (attained["target"]!.GetValue<decimal>(), attained["first_target"]!.GetValue<decimal>()));
        Assert.Equal((1, 0.5), (Math.Round(attained["share"]!.GetValue<double>(), 9), Math.Round(attained["first_share"]!.GetValue<double>(), 9))); // from half of them to 65 %, of the way to 80 %
        Assert.Contains("Towards the first target (0.8): 50% of the way.", await TextAsync(Stages.Officer, $"/projects/{project}/report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_was_taken_out_is_still_judged_by_and_one_set_afterwards_is_said_to_be()
    {
        var project = await MeasuredAsync(intervention: 260);
        await ChangeAsync(project, target: null, reason: "Målet säger inget");
        var attained = (await TablesAsync(Stages.Officer, $"/projects/{project}"))["attained"]![0]!;
        Assert.Equal((null, 0.8m, 0.5), (attained["target"], attained["first_target"]!.GetValue<decimal>(), Math.Round(attained["first_share"]!.GetValue<double>(), 9)));
        Assert.Contains("The target has been taken out. Towards the first target (0.8)", await TextAsync(Stages.Officer, $"/projects/{project}/report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_added_is_told_by_its_name_and_nothing_is_told_of_a_plan_that_stands()
    {
        var project = await MeasuredAsync();
        Assert.DoesNotContain("The plan has been changed", await TextAsync(Stages.Officer, $"/projects/{project}/report.html"), StringComparison.Ordinal);
        await ChangeAsync(project, reason: "Skolorna för statistik", added: new { code = "incidenter", name = "Incidenter", unit = "antal", kind = "COUNT", direction = "LOWER_IS_BETTER" });
        var change = Assert.Single((await TablesAsync(Stages.Officer, $"/projects/{project}"))["plan_changes"]!.AsArray(), c => c!["part"]!.GetValue<string>() == "INDICATOR")!;
        Assert.Equal(("incidenter", null, "Incidenter"), (change["code"]!.GetValue<string>(), change["from"], change["to"]!.GetValue<string>()));
    }

    private async Task<string> MeasuredAsync(int intervention = 300)
    {
        var (_, project) = await Given.PlannedAsync();
        await ChangeAsync(project, reason: null); // another version before anything is measured, which is no change
        await Given.LogSharesAsync(project, intervention, 220);
        return project;
    }

    /// <summary>The plan with another target or size.</summary>
    private Task<JsonNode> ChangeAsync(string project, decimal? target = 0.8m, int intervention = 400, string? reason = null, object? added = null) => Stages.Evaluator.DoAsync("setMeasurementPlan", new
    {
        projectId = project,
        design = "RANDOMISED",
        indicators = (object[])
        [
            new { code = "trygghet", name = "Trygga elever", unit = "andel", kind = "SHARE", direction = "HIGHER_IS_BETTER", baseline = 0.5, target, isPrimary = true },
            new { code = "franvaro", name = "Frånvaro", unit = "dagar", kind = "MEAN", direction = "LOWER_IS_BETTER", isPrimary = true },
            .. added is null ? [] : new[] { added },
        ],
        waves = new object[]
        {
            new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true },
            new { code = "w2", name = "Efter två år", from = "2021-01-01", to = "2021-06-30" },
            new { code = "w9", name = "Efter nio år", from = "2028-01-01", to = "2028-06-30" },
        },
        sizes = new { intervention, comparison = 400 },
        reason,
    }, "measurementPlan { id }");
}
