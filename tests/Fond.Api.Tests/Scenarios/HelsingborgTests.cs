using System.Globalization;
using System.Text.Json.Nodes;
using Fond.Api.Scenarios;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Scenarios;

/// <summary>Helsingborg's motion as the walkthrough's application: what the motion asks for is there, and the words at the end follow the figures.</summary>
public sealed class HelsingborgTests : FondTest
{
    [Fact]
    public async Task The_application_is_the_pilot_of_the_motion()
    {
        await Cases.SubmittedAsync(Fond);
        var application = (await Fond.As("revisor").ReadAsync("""
            { applications(text: "Sociala hållbarhetsråd") { nodes { title organisation content {
                need method start end targetGroup { description } goals { kind } indicators { baseline target } milestones { name from to }
                partners { organisation } evaluation { evaluator } childImpact { concernsChildren children rights heard assessment } } } } }
            """))["applications"]!["nodes"]!.AsArray().Single()!;
        var content = application["content"]!;
        Assert.Equal(("2019-05-01", "2023-12-31"), (content["start"]!.GetValue<string>(), content["end"]!.GetValue<string>()));
        Assert.Contains("kläm mellan", content["need"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.StartsWith("Barn och ungdomar", content["targetGroup"]!["description"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["QUALITATIVE", "QUANTITATIVE"], content["goals"]!.AsArray().Select(g => g!["kind"]!.GetValue<string>()).Distinct().Order());
        Assert.All(content["indicators"]!.AsArray(), i => Assert.True(i!["baseline"] is not null && i["target"] is not null));
        Assert.Contains(content["milestones"]!.AsArray(), m => $"{m!["name"]} {m["from"]} {m["to"]}" == "Pilotprojektet utvärderas 2023-03-01 2023-05-31");
        Assert.Equal(
            ["Barn- och utbildningsnämnden", "Idrotts- och fritidsnämnden", "Kommunstyrelsen", "Kulturnämnden", "Polisen", "Socialnämnden"], // the applicant is one of the five boards
            content["partners"]!.AsArray().Select(p => p!["organisation"]!.GetValue<string>()).Append(application["organisation"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.StartsWith("Följeforskare", content["evaluation"]!["evaluator"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.All(["children", "rights", "heard", "assessment"], part => Assert.NotEmpty(content["childImpact"]![part]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_council_has_five_boards_their_leading_officials_and_the_police()
    {
        var seats = (await Fond.As(null).ReadAsync("{ bodies(municipality: \"Helsingborg\", kind: COUNCIL) { nodes { members { function } } } }"))
            ["bodies"]!["nodes"]![0]!["members"]!.AsArray().Select(m => m!["function"]!.GetValue<string>()).ToList();
        Assert.Equal((5, 5, true), (seats.Count(f => f.StartsWith("Företrädare för ", StringComparison.Ordinal)), seats.Count(f => f.StartsWith("Ledande tjänsteperson, ", StringComparison.Ordinal)), seats.Contains("Polisen")));
    }

    [Fact]
    public async Task The_programme_is_in_the_motions_own_words()
    {
        var programme = (await Fond.As(null).ReadAsync("{ programmes(municipality: \"Helsingborg\") { nodes { title from to areas { name goals { title } } } } }"))["programmes"]!["nodes"]![0]!;
        Assert.Equal(("Sociala hållbarhetsråd i Helsingborgs stad, pilotprojekt 2019-2023", "2019-01-01", "2023-12-31"),
            (programme["title"]!.GetValue<string>(), programme["from"]!.GetValue<string>(), programme["to"]!.GetValue<string>()));
        Assert.Equal(
            [
                "Trygghet: Förebyggande insatser för barn och ungdomar när det gäller trygghet",
                "Hälsa: Förebyggande insatser för barn och ungdomar när det gäller hälsa",
                "Samverkan: Ett forum för förståelse och respekt för varandras uppdrag",
                "Transparens: Arbetet i råden ska präglas av stor öppenhet när det gäller förankring och beslut",
            ],
            programme["areas"]!.AsArray().Select(a => $"{a!["name"]}: {Assert.Single(a["goals"]!.AsArray())!["title"]}"));
    }

    [Fact]
    public async Task The_measurement_plan_measures_the_applications_indicators_and_the_reports_words_follow_its_figures()
    {
        await Fond.PlayAsync("helsingborg");
        var project = (await Fond.As("helsingborg-utvarderare").ReadAsync("""
            { projects { nodes { finalReport { results } futureReasons
                application { content { indicators { code name unit kind direction baseline target } } }
                measurementPlans { indicators { code name unit kind direction baseline target } effects { indicator wave method estimate { value lower upper } } } } } }
            """))["projects"]!["nodes"]!.AsArray().Single()!;
        var plan = project["measurementPlans"]![0]!;
        Assert.Equal(ByCode(project["application"]!["content"]!["indicators"]!), ByCode(plan["indicators"]!));

        foreach (var ((indicator, wave), truth) in MadeUpSurvey.Truth)
        {
            var found = Difference(plan, indicator, wave);
            Assert.InRange(truth, found["lower"]!.GetValue<double>(), found["upper"]!.GetValue<double>());
        }

        var (safety, health) = (Difference(plan, "trygghet", "2023"), Difference(plan, "halsoindex", "2023"));
        Assert.True(safety["lower"]!.GetValue<double>() > 0, safety.ToJsonString());
        Assert.True(health["lower"]!.GetValue<double>() < 0 && health["upper"]!.GetValue<double>() > 0, health.ToJsonString());
        var points = Math.Round(100 * safety["value"]!.GetValue<double>(), 1).ToString(CultureInfo.InvariantCulture).Replace('.', ',');
        var results = project["finalReport"]!["results"]!.GetValue<string>();
        Assert.Contains($"{points} procentenheter mer än i jämförelseområdena, och intervallet rymmer inte noll", results, StringComparison.Ordinal);
        Assert.Contains("för elevernas hälsa går det inte att säga om råden gjorde skillnad", results, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("Tryggheten ökade mer där råden fanns", project["futureReasons"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    /// <summary>The motion of 2017 wants a decision in 2018, a pilot from 2019 and an evaluation in the spring of 2023.</summary>
    [Fact]
    public async Task The_pilot_is_decided_planned_and_measured_in_the_years_in_which_it_was_and_nothing_is_to_be_held_against_its_results()
    {
        var scenario = Scenario.Load("helsingborg");
        await using var fond = await FondServer.StartAtAsync(new(scenario.Begins!.Value, new(9, 0), TimeSpan.Zero));
        await fond.PlayAsync(scenario, null);
        var project = (await fond.As("helsingborg-utvarderare").ReadAsync("""
            { projects { nodes { start decidedOn futureDecidedOn closedOn measurementPlans { caveats versions { at } batches { at } } } } }
            """))["projects"]!["nodes"]![0]!;
        var plan = project["measurementPlans"]![0]!;
        Assert.Equal(("2018-11-05", "2019-05-01", "2023-12-11", "2023-12-18"),
            (project["decidedOn"]!.GetValue<string>(), project["start"]!.GetValue<string>(), project["futureDecidedOn"]!.GetValue<string>(), project["closedOn"]!.GetValue<string>()));
        Assert.Equal(["2019-01-15"], Days(plan["versions"]!));
        Assert.Equal(["2019-04-29", "2021-06-02", "2023-06-02"], Days(plan["batches"]!));
        Assert.Empty(plan["caveats"]!.AsArray());
    }

    [Fact]
    public async Task The_saving_that_is_verified_is_what_was_measured_and_the_first_instalment_has_come_back()
    {
        await Fond.PlayAsync("helsingborg");
        var project = (await Fond.As("helsingborg-ordforande").ReadAsync("""
            { projects { nodes { savingsCases { basis savings { shareWithout shareWith sample wave } } moneyBack { presentBenefit presentCost netPresentValue sentence byPayer { netPresentValue } }
                repaymentAgreements { paid outstanding instalments { state } } } } }
            """))["projects"]!["nodes"]!.AsArray().Single()!;
        Assert.Equal(["EXPECTED", "VERIFIED"], project["savingsCases"]!.AsArray().Select(c => c!["basis"]!.GetValue<string>()));
        var (saving, worth) = (project["savingsCases"]![1]!["savings"]![0]!, project["moneyBack"]!);
        Assert.Equal((0.128m, 823, "2023"), (saving["shareWithout"]!.GetValue<decimal>() - saving["shareWith"]!.GetValue<decimal>(), saving["sample"]!.GetValue<int>(), saving["wave"]!.GetValue<string>()));
        Assert.Equal(worth["netPresentValue"]!.GetValue<long>(), worth["byPayer"]!.AsArray().Sum(p => p!["netPresentValue"]!.GetValue<long>()));
        Assert.Contains("does not cover the costs", worth["sentence"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.EndsWith("Extrapolated from 823 of 1500 participants.", worth["sentence"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["PAID", "PLANNED"], project["repaymentAgreements"]![0]!["instalments"]!.AsArray().Select(i => i!["state"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_deep_report_sums_the_years_that_the_project_was_decided_measured_and_paid_in()
    {
        await Fond.PlayAsync("helsingborg");
        var chair = Fond.As("helsingborg-ordforande");
        var programme = (await chair.ReadAsync("{ programmes(municipality: \"Helsingborg\") { nodes { id } } }"))["programmes"]!["nodes"]![0]!["id"]!.GetValue<string>();
        using var response = await chair.SendAsync(await chair.RequestAsync(HttpMethod.Get, $"/programmes/{programme}/report.json?from=2024&to=2026"));
        var tables = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["tables"]!;
        Assert.Equal(["2024 0 0 0", "2025 0 0 0", "2026 4500000 900000 1"], tables["years"]!.AsArray().Select(y => $"{y!["year"]} {y["granted"]} {y["paid"]} {y["implement"]}"));
        Assert.Equal(
            ["helsingborg-trygghet 1 1 1", "helsingborg-halsa 1 1 1", "helsingborg-samverkan 1 1 1", "helsingborg-oppenhet 0 0 0"],
            tables["goals"]!.AsArray().Select(g => $"{g!["goal"]} {g["projects"]} {g["as_hoped"]} {g["not_shown"]}"));
    }

    [Fact]
    public async Task The_measurements_are_drawn_from_a_stated_truth()
    {
        foreach (var (name, content) in MadeUpSurvey.Files())
        {
            var file = Path.Combine(Repository.Root, "seeds", "demo", "measurements", name);
            if (Environment.GetEnvironmentVariable("FOND_UPDATE_SNAPSHOTS") == "1") await File.WriteAllTextAsync(file, content);
            Assert.Equal((await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"), content);
        }
    }

    private static IEnumerable<string> Days(JsonNode dated) => dated.AsArray().Select(d => d!["at"]!.GetValue<string>()[..10]);

    private static JsonNode Difference(JsonNode plan, string indicator, string wave) => plan["effects"]!.AsArray().Single(e =>
        (e!["indicator"]!.GetValue<string>(), e["wave"]!.GetValue<string>(), e["method"]!.GetValue<string>()) == (indicator, wave, "DIFFERENCE_IN_DIFFERENCES"))!["estimate"]!;

    private static IEnumerable<string> ByCode(JsonNode indicators) => indicators.AsArray()
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"{i!["code"]} {i["name"]} {i["unit"]} {i["kind"]} {i["direction"]} {i["baseline"]!.GetValue<decimal>():0.##} {i["target"]!.GetValue<decimal>():0.##}"))
        .Order(StringComparer.Ordinal);
}
