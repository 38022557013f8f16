using System.Text.Json.Nodes;
using System.Xml.Linq;
using Fond.Api.Tests.Reports;
using Fond.Api.Tests.Support;
using UglyToad.PdfPig;

namespace Fond.Api.Tests.Scenarios;

/// <summary>Three years together, as Lund's programme has it told every third year and Haninge's directive asks for: whatever was done towards the goals, also where that is nothing.</summary>
public sealed class DeepReportTests : FondTest
{
    private const string Years = "from=2024&to=2026";

    [Fact]
    public async Task Haninges_tells_what_was_granted_to_work_out_the_programme_goal_by_goal()
    {
        await Fond.PlayAsync("haninge"); // as in the demo data, which has it once
        var tables = await TablesAsync("haninge");
        Assert.Equal(["2024 0 0 0", "2025 0 0 0", "2026 2 1000000 2"], tables["years"]!.AsArray().Select(y => $"{y!["year"]} {y["granted_cases"]} {y["granted"]} {y["projects"]}"));
        Assert.Equal(["haninge-struktur 2 2", "haninge-viljeriktning 2 2", "haninge-planering 2 2", "haninge-uppfoljning 2 2"], Goals(tables));
        Assert.All(tables["verdicts"]!.AsArray(), v => Assert.Equal("UNKNOWN", v!["outcome"]!.GetValue<string>()));
        Assert.Equal(["KEEP 10", "UPDATE 1"], Documents(tables));
        await IsReadAsPageAndPdfAsync("haninge", "Uppföljning 2024–2026: Program för social hållbarhet för Haninge kommun", "Näringslivsstrategi", "består");
    }

    [Fact]
    public async Task Lunds_names_the_six_goals_that_no_project_works_towards_yet_and_what_becomes_of_older_documents()
    {
        await Fond.PlayAsync("lund");
        var tables = await TablesAsync("lund");
        Assert.Equal(["2024 0 0 0", "2025 0 0 0", "2026 0 0 0"], tables["years"]!.AsArray().Select(y => $"{y!["year"]} {y["granted_cases"]} {y["granted"]} {y["projects"]}"));
        Assert.Equal(["lund-demokrati 0 0", "lund-utbildning 0 0", "lund-levnadsvanor 0 0", "lund-arbete 0 0", "lund-boende 0 0", "lund-jamstalldhet 0 0"], Goals(tables));
        Assert.Equal(["UPDATE 2", "END 2"], Documents(tables));
        var page = await IsReadAsPageAndPdfAsync("lund", "Uppföljning 2024–2026: Program för social hållbarhet i Lunds kommun - Ett Lund för alla, 2020-2026", "Kostpolicy", "aktualiseras");
        var without = page.Descendants("h3").Single(h => h.Value == "Mål som inget projekt arbetade mot").ElementsAfterSelf("ul").First();
        Assert.Equal(6, without.Elements("li").Count());
        Assert.Contains(without.Elements("li"), li => li.Value == "Främja hälsosamma vanor genom hela livet");
    }

    /// <returns>The page.</returns>
    private async Task<XElement> IsReadAsPageAndPdfAsync(string municipality, string title, string document, string fate)
    {
        var (reader, root) = (Chair(municipality), await RootAsync(municipality));
        var page = XDocument.Parse(await reader.TextAsync($"{root}/report.html?{Years}&lang=sv")).Root!;
        Assert.Equal(title, page.Descendants("h1").Single().Value);
        Assert.Contains(page.Descendants("tr"), tr => tr.Elements().Select(c => c.Value).SequenceEqual([document, fate]));
        using var pdf = PdfDocument.Open(await reader.BytesAsync($"{root}/report.pdf?{Years}&lang=sv"));
        var words = string.Concat(pdf.GetPages().Select(p => p.Text));
        Assert.All(["Programmets mål", "2024", "2025", "2026", "Styrdokument", document, fate], said => Assert.Contains(said, words, StringComparison.Ordinal));
        return page;
    }

    private async Task<JsonNode> TablesAsync(string municipality) => JsonNode.Parse(await Chair(municipality).TextAsync($"{await RootAsync(municipality)}/report.json?{Years}"))!["tables"]!;

    private async Task<string> RootAsync(string code) => $"/programmes/{(await Fond.As(null).ReadAsync("{ programmes(first: 100) { nodes { id code } } }"))["programmes"]!["nodes"]!.AsArray().Single(p => p!["code"]!.GetValue<string>() == code)!["id"]}";

    private Fetch Chair(string municipality) => new(Fond.As($"{municipality}-ordforande"));

    private static IEnumerable<string> Goals(JsonNode tables) => tables["goals"]!.AsArray().Select(g => $"{g!["goal"]} {g["decided"]} {g["projects"]}");

    private static IEnumerable<string> Documents(JsonNode tables) => tables["steering_documents"]!.AsArray().GroupBy(d => d!["fate"]!.GetValue<string>()).Select(g => $"{g.Key} {g.Count()}");
}
