using System.Net;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Impact.MoneyBack;
using Fond.Api.Tests.Support;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Reports;
using Microsoft.Extensions.DependencyInjection;
using static Fond.Api.Tests.Reports.ReportStages;

namespace Fond.Api.Tests.Reports;

/// <summary>What a report may cost.</summary>
public sealed class ReportLimitTests : FondTest
{
    private Stages Stages => new(Fond);

    [Fact]
    public async Task More_projects_than_a_report_can_hold_are_refused_at_what_narrows_it()
    {
        await Stages.GrantedAsync();
        await Stages.GrantedAsync();
        await using var narrow = await Fond.AgainAsync(services => services.AddSingleton(new ReportLimit(1)));
        var fund = $"/funds/{await FundAsync()}/report.json";
        foreach (var (path, parameter) in new[] { (fund, "year"), (fund + "?year=2026", "year"), ($"/programmes/{await AnyProgrammeAsync()}/report.json?from=2026&to=2026", "from") })
        {
            using var answer = await new Fetch(narrow.As("revisor")).AnswerAsync(path);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var error = Assert.Single(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!.AsArray())!;
            Assert.Equal(("REPORT_PROJECTS_MANY", parameter), (error["code"]!.GetValue<string>(), error["path"]![0]!.GetValue<string>()));
        }
        await TextAsync(narrow.As("revisor"), fund + "?year=2025");
        await TextAsync(Stages.Officer, fund);
        Assert.Equal(Limits.ReportProjects, Fond.Services.GetRequiredService<ReportLimit>().Projects);
    }

    [Fact]
    public async Task Of_projects_that_the_filter_leaves_out_nothing_is_measured()
    {
        var given = new ReportStages(Fond);
        var (_, project) = await given.PlannedAsync();
        await given.LogSharesAsync(project, 300, 220);
        var root = $"/funds/{await FundAsync()}/report.json";
        async Task<int> CommandsAsync(string filter)
        {
            await TextAsync(Stages.Officer, root + filter); // once, so that what is kept of the reader is kept
            var before = Fond.Commands;
            await TextAsync(Stages.Officer, root + filter);
            return Fond.Commands - before;
        }

        Assert.True(await CommandsAsync("?targetGroup=OLDER") + 3 <= await CommandsAsync(""), "What is left out is measured all the same.");
    }

    private Task<string> FundAsync() => new MoneyStages(Fond).FundAsync();

    private async Task<string> AnyProgrammeAsync() => await new ReportStages(Fond).ProgrammeAsync(await Stages.ProjectAsync((await Stages.Officer.ReadAsync("{ applications { nodes { id projects { id } } } }"))["applications"]!["nodes"]!.AsArray().First(a => a!["projects"]!.AsArray().Count > 0)!["id"]!.GetValue<string>()));
}
