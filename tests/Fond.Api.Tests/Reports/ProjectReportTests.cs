using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Fond.Api.Tests.Impact.MoneyBack;
using Fond.Api.Tests.Support;
using UglyToad.PdfPig;
using static Fond.Api.Tests.Reports.ReportStages;

namespace Fond.Api.Tests.Reports;

public sealed class ProjectReportTests : FondTest
{
    private ReportStages Given => new(Fond);

    private Stages Stages => Given.Stages;

    [Fact]
    public async Task The_first_that_it_says_is_whether_it_worked_by_each_primary_indicator()
    {
        var (_, project) = await Given.PlannedAsync();
        await Given.LogSharesAsync(project, 300, 220);
        var page = XDocument.Parse(await TextAsync(Stages.Officer, $"/projects/{project}/report.html?lang=sv"));
        Assert.Equal("sv", page.Root!.Attribute("lang")!.Value);
        var headings = page.Descendants("h2").Select(h => h.Value).ToList();
        Assert.Equal(["Fungerade det?", "Vad som prövas", "Mål", "Hur det mäts", "Resultat", "Vilka som följdes, och vilka som föll bort", "Pengar", "Slutrapport och lärdomar", "Så är det räknat", "Alla siffror"], headings);
        var said = page.Descendants("dd").Select(d => d.Value).ToList();
        Assert.Contains(said, s => s.StartsWith("Det gick åt det håll som man hoppades. Trygga elever, ändring från baslinjen till Efter två år utöver jämförelsegruppens ändring: +20,0 procentenheter (95 % konfidensintervall", StringComparison.Ordinal));
        Assert.Contains(said, s => s.StartsWith("Det går inte att säga. ", StringComparison.Ordinal) && s.Contains("har inga mätningar av indikatorn", StringComparison.Ordinal));
        var tables = await TablesAsync(Stages.Officer, $"/projects/{project}");
        var judging = tables["estimates"]!.AsArray().First(e => e!["method"]!.GetValue<string>() == "DIFFERENCE_IN_DIFFERENCES" && e["value"] is not null)!;
        Assert.Equal(2 * judging["p"]!.GetValue<double>(), judging["adjusted_p"]!.GetValue<double>(), 1e-12); // two primary indicators, one of them not measured
        var verdicts = tables["verdicts"]!.AsArray();
        Assert.Equal(["trygghet w2 AS_HOPED ", "trygghet w9 UNKNOWN ESTIMATE_WAVE_MISSING", "franvaro w2 UNKNOWN ESTIMATE_WAVE_MISSING", "franvaro w9 UNKNOWN ESTIMATE_WAVE_MISSING"],
            verdicts.Select(v => $"{v!["indicator"]} {v["wave"]} {v["outcome"]} {v["unavailable"]}"));
        Assert.StartsWith("It cannot be told yet.", verdicts[1]!["sentence"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_in_English_has_the_English_names_and_units_and_the_Swedish_ones_where_there_are_none()
    {
        var (_, project) = await Stages.RunningAsync();
        await Stages.Evaluator.DoAsync("setMeasurementPlan", new
        {
            projectId = project,
            design = "RANDOMISED",
            indicators = new object[] { new { code = "trygghet", name = "Trygga elever", nameEn = "Safe pupils", unit = "andel", unitEn = "share of pupils", kind = "SHARE", direction = "HIGHER_IS_BETTER", target = 0.8, isPrimary = true } },
            waves = new object[] { new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true }, new { code = "w2", name = "Efter två år", nameEn = "After two years", from = "2021-01-01", to = "2021-06-30" } },
        }, "measurementPlan { id }");
        await Given.LogSharesAsync(project, 300, 220);
        var (english, swedish) = (await TextAsync(Stages.Officer, $"/projects/{project}/report.html?lang=en"), await TextAsync(Stages.Officer, $"/projects/{project}/report.html?lang=sv"));
        Assert.Contains("Safe pupils, change from the baseline to After two years beyond that of the comparison group", english, StringComparison.Ordinal);
        Assert.Contains("Före", english, StringComparison.Ordinal);
        Assert.All(["Trygga elever", "Efter två år"], name => Assert.DoesNotContain(name, english, StringComparison.Ordinal));
        Assert.Contains("share of pupils", english, StringComparison.Ordinal);
        Assert.All(["Safe pupils", "After two years", "share of pupils"], name => Assert.DoesNotContain(name, swedish, StringComparison.Ordinal));
        Assert.Contains("Trygga elever, ändring från baslinjen till Efter två år", swedish, StringComparison.Ordinal);
        var plan = (await Stages.Officer.ReadAsync("query($p: ID!) { node(id: $p) { ... on Project { measurementPlans { indicators { name nameEn } waves { name nameEn } } } } }", new { p = project }))["node"]!["measurementPlans"]![0]!;
        Assert.Equal(("Trygga elever", "Safe pupils", null), (plan["indicators"]![0]!["name"]!.GetValue<string>(), plan["indicators"]![0]!["nameEn"]!.GetValue<string>(), plan["waves"]![0]!["nameEn"]));
    }

    [Theory]
    [InlineData(225, 220, "NOT_SHOWN", "No difference is shown, which is not the same as there being none.")]
    [InlineData(150, 220, "OPPOSITE", "It went against the desired direction.")]
    public async Task What_was_not_shown_and_what_went_wrong_is_told_as_plainly(int intervention, int comparison, string outcome, string said)
    {
        var (_, project) = await Given.PlannedAsync();
        await Given.LogSharesAsync(project, intervention, comparison);
        var verdict = (await TablesAsync(Stages.Chair, $"/projects/{project}"))["verdicts"]![0]!;
        Assert.Equal(outcome, verdict["outcome"]!.GetValue<string>());
        Assert.StartsWith(said, verdict["sentence"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(said, await TextAsync(Stages.Chair, $"/projects/{project}/report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_without_a_comparison_is_not_called_the_projects_doing()
    {
        var (_, project) = await Given.PlannedAsync("BEFORE_AFTER");
        await Given.LogAsync(project, Row("a", "w0", "INTERVENTION", 400, 200), Row("b", "w2", "INTERVENTION", 400, 300));
        var verdict = (await TablesAsync(Stages.Lead, $"/projects/{project}"))["verdicts"]![0]!;
        Assert.Equal(("AS_HOPED", "WEAK"), (verdict["outcome"]!.GetValue<string>(), verdict["strength"]!.GetValue<string>()));
        Assert.Contains("it cannot be said that the project is why", verdict["sentence"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_hidden_in_the_api_is_hidden_in_every_form_of_the_report()
    {
        var (_, project) = await Given.PlannedAsync();
        await Given.LogSharesAsync(project, 4, 2, n: 8);
        var own = await TablesAsync(Stages.Evaluator, $"/projects/{project}");
        Assert.All(own["cells"]!.AsArray(), c => Assert.True(c!["n"] is not null && c["lower"]!.GetValue<double>() < c["mean"]!.GetValue<double>() && c["mean"]!.GetValue<double>() < c["upper"]!.GetValue<double>()));
        Assert.NotNull(own["verdicts"]![0]!["value"]);
        foreach (var reader in new[] { Stages.Lead, Stages.Officer, Stages.Chair, Fond.As("revisor") })
        {
            var seen = await TablesAsync(reader, $"/projects/{project}");
            Assert.All(seen["cells"]!.AsArray(), c => Assert.Equal(("ESTIMATE_HIDDEN", null, null, null, null), (c!["unavailable"]!.GetValue<string>(), c["n"], c["events"], c["lower"], c["upper"])));
            Assert.All(seen["estimates"]!.AsArray(), e => Assert.True(e!["value"] is null && e["lower"] is null && e["n"] is null, e.ToJsonString()));
            Assert.Equal(("UNKNOWN", "ESTIMATE_HIDDEN"), (seen["verdicts"]![0]!["outcome"]!.GetValue<string>(), seen["verdicts"]![0]!["unavailable"]!.GetValue<string>()));
            Assert.DoesNotContain("<svg", await TextAsync(reader, $"/projects/{project}/report.html"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Money_is_told_by_payer_and_horizon_and_what_rests_on_too_few_is_not()
    {
        var money = new MoneyStages(Fond);
        await money.PriceAsync();
        var (_, project) = await Stages.RunningAsync();
        await Stages.Lead.DoAsync("proposeSavings", MoneyStages.Expected(project), "savingsCase { id }");
        var savings = (await TablesAsync(Stages.Officer, $"/projects/{project}"))["savings"]!.AsArray();
        Assert.Equal(8, savings.Count); // four horizons, two parties
        Assert.Equal([("Socialnämnden", 5_000_000m), (null, 0m)], savings.Where(s => s!["horizon"]!.GetValue<int>() == 5).Select(s => (s!["board"]?.GetValue<string>(), s["gross"]!.GetValue<decimal>())));
        var page = await TextAsync(Stages.Officer, $"/projects/{project}/report.html");
        Assert.Contains("Expected, not verified", page, StringComparison.Ordinal);
        var figures = XDocument.Parse(page).Descendants(XName.Get("desc", "http://www.w3.org/2000/svg")).Select(d => d.Value).ToList();
        Assert.Equal(2, figures.Count);
        Assert.Contains("present value of saving", figures[0], StringComparison.Ordinal);
        Assert.Contains("Saving: Placement 0.50–1.50", figures[1], StringComparison.Ordinal); // the tornado, widest first
        var tables = await TablesAsync(Stages.Officer, $"/projects/{project}");
        Assert.Equal([1, 2, 3, 5], tables["worth"]!.AsArray().Select(w => w!["horizon"]!.GetValue<int>()));
        Assert.Equal([1, 2, 3, 5], tables["break_even"]!.AsArray().Select(b => b!["horizon"]!.GetValue<int>()).Distinct());
        Assert.Equal(["  plats 2 ", "BOARD Socialnämnden plats 0 ", "MUNICIPALITY    MONEY_NEVER_COVERED"],
            tables["break_even"]!.AsArray().Where(b => b!["horizon"]!.GetValue<int>() == 5).Select(b => $"{b!["payer"]} {b["board"]} {b["unit_cost"]} {b["cases_a_year"]} {b["unavailable"]}"));
        Assert.Equal(0.686m, Math.Round(tables["worth"]![3]!["benefit_cost_ratio"]!.GetValue<decimal>(), 3));
        Assert.Equal(["plats", null], tables["sensitivity"]!.AsArray().Select(s => s!["unit_cost"]?.GetValue<string>()));
        Assert.Equal((10_000, 5), (tables["simulation"]![0]!["runs"]!.GetValue<int>(), tables["simulation"]![0]!["horizon"]!.GetValue<int>()));

        await money.MeasureAsync(project, 20, 3);
        await money.VerifyAsync(project, MoneyStages.Verified(MoneyStages.Saving(20, 0.5m, 0.15m), 20, 20));
        var hidden = (await TablesAsync(Stages.Officer, $"/projects/{project}"))["savings"]!.AsArray().Where(s => s!["basis"]!.GetValue<string>() == "VERIFIED").ToList();
        Assert.All(hidden, s => Assert.Equal(("SAVINGS_HIDDEN", null, null), (s!["unavailable"]!.GetValue<string>(), s["gross"], s["payer"])));
        var seen = await TablesAsync(Stages.Officer, $"/projects/{project}");
        Assert.All(new[] { "sensitivity", "simulation" }, table => Assert.DoesNotContain(seen[table]!.AsArray(), row => row!["basis"]!.GetValue<string>() == "VERIFIED"));
        Assert.All(seen["worth"]!.AsArray().Where(w => w!["basis"]!.GetValue<string>() == "VERIFIED"), w => Assert.Equal((null, "SAVINGS_HIDDEN"), (w!["net_present_value"], w["unavailable"]!.GetValue<string>())));
        Assert.Contains((await TablesAsync(Stages.Evaluator, $"/projects/{project}"))["savings"]!.AsArray(), s => s!["basis"]!.GetValue<string>() == "VERIFIED" && s["gross"] is not null);
    }

    [Fact]
    public async Task Every_table_is_had_as_csv_with_the_numbers_of_the_json()
    {
        var (_, project) = await Given.PlannedAsync();
        await Given.LogSharesAsync(project, 150, 220);
        var tables = await TablesAsCsv.AgreeAsync(Stages.Lead, $"/projects/{project}");
        Assert.Equal(["verdicts", "logic_model", "indicators", "waves", "plan_changes", "attained", "beside_series", "numbers", "followed", "attainment", "change_stories", "background", "background_series", "grants", "savings", "worth", "break_even", "sensitivity", "simulation", "cells", "estimates"], tables.Select(t => t.Key));
        var csv = await TextAsync(Stages.Lead, $"/projects/{project}/report/verdicts.csv");
        Assert.Contains(FormattableString.Invariant($",{tables["verdicts"]![0]!["value"]!.GetValue<double>():R},"), csv, StringComparison.Ordinal); // below zero, and no formula
        using var unknown = await new Fetch(Stages.Lead).AnswerAsync($"/projects/{project}/report/okand.csv");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Equal("REPORT_TABLE_UNKNOWN", JsonNode.Parse(await unknown.Content.ReadAsStringAsync())!["errors"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_logic_model_is_told_step_by_step_with_what_each_leads_to_and_is_followed_by()
    {
        var (_, project) = await Stages.RunningAsync();
        object Entry(string key, string step, string text, string[] leadsTo, string[] indicators) => new { key, step, text, leadsTo, indicators };
        await Stages.Evaluator.DoAsync("setMeasurementPlan", new
        {
            projectId = project,
            design = "BEFORE_AFTER",
            indicators = new[] { new { code = "t", name = "Trygghet", unit = "andel", kind = "SHARE", direction = "HIGHER_IS_BETTER" } },
            waves = new object[] { new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true }, new { code = "w1", name = "Efter", from = "2021-01-01", to = "2021-06-30" } },
            logicModel = new[] { Entry("a", "ACTIVITY", "Samtal", ["u", "e"], []), Entry("u", "OUTCOME", "Tryggare elever", ["e"], ["t"]), Entry("e", "EFFECT", "Fler går klart skolan", [], ["t"]) },
        }, "measurementPlan { id }");
        var rows = (await TablesAsync(Stages.Officer, $"/projects/{project}"))["logic_model"]!.AsArray();
        Assert.Equal(["a|ACTIVITY|Samtal|u, e|", "u|OUTCOME|Tryggare elever|e|t", "e|EFFECT|Fler går klart skolan||t"], rows.Select(r => string.Join('|', r!.AsObject().Select(c => c.Value))));
        var csv = await TextAsync(Stages.Lead, $"/projects/{project}/report/logic_model.csv");
        Assert.Contains("a,ACTIVITY,Samtal,\"u, e\",", csv, StringComparison.Ordinal);
        var table = XDocument.Parse(await TextAsync(Stages.Chair, $"/projects/{project}/report.html?lang=sv")).Descendants("table").Single(t => t.Element("caption")?.Value == "Effektkedja: vad som ska leda till vad");
        Assert.Contains(table.Descendants("tr"), tr => tr.Elements().Select(c => c.Value).SequenceEqual(["u", "utfall", "Tryggare elever", "e", "t"]));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://127.0.0.1\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(1)")]
    public async Task No_cell_of_a_table_is_a_formula(string text)
    {
        var (_, project) = await Given.PlannedAsync();
        await Stages.Evaluator.DoAsync("setMeasurementPlan", new
        {
            projectId = project,
            design = "BEFORE_AFTER",
            reason = text,
            indicators = new[] { new { code = "t", name = text, unit = "andel", kind = "SHARE", direction = "HIGHER_IS_BETTER" } },
            waves = new object[] { new { code = "w0", name = text, from = "2019-01-01", to = "2019-06-30", isBaseline = true }, new { code = "w1", name = "Efter", from = "2021-01-01", to = "2021-06-30" } },
        }, "measurementPlan { id }");
        foreach (var table in new[] { "indicators", "waves" })
        {
            var csv = await TextAsync(Stages.Lead, $"/projects/{project}/report/{table}.csv");
            Assert.Contains($"'{text.Replace("\"", "\"\"", StringComparison.Ordinal)}", csv, StringComparison.Ordinal);
            Assert.DoesNotContain(csv.Split(',', '\n'), cell => cell.TrimStart('"').StartsWith(text[..2], StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Why_nobody_can_be_followed_is_said_once_to_readers_and_in_every_row_to_programs()
    {
        var (_, project) = await Given.PlannedAsync();
        await Given.LogSharesAsync(project, 300, 220);
        var rows = (await TablesAsync(Stages.Officer, $"/projects/{project}"))["followed"]!.AsArray();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, r => Assert.NotNull(r!["unavailable"]));
        var numbers = (await TablesAsync(Stages.Officer, $"/projects/{project}"))["numbers"]!.AsArray();
        Assert.Contains(numbers, r => r!["measured"]!.GetValue<int>() > 0);
        Assert.All(numbers, r => Assert.Equal(r!["measured"]?.GetValue<int>() - r["planned"]?.GetValue<int>(), r["difference"]?.GetValue<int>()));
        var page = XDocument.Parse(await TextAsync(Stages.Officer, $"/projects/{project}/report.html"));
        Assert.DoesNotContain(page.Descendants("caption"), c => c.Value == "Followed and lost");
        var heading = page.Descendants("h2").Single(h => h.Value == "Who was followed, and who was lost");
        Assert.Equal(["p", "p", "h2"], heading.ElementsAfterSelf().Take(3).Select(e => e.Name.LocalName).Select(n => n is ['h', _] ? "h2" : n));
    }

    [Fact]
    public async Task The_printed_report_says_the_same_with_its_figures()
    {
        var (_, project) = await Given.PlannedAsync();
        await Given.LogSharesAsync(project, 300, 220);
        using var pdf = PdfDocument.Open(await new Fetch(Stages.Officer).BytesAsync($"/projects/{project}/report.pdf?lang=sv"));
        var words = string.Concat(pdf.GetPages().Select(p => p.Text));
        foreach (var said in new[] { "Fungerade det?", "Det gick åt det håll som man hoppades.", "bättre →", "Så är det räknat", "Alla skattningar" }) Assert.Contains(said, words, StringComparison.Ordinal);
        foreach (var letter in pdf.GetPages().SelectMany(p => p.Letters).Where(l => l.Value.Trim().Length > 0))
            Assert.True(letter.BoundingBox is { Left: >= 60, Right: <= 535, Bottom: >= 45, Top: <= 790 }, $"{letter.Value} at {letter.BoundingBox}");
    }

    [Fact]
    public async Task A_report_is_for_whoever_sees_the_project_and_reading_what_is_marked_is_in_the_trail()
    {
        var (application, project) = await Given.PlannedAsync();
        foreach (var reader in new[] { Stages.Lead, Stages.Officer, Stages.Chair, Stages.Evaluator, Fond.As("revisor") }) await TextAsync(reader, $"/projects/{project}/report.html");
        foreach (var form in new[] { "report.html", "report.pdf", "report.json", "report/cells.csv" })
        {
            foreach (var stranger in new[] { "haninge-projektledare", "haninge-handlaggare", "haninge-utvarderare" })
            {
                using var answer = await new Fetch(Fond.As(stranger)).AnswerAsync($"/projects/{project}/{form}");
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
            using var anybody = await new Fetch(Fond.As(null)).AnswerAsync($"/projects/{project}/{form}");
            Assert.Equal(HttpStatusCode.Unauthorized, anybody.StatusCode);
        }
        Assert.Equal(0, await ReadingsAsync());
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = "OSL 26 kap. 1 §" }, "application { id }");
        await TextAsync(Stages.Chair, $"/projects/{project}/report.html");
        Assert.Equal(1, await ReadingsAsync());
    }

    [Fact]
    public async Task A_project_without_a_plan_says_that_nothing_can_be_told()
    {
        var (_, project) = await Stages.GrantedAsync();
        var page = await TextAsync(Stages.Lead, $"/projects/{project}/report.html");
        Assert.Contains("It cannot be told: the project has no measurement plan.", page, StringComparison.Ordinal);
        Assert.Empty((await TablesAsync(Stages.Lead, $"/projects/{project}"))["estimates"]!.AsArray());
    }

    private async Task<int> ReadingsAsync() => (await Fond.As("revisor").ReadAsync("{ audit(action: \"read\") { nodes { objectType } } }"))["audit"]!["nodes"]!.AsArray().Count(e => e!["objectType"]!.GetValue<string>() == "Application");
}
