using Fond.Api.Tests.Support;
using Fond.Domain.Applications;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Workflows;
using Fond.Features.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Workflows;

public sealed class WorkItemTests : FondTest
{
    [Fact]
    public async Task The_ball_is_with_one_role_at_a_time_and_late_when_its_day_has_passed()
    {
        await Cases.SubmittedAsync(Fond);
        var item = (await Fond.As("helsingborg-handlaggare").ReadAsync("{ workItems(done: false) { nodes { role title dueOn overdue application { title } } } }"))["workItems"]!["nodes"]![0]!;
        Assert.Equal("CASE_OFFICER", item["role"]!.GetValue<string>());
        Assert.False(item["overdue"]!.GetValue<bool>());
        Fond.Clock.Advance(TimeSpan.FromDays(100));
        item = (await Fond.As("helsingborg-handlaggare").ReadAsync("{ workItems(done: false) { nodes { overdue } } }"))["workItems"]!["nodes"]![0]!;
        Assert.True(item["overdue"]!.GetValue<bool>());
        Assert.Empty((await Fond.As("motala-handlaggare").ReadAsync("{ workItems(done: false) { nodes { id } } }"))["workItems"]!["nodes"]!.AsArray());
    }

    [Fact]
    public async Task Whoever_has_the_ball_is_reminded_before_its_day_and_told_when_it_has_passed()
    {
        var draft = await Cases.DraftAsync(Fond);
        var stages = new Stages(Fond);
        var item = (await stages.Lead.ReadAsync("{ workItems(done: false) { nodes { dueOn } } calls { nodes { lastDay fund { municipality } } } }"))!;
        var last = item["calls"]!["nodes"]!.AsArray().Single(c => c!["fund"]!["municipality"]!.GetValue<string>() == "Helsingborg")!["lastDay"]!.GetValue<string>();
        Assert.Equal(last, item["workItems"]!["nodes"]![0]!["dueOn"]!.GetValue<string>());
        Fond.Clock.SetUtcNow(new DateTimeOffset(DateOnly.Parse(last, null).AddDays(-6).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        await Fond.SweepAsync();
        await Fond.SweepAsync(); // a reminder comes once
        Assert.Single(await InboxAsync(stages.Lead), s => s == "The call closes in a week");

        var input = Cases.Content("helsingborg");
        input["applicationId"] = draft;
        await stages.Lead.DoAsync("saveApplicationDraft", input, "application { id }");
        await stages.Lead.DoAsync("submitApplication", new { applicationId = draft }, "application { id }");
        Fond.Clock.Advance(TimeSpan.FromDays(15));
        await Fond.SweepAsync();
        Assert.Contains(await InboxAsync(stages.Officer), s => s.EndsWith("is late", StringComparison.Ordinal));
        Assert.NotEmpty((await stages.Officer.ReadAsync("{ workItems(overdue: true) { nodes { id } } }"))["workItems"]!["nodes"]!.AsArray());
        var phase = (await stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { phase workflows { timers { name trigger firedAt } } } } }", new { a = draft }))["node"]!;
        Assert.Equal("FORMAL_CHECK", phase["phase"]!.GetValue<string>());
        Assert.Contains(phase["workflows"]![0]!["timers"]!.AsArray(), t => t!["name"]!.GetValue<string>() == "overdue" && t["trigger"] is null && t["firedAt"] is not null);
    }

    [Fact]
    public async Task An_assessor_who_has_handed_in_has_the_ball_no_longer()
    {
        var stages = new Stages(Fond);
        var application = await stages.ScoringAsync();
        const string mine = "{ workItems(done: false, role: ASSESSOR) { nodes { id } } }";
        Assert.Single((await stages.Assessor(1).ReadAsync(mine))["workItems"]!["nodes"]!.AsArray());
        await stages.AssessAsync(1, application);
        Assert.Empty((await stages.Assessor(1).ReadAsync(mine))["workItems"]!["nodes"]!.AsArray());
        Assert.Single((await stages.Assessor(2).ReadAsync(mine))["workItems"]!["nodes"]!.AsArray());
    }

    [Fact]
    public async Task What_waits_in_one_fund_is_not_hidden_behind_what_somebody_sees_in_all_others()
    {
        var elsewhere = GlobalId.KeyOf<Application>(await Cases.SubmittedAsync(Fond));
        await Fond.InDatabaseAsync(async db =>
        {
            var item = await db.Set<WorkItem>().SingleAsync(i => i.ApplicationId == elsewhere && i.DoneAt == null);
            for (var i = 0; i < AwaitedSteps.Most; i++) db.Add(new WorkItem(item.InstanceId, item.ApplicationId, item.FundId, item.Role, item.Title, item.DueOn, item.OpenedAt));
            return await db.SaveChangesAsync();
        });
        var application = await Cases.SubmittedAsync(Fond, "haninge");
        var administrator = Fond.As("administrator");
        var fund = (await administrator.ReadAsync("{ funds(municipality: \"Haninge\") { nodes { id } } }"))["funds"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var person = (await administrator.DoAsync("registerPerson", new { subject = "dubbel", name = "Dubbel", organisation = "Haninge" }, "person { id }"))["person"]!["id"]!.GetValue<string>();
        await administrator.DoAsync("grantRole", new { personId = person, role = "AUDITOR" }, "person { id }");
        await administrator.DoAsync("grantRole", new { personId = person, role = "CASE_OFFICER", fundId = fund }, "person { id }");
        var awaited = (await Fond.As("dubbel").ReadAsync("{ awaitingMe { subject { ... on WorkItem { application { id } } } } }"))["awaitingMe"]!.AsArray();
        Assert.Contains(awaited, step => step!["subject"]!["application"]!["id"]!.GetValue<string>() == application);
        Assert.DoesNotContain(awaited, step => GlobalId.KeyOf<Application>(step!["subject"]!["application"]!["id"]!.GetValue<string>()) == elsewhere);
    }

    private static async Task<List<string>> InboxAsync(Client client) =>
        [.. (await client.ReadAsync("{ notifications { nodes { subject } } }"))["notifications"]!["nodes"]!.AsArray().Select(n => n!["subject"]!.GetValue<string>())];

    [Fact]
    public async Task Work_that_keeps_failing_is_set_aside_and_can_be_retried()
    {
        var application = await Cases.SubmittedAsync(Fond);
        await Fond.As("helsingborg-handlaggare").DoAsync("requestSupplement", new { applicationId = application, request = "Mer", lastDay = "2026-03-12" }, "application { id }");
        var timer = await Fond.InDatabaseAsync(db => db.Set<WorkflowTimer>().SingleAsync(t => t.Trigger == "supplementExpired"));
        await Fond.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE \"WorkflowTimers\" SET \"Trigger\" = 'unknown' WHERE \"Id\" = {0}", timer.Id));
        for (var i = 0; i < 12; i++)
        {
            Fond.Clock.Advance(TimeSpan.FromDays(1));
            await Fond.SweepAsync();
        }
        var administrator = Fond.As("administrator");
        var incident = Assert.Single((await administrator.ReadAsync("{ incidents(open: true) { nodes { id kind error } } }"))["incidents"]!["nodes"]!.AsArray())!;
        Assert.Equal(("TIMER", "WORKFLOW_WRONG_STATE"), (incident["kind"]!.GetValue<string>(), incident["error"]!.GetValue<string>()));
        await Fond.As("helsingborg-handlaggare").ForbiddenAsync("FORBIDDEN", "{ incidents { nodes { id } } }");

        await Fond.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE \"WorkflowTimers\" SET \"Trigger\" = 'supplementExpired' WHERE \"Id\" = {0}", timer.Id));
        await administrator.DoAsync("retryIncident", new { incidentId = incident["id"]!.GetValue<string>() }, "incident { retriedAt }");
        await Fond.SweepAsync();
        var phase = (await Fond.As("helsingborg-handlaggare").ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { phase } } }", new { a = application }))["node"]!["phase"]!.GetValue<string>();
        Assert.Equal("FORMAL_CHECK", phase);
        Assert.Empty((await administrator.ReadAsync("{ incidents(open: true) { nodes { id } } }"))["incidents"]!["nodes"]!.AsArray());
    }

    [Fact]
    public async Task A_timer_that_the_case_has_left_behind_is_not_fired_when_its_incident_is_retried()
    {
        var application = await Cases.SubmittedAsync(Fond);
        await Fond.As("helsingborg-handlaggare").DoAsync("requestSupplement", new { applicationId = application, request = "Mer", lastDay = "2026-03-12" }, "application { id }");
        var timer = await Fond.InDatabaseAsync(db => db.Set<WorkflowTimer>().SingleAsync(t => t.Trigger == "supplementExpired"));
        await Fond.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE \"WorkflowTimers\" SET \"Trigger\" = 'unknown' WHERE \"Id\" = {0}", timer.Id));
        for (var i = 0; i < 12; i++)
        {
            Fond.Clock.Advance(TimeSpan.FromDays(1));
            await Fond.SweepAsync();
        }
        await Fond.As("helsingborg-projektledare").DoAsync("withdrawApplication", new { applicationId = application }, "application { id }");
        var administrator = Fond.As("administrator");
        var incident = (await administrator.ReadAsync("{ incidents(open: true) { nodes { id } } }"))["incidents"]!["nodes"]![0]!["id"]!.GetValue<string>();
        await administrator.DoAsync("retryIncident", new { incidentId = incident }, "incident { retriedAt }");
        await Fond.SweepAsync();
        var left = await Fond.InDatabaseAsync(db => db.Set<WorkflowTimer>().SingleAsync(t => t.Id == timer.Id));
        Assert.Equal((true, null, null), (left.CancelledAt is not null, left.FiredAt, left.NextAttemptAt));
        Assert.Empty((await administrator.ReadAsync("{ incidents(open: true) { nodes { id } } }"))["incidents"]!["nodes"]!.AsArray());
    }
}
