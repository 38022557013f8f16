using System.Text.Json.Nodes;
using System.Xml.Linq;
using Fond.Api.Tests.Reports;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.PublicRegister;

/// <summary>What was measured is public once the project's results are, whatever came of it, and never says more than what others than the evaluator read.</summary>
public sealed class PublicMeasuredTests : FondTest
{
    private const string Ask = """
        { publicRegister(municipality: "Helsingborg") { nodes { caseNumber lessons measured { indicator name isPrimary wave outcome sentence figures value lower upper pValue adjustedPValue intervention comparison method technique design strength
          unavailable { code message } } measuredCaveats } } }
        """;

    private ReportStages Given => new(Fond);

    private Stages Stages => Given.Stages;

    [Fact]
    public async Task Each_primary_indicator_is_told_wave_by_wave_with_the_numbers_that_others_than_the_evaluator_read()
    {
        var (_, project) = await Given.PlannedAsync();
        await Given.LogSharesAsync(project, 300, 220);
        await EndAsync(project);
        var measured = await MeasuredAsync();
        Assert.Equal(["trygghet w2 AS_HOPED ", "trygghet w9 UNKNOWN ESTIMATE_WAVE_MISSING", "franvaro w2 UNKNOWN ESTIMATE_WAVE_MISSING", "franvaro w9 UNKNOWN ESTIMATE_WAVE_MISSING"],
            measured.Select(v => $"{v!["indicator"]} {v["wave"]} {v["outcome"]} {v["unavailable"]?["code"]}"));
        Assert.StartsWith("It went the way that was hoped for. Trygga elever, ", measured[0]!["sentence"]!.GetValue<string>(), StringComparison.Ordinal);
        var plan = (await Stages.Officer.ReadAsync("query($p: ID!) { node(id: $p) { ... on Project { measurementPlans { effects { indicator wave method subgroup estimate { value lower upper pValue adjustedPValue intervention comparison technique design strength } } } } } }", new { p = project }))["node"]!["measurementPlans"]![0]!;
        var effect = plan["effects"]!.AsArray().Single(e => (e!["indicator"]!.GetValue<string>(), e["wave"]!.GetValue<string>(), e["method"]!.GetValue<string>()) == ("trygghet", "w2", measured[0]!["method"]!.GetValue<string>()))!["estimate"]!.AsObject();
        Assert.All(effect, field => Assert.Equal(field.Value?.ToJsonString(), measured[0]![field.Key]?.ToJsonString()));
    }

