using System.Text.Json.Nodes;
using Fond.Api.Hosting;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Workflows;

/// <summary>What an administrator changes in a definition file, and what Fond makes of it at the next start.</summary>
public sealed class WorkflowFileTests : FondTest
{
    private readonly ChangedDefinition _files = new();

    public override ValueTask DisposeAsync()
    {
        _files.Dispose();
        return base.DisposeAsync();
    }

    [Fact]
    public async Task A_changed_deadline_and_wording_hold_for_new_cases_while_running_ones_stay()
    {
        var running = await new Stages(Fond).AcceptedAsync();
        await using var changed = await WithAsync("assessment.json", file =>
        {
            var assigning = State(file, "assigning");
            assigning["workItem"]!["due"] = "P2D";
            assigning["workItem"]!["title"] = new JsonObject { ["sv"] = "Utse tre bedömare", ["en"] = "Assign three assessors" };
        });
        var fresh = await new Stages(changed).AcceptedAsync();
        Assert.Equal(("Assign assessors", "2026-03-17"), await BallAsync(changed, running));
        Assert.Equal(("Assign three assessors", "2026-03-12"), await BallAsync(changed, fresh));
        var versions = (await changed.As("revisor").ReadAsync("{ workflows(name: \"assessment\") { nodes { number diagram } } }"))["workflows"]!["nodes"]!.AsArray();
        Assert.Equal([2, 1], versions.Select(v => v!["number"]!.GetValue<int>()));
    }

    [Fact]
    public async Task An_added_state_with_its_transition_is_passed_through_without_code()
    {
        await using var changed = await WithAsync("application.json", file =>
        {
            // a second look at every supplement before the officer goes on
            var supplement = State(file, "supplement-requested");
            foreach (var transition in supplement["transitions"]!.AsArray().Where(t => t!["trigger"]!.GetValue<string>() == "supplement")) transition!["to"] = "second-look";
            file["states"]!.AsArray().Add(JsonNode.Parse("""
                {
                  "name": "second-look", "phase": "FORMAL_CHECK", "title": {"sv": "Andra granskningen", "en": "Second look"},
                  "workItem": {"role": "CASE_OFFICER", "title": {"sv": "Granska kompletteringen", "en": "Look at the supplement"}, "due": "P3D"},
                  "transitions": [{"trigger": "accept", "to": "in-assessment", "by": ["CASE_OFFICER"]}, {"trigger": "withdraw", "to": "withdrawn", "by": ["APPLICANT"]}]
                }
                """));
        });
        var application = await Cases.SubmittedAsync(changed);
        var stages = new Stages(changed);
        await stages.Officer.DoAsync("requestSupplement", new { applicationId = application, request = "Mer", lastDay = "2026-03-20" }, "application { id }");
        await stages.Lead.DoAsync("supplementApplication", new { applicationId = application }, "application { id }");
        var workflow = (await stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { phase workflows { state stateTitle diagram permittedTriggers } } } }", new { a = application }))["node"]!;
        Assert.Equal(("FORMAL_CHECK", "second-look", "Second look"),
            (workflow["phase"]!.GetValue<string>(), workflow["workflows"]![0]!["state"]!.GetValue<string>(), workflow["workflows"]![0]!["stateTitle"]!.GetValue<string>()));
        Assert.Contains("secondlook : Second look", workflow["workflows"]![0]!["diagram"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["accept"], workflow["workflows"]![0]!["permittedTriggers"]!.AsArray().Select(t => t!.GetValue<string>()));
        await stages.Officer.DoAsync("acceptApplication", new { applicationId = application }, "application { phase }");
    }

    [Fact]
    public async Task A_step_that_the_municipality_has_added_is_taken_by_whom_it_names_and_stands_in_the_history()
    {
        await using var changed = await WithAsync("application.json", file =>
        {
            foreach (var transition in State(file, "draft")["transitions"]!.AsArray().Where(t => t!["trigger"]!.GetValue<string>() == "submit")) transition!["to"] = "triage";
            file["states"]!.AsArray().Add(JsonNode.Parse("""
                {
                  "name": "triage", "phase": "FORMAL_CHECK", "title": {"sv": "Sortering", "en": "Triage"},
                  "transitions": [{"trigger": "approveTriage", "to": "formal-check", "by": ["CASE_OFFICER"]}, {"trigger": "withdraw", "to": "withdrawn", "by": ["APPLICANT"]}]
                }
                """));
        });
        var application = await Cases.SubmittedAsync(changed);
        var stages = new Stages(changed);
        object Step(string trigger, string workflow = "application") => new { applicationId = application, workflow, trigger, note = "Hör hit" };
        await stages.Officer.RefusedAsync("WORKFLOW_TRIGGER_OWNED", "moveCase", Step("accept"), "trigger");
        await stages.Officer.RefusedAsync("NOT_FOUND", "moveCase", Step("approveTriage", "invoice"), "workflow");
        await stages.Officer.RefusedAsync("WORKFLOW_WRONG_STATE", "moveCase", Step("unknown"));
        await stages.Lead.RefusedAsync("WORKFLOW_ROLE_NOT_PERMITTED", "moveCase", Step("approveTriage"));
        await changed.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "moveCase", Step("approveTriage"), "applicationId");
        var moved = (await stages.Officer.DoAsync("moveCase", Step("approveTriage"), "application { workflows { state history { trigger note } } }"))["application"]!["workflows"]![0]!;
        Assert.Equal("formal-check", moved["state"]!.GetValue<string>());
        Assert.Contains(moved["history"]!.AsArray(), h => h!["trigger"]?.GetValue<string>() == "approveTriage" && h["note"]?.GetValue<string>() == "Hör hit");
    }

    [Fact]
    public async Task An_unchanged_file_makes_no_new_version_and_layout_does_not_count()
    {
        await using var again = await WithAsync("assessment.json", _ => { });
        var versions = (await again.As("revisor").ReadAsync("{ workflows { nodes { number } } }"))["workflows"]!["nodes"]!.AsArray();
        Assert.Equal(Directory.EnumerateFiles(_files.Files.FullName).Count(file => !file.EndsWith(".schema.json", StringComparison.Ordinal)), versions.Count);
        Assert.All(versions, v => Assert.Equal(1, v!["number"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_broken_definition_stops_the_start_with_file_place_and_reason()
    {
        var fault = await Assert.ThrowsAsync<StartupFault>(async () => await (await WithAsync("application.json", file =>
        {
            file["states"]![0]!["transitions"]![0]!["to"] = "nowhere";
            State(file, "formal-check")["phase"] = "FORMAL_CHEK";
        })).DisposeAsync());
        Assert.Contains("application.json", fault.Message, StringComparison.Ordinal);
        Assert.Contains("$.states[0].transitions[0].to", fault.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere", fault.Message, StringComparison.Ordinal);
        Assert.Contains("FORMAL_CHEK", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>This test's Fond, started again over a folder in which one file is changed.</summary>
    private Task<FondServer> WithAsync(string name, Action<JsonObject> change) => _files.AgainAsync(Fond, name, change);

    private static JsonObject State(JsonObject file, string name) => ChangedDefinition.State(file, name);

    private static async Task<(string Title, string Due)> BallAsync(FondServer fond, string application)
    {
        var items = (await fond.As("helsingborg-handlaggare").ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { workItems { title dueOn doneAt } } } }", new { a = application }))["node"]!["workItems"]!.AsArray();
        var open = items.Last(i => i!["doneAt"] is null)!;
        return (open["title"]!.GetValue<string>(), open["dueOn"]!.GetValue<string>());
    }
}
