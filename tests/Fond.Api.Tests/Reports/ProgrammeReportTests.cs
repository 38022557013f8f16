using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Fond.Api.Tests.Meetings;
using Fond.Api.Tests.Support;
using static Fond.Api.Tests.Reports.ReportStages;

namespace Fond.Api.Tests.Reports;

/// <summary>The yearly follow-up of a programme, and the deep report of three years.</summary>
public sealed class ProgrammeReportTests : FondTest
{
    private ReportStages Given => new(Fond);

    private Stages Stages => Given.Stages;

    [Fact]
    public async Task A_year_is_told_goal_by_goal_with_what_was_decided_and_paid_and_the_goals_that_nobody_works_towards()
    {
        var (_, project) = await Stages.RunningAsync();
        var programme = await Given.ProgrammeAsync(project);
        var tables = await PeriodAsync(Stages.Officer, programme, "from=2026&to=2026");
        Assert.Equal(["goals", "attainment", "verdicts", "projects", "years", "background", "lessons", "steering_documents"], tables.AsObject().Select(t => t.Key));
        var told = tables["projects"]!.AsArray().Single()!;
        Assert.Equal(project, told["project"]!.GetValue<string>());
        var served = told["goals"]!.GetValue<string>().Split(' ');
        foreach (var goal in tables["goals"]!.AsArray())
        {
            var serves = served.Contains(goal!["goal"]!.GetValue<string>());
            Assert.Equal((serves ? 1 : 0, serves ? 1 : 0, serves ? told["granted"]!.GetValue<decimal>() : 0m, serves ? told["paid"]!.GetValue<decimal>() : 0m),
                (goal["decided"]!.GetValue<int>(), goal["projects"]!.GetValue<int>(), goal["granted"]!.GetValue<decimal>(), goal["paid"]!.GetValue<decimal>()));
        }
        Assert.Contains(tables["goals"]!.AsArray(), g => served.Contains(g!["goal"]!.GetValue<string>()));
        var year = tables["years"]!.AsArray().Single()!;
        Assert.Equal((2026, 1, 0, 1, told["granted"]!.GetValue<decimal>()), (year["year"]!.GetValue<int>(), year["granted_cases"]!.GetValue<int>(), year["rejected_cases"]!.GetValue<int>(), year["projects"]!.GetValue<int>(), year["granted"]!.GetValue<decimal>()));
        Assert.Empty((await PeriodAsync(Stages.Officer, programme, "from=2024&to=2025"))["projects"]!.AsArray());
    }