    [Theory]
    [InlineData(225, 220, "NOT_SHOWN", "ingen skillnad visad", "Ingen skillnad är visad, vilket inte är detsamma som att det inte finns någon.")]
    [InlineData(150, 220, "OPPOSITE", "tvärtemot", "Det gick åt motsatt håll mot det önskade.")]
    public async Task The_page_says_first_in_words_what_was_not_shown_or_went_wrong_and_then_in_a_table(int intervention, int comparison, string outcome, string verdict, string said)
    {
        var (_, project) = await Given.PlannedAsync();
        await Given.LogSharesAsync(project, intervention, comparison);
        await EndAsync(project);
        Assert.Equal(outcome, (await MeasuredAsync())[0]!["outcome"]!.GetValue<string>());
        var page = await PageAsync();
        var (first, table) = (page.Descendants("dd").First(d => d.Value.StartsWith(said, StringComparison.Ordinal)), Table(page)!);
        Assert.True(first.IsBefore(table));
        var cells = table.Element("tbody")!.Elements("tr").First().Elements().ToList();
        Assert.Equal(("th", "row"), (cells[0].Name.LocalName, cells[0].Attribute("scope")!.Value));
        Assert.All(table.Element("thead")!.Descendants("th"), th => Assert.Equal("col", th.Attribute("scope")!.Value));
        Assert.Equal(["Trygga elever", "Efter två år", verdict, "400 mot 400", "ändring utöver jämförelsegruppens", "lottade grupper (stark)"], cells.Where((_, i) => i != 3).Select(c => c.Value));
        Assert.Contains("procentenheter (", cells[3].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_rests_on_too_few_is_told_to_nobody_not_even_to_the_evaluator_who_reads_the_public_register()
    {
        var (_, project) = await Given.PlannedAsync();
        await Given.LogSharesAsync(project, 4, 2, n: 8);
        await EndAsync(project);
        foreach (var reader in new[] { Fond.As(null), Stages.Evaluator })
        {
            var hidden = (await MeasuredAsync(reader))[0]!;
            Assert.Equal(("UNKNOWN", "ESTIMATE_HIDDEN", "RANDOMISED", "STRONG"), (hidden["outcome"]!.GetValue<string>(), hidden["unavailable"]!["code"]!.GetValue<string>(), hidden["design"]!.GetValue<string>(), hidden["strength"]!.GetValue<string>()));
            Assert.All(["figures", "value", "lower", "upper", "pValue", "adjustedPValue", "intervention", "comparison", "technique"], field => Assert.Null(hidden[field]));
        }
        Assert.Equal("–", Table(await PageAsync())!.Element("tbody")!.Elements("tr").First().Elements().ElementAt(4).Value);
    }

    [Fact]
    public async Task What_must_be_known_beside_the_results_is_told_to_everybody_without_what_anybody_has_written()
    {
        await EndAsync(await Given.DoubtfulAsync());
        var told = await CaseAsync();
        Assert.Equal("AS_HOPED", told["measured"]![0]!["outcome"]!.GetValue<string>());
        var caveats = told["measuredCaveats"]!.AsArray().Select(c => c!.GetValue<string>()).ToList();
        string[] known = ["The baseline was measured, in whole or in part, when the project had already begun", $"On {Fond.Today:yyyy-MM-dd} the fund accepted", "Something was measured before the day on which the measurement plan was entered", "The design was changed after something had been measured"];
        Assert.Equal(known, caveats.Zip(known, (caveat, start) => caveat[..start.Length]));
        Assert.Equal(known.Length, caveats.Count);
        var page = await PageAsync();
        var table = Table(page)!;
        foreach (var said in new[] { "Baslinjen mättes helt eller delvis när projektet redan hade börjat", $"Fonden godtog den {Fond.Today:yyyy-MM-dd}", "Något mättes före den dag då mätplanen lades in", "Upplägget ändrades efter att något hade mätts" })
            Assert.True(Assert.Single(page.Descendants("p"), p => p.Value.StartsWith(said, StringComparison.Ordinal)).IsBefore(table));
        Assert.All([page.Value, told.ToJsonString()], everything => Assert.DoesNotContain("skolkansliet", everything, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"\d{4}-\d{2}-\d{2}", caveats[0]); // the project's first day may be marked
    }

    [Fact]
    public async Task Nothing_is_told_before_it_is_decided_what_follows_the_project()
    {
        var (_, project) = await Given.PlannedAsync();
        await Given.LogSharesAsync(project, 300, 220);
        Assert.Empty(await MeasuredAsync());
        await ReportAsync(project);
        Assert.Empty(await FoundAsync("trygga ELEVER"));
        Assert.Empty(await MeasuredAsync());
        Assert.Empty((await CaseAsync())["measuredCaveats"]!.AsArray());
        Assert.Null(Table(await PageAsync()));
        await DecideAsync(project);
        Assert.Single(await FoundAsync("trygga ELEVER"));
        Assert.Equal(4, (await MeasuredAsync()).Count);
        Assert.NotNull(Table(await PageAsync()));
    }

    [Fact]
    public async Task Nothing_is_told_of_a_project_that_was_called_off_without_a_report()
    {
        var (_, project) = await Given.PlannedAsync();
        await Given.LogSharesAsync(project, 300, 220);
        await Stages.Secretary.DoAsync("callOffProject", new { projectId = project, reasons = "Slut", decidedOn = Fond.Today.ToString("yyyy-MM-dd", null) }, "project { id }");
        Assert.Empty(await MeasuredAsync());
        Assert.Empty(await FoundAsync("Trygga elever"));
        Assert.Null(Table(await PageAsync()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("indicators")]
    [InlineData("targetGroup.description")]
    [InlineData("the report")]
    public async Task Nothing_is_told_where_the_case_what_it_says_of_whom_and_what_is_measured_or_the_final_report_is_marked(string? what)
    {
        var (application, project) = await Given.PlannedAsync();
        await Given.LogSharesAsync(project, 300, 220);
        await EndAsync(project);
        Assert.NotEmpty(await MeasuredAsync());
        Assert.Single(await FoundAsync("Trygga elever"));
        if (what != "the report") await Stages.Officer.DoAsync("markApplication", new { applicationId = application, field = what, ground = "OSL 26 kap. 1 §" }, "application { id }");
        else
        {
            var entry = (await Stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: FINAL_REPORT) { nodes { id } } }", new { a = application }))["caseDocuments"]!["nodes"]![0]!["id"]!.GetValue<string>();
            await Stages.Officer.DoAsync("markDocument", new { documentId = entry, ground = "OSL 26 kap. 1 §" }, "document { id }");
        }
        Assert.Empty(await MeasuredAsync());
        Assert.Empty((await CaseAsync())["measuredCaveats"]!.AsArray());
        Assert.Empty(await FoundAsync("Trygga elever"));
        var page = await PageAsync();
        Assert.Null(Table(page));
        Assert.DoesNotContain("Trygga elever", page.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_case_is_found_by_what_is_told_to_have_been_measured_in_either_language_and_by_nothing_else_of_the_plan(bool hasPrimary)
    {
        var (_, project) = await Stages.RunningAsync();
        object[] planned =
        [
            new { code = "trygghet", name = "Trygga elever", nameEn = "Safe pupils", unit = "andel", kind = "SHARE", direction = "HIGHER_IS_BETTER", isPrimary = hasPrimary },
            new { code = "gladje", name = "Skolglädje", unit = "poäng", kind = "MEAN", direction = "HIGHER_IS_BETTER" },
            new { code = "ord", name = "Elevernas egna ord", unit = "ord", kind = "QUALITATIVE", direction = "HIGHER_IS_BETTER" },
        ];
        await PlanAsync(project, planned);
        await Given.LogAsync(project, ReportStages.Row("a", "w0", "INTERVENTION", 400, 200));
        await PlanAsync(project, [.. planned, new { code = "sen", name = "Sena ankomster", unit = "dagar", kind = "MEAN", direction = "LOWER_IS_BETTER" }], "Rektorn frågade");
        await EndAsync(project);
        List<string> told = [.. await NamesAsync("sv"), .. await NamesAsync("en")];
        Assert.Equal(hasPrimary ? ["Safe pupils", "Trygga elever"] : ["Safe pupils", "Skolglädje", "Trygga elever"], told.Distinct().Order(StringComparer.Ordinal));
        foreach (var name in new[] { "Trygga elever", "Safe pupils", "Skolglädje", "Elevernas egna ord", "Sena ankomster" })
            Assert.Equal(told.Contains(name) ? 1 : 0, (await FoundAsync(name)).Count);
    }

    private Task<JsonNode> PlanAsync(string project, object[] indicators, string? reason = null) => Stages.Evaluator.DoAsync("setMeasurementPlan", new
    {
        projectId = project,
        design = "BEFORE_AFTER",
        reason,
        indicators,
        waves = new object[] { new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true }, new { code = "w2", name = "Efter", from = "2021-01-01", to = "2021-06-30" } },
    }, "measurementPlan { id }");

    private async Task<IEnumerable<string>> NamesAsync(string language) => (await MeasuredAsync(new Client(Fond, null) { Language = language })).Select(v => v!["name"]!.GetValue<string>());

    private async Task<JsonArray> FoundAsync(string text) =>
        (await Fond.As(null).ReadAsync("query($t: String) { publicRegister(text: $t) { nodes { caseNumber } } }", new { t = text }))["publicRegister"]!["nodes"]!.AsArray();

    private async Task EndAsync(string project)
    {
        await ReportAsync(project);
        await DecideAsync(project);
    }

    private Task<JsonNode> ReportAsync(string project) => Stages.Lead.DoAsync("submitFinalReport", new { projectId = project, report = new { summary = "Gjort", results = "Resultat", lessons = "Lärt", spent = 0 } }, "project { id }");

    private Task<JsonNode> DecideAsync(string project) => Stages.Chair.DoAsync("decideFuture", new { projectId = project, future = "STOP", reasons = "Prövat", decidedOn = Fond.Today.ToString("yyyy-MM-dd", null) }, "project { id }");

    private async Task<JsonArray> MeasuredAsync(Client? reader = null) => (await CaseAsync(reader))["measured"]!.AsArray();

    private async Task<JsonNode> CaseAsync(Client? reader = null) => (await (reader ?? Fond.As(null)).ReadAsync(Ask))["publicRegister"]!["nodes"]![0]!;

    private async Task<XElement> PageAsync()
    {
        var path = $"/register/cases/Helsingborg/{(await CaseAsync())["caseNumber"]!.GetValue<string>()}";
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd("sv");
        using var response = await Fond.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return XDocument.Parse((await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Root!;
    }

    private static XElement? Table(XElement page) => page.Descendants("table").FirstOrDefault(t => t.Element("caption")!.Value == "Resultaten i siffror");
}
