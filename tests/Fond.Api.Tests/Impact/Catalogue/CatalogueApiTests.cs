using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Impact.Catalogue;

/// <summary>Officers propose indicators, the steering group decides on them, and plans are made of what is adopted.</summary>
public sealed class CatalogueApiTests : FondTest
{
    private const string Decide = "mutation($input: DecideIndicatorInput!) { decideIndicator(input: $input) { indicator { id } } }";

    private Stages Stages => new(Fond);

    private string Today => Fond.Today.ToString("yyyy-MM-dd", null);

    [Fact]
    public async Task A_changed_indicator_is_proposed_and_decided_anew_and_the_old_version_stays_readable()
    {
        var fund = await FundAsync();
        var first = await AdoptAsync(await ProposeAsync(fund));
        await Stages.Officer.RefusedAsync("CATALOGUE_CODE_TAKEN", "proposeIndicator", Proposal(fund), "code");
        var second = await ProposeAsync(fund, newVersion: true, definition: "Andel av dem som svarat.");
        await Stages.Officer.DoAsync("changeIndicator", new { catalogueIndicatorId = second, indicator = Terms("Andel av alla.") }, "indicator { id }");
        await AdoptAsync(second);
        await Stages.Officer.RefusedAsync("CATALOGUE_DECIDED", "changeIndicator", new { catalogueIndicatorId = second, indicator = Terms("Annat") });
        var versions = (await Stages.Lead.ReadAsync("query($f: ID) { indicators(fundId: $f, code: \"trygg\") { nodes { number state definition decidedOn paragraph body { name } decidedBy { name } } } }", new { f = fund }))["indicators"]!["nodes"]!.AsArray();
        Assert.Equal([(2, "ADOPTED", "Andel av alla."), (1, "SUPERSEDED", "Andel som svarar ja.")],
            versions.Select(v => (v!["number"]!.GetValue<int>(), v["state"]!.GetValue<string>(), v["definition"]!.GetValue<string>())));
        Assert.Equal((Today, "§ 12", "Styrgrupp social hållbarhet, Helsingborg"), (versions[0]!["decidedOn"]!.GetValue<string>(), versions[0]!["paragraph"]!.GetValue<string>(), versions[0]!["body"]!["name"]!.GetValue<string>()));
        var trail = (await Fond.As("revisor").ReadAsync("query($id: ID) { audit(objectId: $id) { nodes { action } } }", new { id = first }))["audit"]!["nodes"]!.AsArray();
        Assert.Equal(["DecideIndicator", "DecideIndicator", "ProposeIndicator"], trail.Select(e => e!["action"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Officers_propose_and_only_the_steering_groups_chair_or_secretary_decides()
    {
        var fund = await FundAsync();
        const string propose = "mutation($input: ProposeIndicatorInput!) { proposeIndicator(input: $input) { indicator { id } } }";
        foreach (var other in new[] { Stages.Lead, Stages.Evaluator, Stages.Chair }) await other.ForbiddenAsync("FORBIDDEN", propose, new { input = Proposal(fund) });
        var proposed = await ProposeAsync(fund);
        var decision = new { catalogueIndicatorId = proposed, adopted = true, decidedOn = Today, paragraph = "§ 12" };
        foreach (var other in new[] { Stages.Officer, Stages.Evaluator, Stages.Registrar, Fond.As("helsingborg-ledamot-1") }) await other.ForbiddenAsync("FORBIDDEN", Decide, new { input = decision });
        await Fond.As("haninge-ordforande").RefusedAsync("NOT_FOUND", "decideIndicator", decision, "catalogueIndicatorId");
        await Fond.As("haninge-handlaggare").ForbiddenAsync("FORBIDDEN", propose, new { input = Proposal(fund) });
        await Stages.Chair.RefusedAsync("DECISION_REASONS_MISSING", "decideIndicator", new { catalogueIndicatorId = proposed, adopted = false, decidedOn = Today, paragraph = "§ 12" }, "reasons");
        await Stages.Chair.RefusedAsync("CONFLICT", "decideIndicator", new { catalogueIndicatorId = proposed, adopted = true, decidedOn = Today, paragraph = "§ 12", expectedVersion = 9 }, "expectedVersion");
        await Stages.Chair.DoAsync("decideIndicator", new { catalogueIndicatorId = proposed, adopted = false, decidedOn = Today, paragraph = "§ 12", reasons = "För dyr" }, "indicator { state }");
        await Stages.Chair.RefusedAsync("CATALOGUE_NOT_ADOPTED", "retireIndicator", new { catalogueIndicatorId = proposed, from = Today, reason = "Utgår" });
    }

    [Fact]
    public async Task A_catalogue_is_read_by_whoever_holds_a_role_in_the_fund()
    {
        var fund = await FundAsync();
        await ProposeAsync(fund);
        const string all = "query($t: String) { indicators(text: $t, kind: SHARE, state: PROPOSED) { nodes { name } } }";
        foreach (var reader in new[] { Stages.Lead, Stages.Evaluator, Stages.Chair, Fond.As("revisor") })
            Assert.Equal("Feel safe", Assert.Single((await reader.ReadAsync(all, new { t = "SVARAR" }))["indicators"]!["nodes"]!.AsArray())!["name"]!.GetValue<string>());
        Assert.Empty((await Stages.Lead.ReadAsync(all, new { t = "nyfiken" }))["indicators"]!["nodes"]!.AsArray());
        Assert.Empty((await Fond.As("haninge-projektledare").ReadAsync("{ indicators { nodes { id } } }"))["indicators"]!["nodes"]!.AsArray());
        await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", "{ indicators { nodes { id } } }");
    }

    [Fact]
    public async Task A_plan_takes_what_is_adopted_with_its_kind_and_its_results_tell_the_code()
    {
        var (fund, (_, project)) = (await FundAsync(), await Stages.RunningAsync());
        var proposed = await ProposeAsync(fund);
        await Stages.Evaluator.RefusedAsync("CATALOGUE_NOT_ADOPTED", "setMeasurementPlan", Plan(project), "indicators.0.catalogue");
        await AdoptAsync(proposed);
        await Stages.Evaluator.RefusedAsync("CATALOGUE_DIFFERS", "setMeasurementPlan", Plan(project, unit: "procent"), "indicators.0.unit");
        var plan = (await Stages.Evaluator.DoAsync("setMeasurementPlan", Plan(project), "measurementPlan { indicators { unit unitEn kind direction targetOn catalogue { id code number unitEn } } effects { indicator catalogueCode } }"))["measurementPlan"]!;
        var (taken, own) = (plan["indicators"]![0]!, plan["indicators"]![1]!);
        Assert.Equal(("andel", "SHARE", "2026-12-31", proposed, null), (taken["unit"]!.GetValue<string>(), taken["kind"]!.GetValue<string>(), taken["targetOn"]!.GetValue<string>(), taken["catalogue"]!["id"]!.GetValue<string>(), own["catalogue"]));
        Assert.Equal(("share", "share", null), (taken["unitEn"]!.GetValue<string>(), taken["catalogue"]!["unitEn"]!.GetValue<string>(), own["unitEn"]));
        Assert.Equal("t trygg", Assert.Single(plan["effects"]!.AsArray().Select(e => $"{e!["indicator"]} {e["catalogueCode"]}"))); // what is judged has no estimate
        await Stages.Evaluator.RefusedAsync("MEASUREMENT_QUALITATIVE", "logMeasurements", new { projectId = project, rows = new[] { new { rowKey = "a", indicator = "m", wave = "w0", group = "INTERVENTION", measuredOn = "2019-03-01", n = 10, events = 5 } } }, "rows.0.indicator");
    }

    [Fact]
    public async Task What_is_retired_is_taken_by_no_new_plan_and_kept_by_those_that_have_it()
    {
        var (fund, (_, project)) = (await FundAsync(), await Stages.RunningAsync());
        var adopted = await AdoptAsync(await ProposeAsync(fund));
        await Stages.Evaluator.DoAsync("setMeasurementPlan", Plan(project), "measurementPlan { id }");
        await Stages.Officer.ForbiddenAsync("FORBIDDEN", "mutation($input: RetireIndicatorInput!) { retireIndicator(input: $input) { indicator { id } } }", new { input = new { catalogueIndicatorId = adopted, from = Today, reason = "Utgår" } });
        await Stages.Secretary.RefusedAsync("DECISION_REASONS_MISSING", "retireIndicator", new { catalogueIndicatorId = adopted, from = Today, reason = " " }, "reason");
        await Stages.Secretary.DoAsync("retireIndicator", new { catalogueIndicatorId = adopted, from = Today, reason = "Enkäten upphör" }, "indicator { state }");
        await Stages.Evaluator.DoAsync("setMeasurementPlan", Plan(project), "measurementPlan { id }");
        var (_, other) = await Stages.RunningAsync();
        await Stages.Evaluator.RefusedAsync("CATALOGUE_NOT_ADOPTED", "setMeasurementPlan", Plan(other), "indicators.0.catalogue");
    }

    private static object Plan(string project, string? unit = null) => new
    {
        projectId = project,
        design = "BEFORE_AFTER",
        indicators = new object[]
        {
            new { code = "t", name = "Trygghet", unit, catalogue = "trygg", target = 0.8, targetOn = "2026-12-31" },
            new { code = "m", name = "Möten", unit = "skala -2 till 2", kind = "QUALITATIVE", direction = "HIGHER_IS_BETTER" },
        },
        waves = new object[] { new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true }, new { code = "w1", name = "Efter", from = "2021-01-01", to = "2021-06-30" } },
    };

    private static object Terms(string definition) => new
    {
        name = "Känner sig trygga",
        nameEn = "Feel safe",
        unit = "andel",
        unitEn = "share",
        kind = "SHARE",
        direction = "HIGHER_IS_BETTER",
        definition,
        owner = "Skol- och fritidsförvaltningen",
        instrument = "Skolenkäten",
    };

    private static object Proposal(string fund, bool newVersion = false, string definition = "Andel som svarar ja.") => new { fundId = fund, code = "trygg", newVersion, indicator = Terms(definition) };

    private async Task<string> ProposeAsync(string fund, bool newVersion = false, string definition = "Andel som svarar ja.") =>
        (await Stages.Officer.DoAsync("proposeIndicator", Proposal(fund, newVersion, definition), "indicator { id }"))["indicator"]!["id"]!.GetValue<string>();

    private async Task<string> AdoptAsync(string indicator)
    {
        await Stages.Secretary.DoAsync("decideIndicator", new { catalogueIndicatorId = indicator, adopted = true, decidedOn = Today, paragraph = "§ 12" }, "indicator { id }");
        return indicator;
    }

    private async Task<string> FundAsync() =>
        (await Stages.Officer.ReadAsync("{ funds(municipality: \"Helsingborg\") { nodes { id } } }"))["funds"]!["nodes"]![0]!["id"]!.GetValue<string>();
}