    [Fact]
    public async Task The_deep_report_is_of_the_years_together_and_can_be_read_as_a_page_and_as_pdf()
    {
        var (_, project) = await Stages.RunningAsync();
        var root = $"/programmes/{await Given.ProgrammeAsync(project)}";
        Assert.Equal([2024, 2025, 2026], JsonNode.Parse(await TextAsync(Stages.Chair, $"{root}/report.json?from=2024&to=2026"))!["tables"]!["years"]!.AsArray().Select(y => y!["year"]!.GetValue<int>()));
        var page = XDocument.Parse(await TextAsync(Stages.Chair, $"{root}/report.html?from=2024&to=2026&lang=sv"));
        Assert.StartsWith("Uppföljning 2024–2026: ", page.Descendants().First(e => e.Name.LocalName == "h1").Value, StringComparison.Ordinal);
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString(await new Fetch(Stages.Chair).BytesAsync($"{root}/report.pdf?from=2024&to=2026"), 0, 8), StringComparison.Ordinal);
        Assert.Contains("2025", await TextAsync(Stages.Chair, $"{root}/report/years.csv?from=2024&to=2026"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_table_is_had_as_csv_with_the_values_of_the_json()
    {
        var (_, project) = await Given.PlannedAsync();
        await Given.LogSharesAsync(project, 300, 220);
        var tables = await TablesAsCsv.AgreeAsync(Stages.Chair, $"/programmes/{await Given.ProgrammeAsync(project)}", "?from=2024&to=2026");
        Assert.All(new[] { "goals", "attainment", "verdicts", "projects", "years" }, name => Assert.NotEmpty(tables[name]!.AsArray()));
    }

    [Fact]
    public async Task A_decision_that_a_court_has_repealed_is_said_to_be_and_grants_nothing()
    {
        var meetings = new MeetingStages(Fond);
        var application = await meetings.Cases.AwaitingDecisionAsync();
        var meeting = await meetings.InSessionAsync(application);
        await meetings.SettleAsync(meeting, "APPROVED");
        var programme = await Given.ProgrammeAsync(await Stages.ProjectAsync(application));
        async Task<(int Granted, int Repealed, decimal Money)> YearAsync() => (await PeriodAsync(Stages.Officer, programme, "from=2026&to=2026"))["years"]![0] is { } year
            ? (year["granted_cases"]!.GetValue<int>(), year["repealed_cases"]!.GetValue<int>(), year["granted"]!.GetValue<decimal>()) : default;
        var (granted, _, money) = await YearAsync();
        Assert.True(granted == 1 && money > 0);
        var minutes = await meetings.ClosedAsync(meeting);
        await meetings.AnnouncedAsync(minutes);
        var today = Fond.Today.ToString("yyyy-MM-dd", null);
        await Stages.Secretary.DoAsync("recordLegalityReview", new { minutesId = minutes, paragraph = 1, courtCase = "Mål 7-26", requestedOn = today }, "minutes { id }");
        Assert.Equal((1, 0, money), await YearAsync()); // it stands until the court has said something else
        await Stages.Secretary.DoAsync("endLegalityReview", new { minutesId = minutes, courtCase = "Mål 7-26", outcome = "REPEALED", endedOn = today }, "minutes { id }");
        Assert.Equal((0, 1, 0m), await YearAsync());
        Assert.All((await PeriodAsync(Stages.Officer, programme, "from=2026&to=2026"))["goals"]!.AsArray(), g => Assert.Equal((g!["decided"]!.GetValue<int>(), 0m), (g["repealed"]!.GetValue<int>(), g["granted"]!.GetValue<decimal>())));
        Assert.Contains("Domstol har upphävt 1 av besluten", await TextAsync(Stages.Officer, $"/programmes/{programme}/report.html?from=2026&to=2026&lang=sv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2026&to=2025", "REPORT_PERIOD_INVALID", "from")]
    [InlineData("to=2027", "REPORT_PERIOD_INVALID", "to")]
    [InlineData("from=2010&to=2025", "REPORT_PERIOD_INVALID", "from")]
    [InlineData("from=i%20fjol", "REPORT_FILTER_UNKNOWN", "from")]
    public async Task A_period_that_means_nothing_is_refused_at_its_parameter(string period, string code, string parameter)
    {
        using var answer = await new Fetch(Stages.Officer).AnswerAsync($"/programmes/{await AnyProgrammeAsync()}/report.json?{period}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var error = Assert.Single(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!.AsArray())!;
        Assert.Equal((code, parameter), (error["code"]!.GetValue<string>(), error["path"]![0]!.GetValue<string>()));
    }

    [Fact]
    public async Task It_is_for_those_who_read_a_funds_ledger_and_tells_of_their_funds_alone()
    {
        var (_, project) = await Stages.RunningAsync();
        var programme = await Given.ProgrammeAsync(project);
        Assert.Empty((await PeriodAsync(Fond.As("haninge-handlaggare"), programme, "from=2026&to=2026"))["projects"]!.AsArray());
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(Fond.As("helsingborg-projektledare"), programme));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Fond.As(null), programme));
    }

    private static async Task<HttpStatusCode> StatusAsync(Client who, string programme)
    {
        using var answer = await new Fetch(who).AnswerAsync($"/programmes/{programme}/report.json");
        return answer.StatusCode;
    }

    private static async Task<JsonNode> PeriodAsync(Client who, string programme, string period) =>
        JsonNode.Parse(await TextAsync(who, $"/programmes/{programme}/report.json?{period}"))!["tables"]!;

    private async Task<string> AnyProgrammeAsync() => (await Stages.Officer.ReadAsync("{ programmes(first: 1) { nodes { id } } }"))["programmes"]!["nodes"]![0]!["id"]!.GetValue<string>();
}
