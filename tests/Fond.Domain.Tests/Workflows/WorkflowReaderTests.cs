using System.Text.Json.Nodes;
using Fond.Workflows;

namespace Fond.Domain.Tests.Workflows;

public sealed class WorkflowReaderTests
{
    [Fact]
    public void The_shipped_definitions_hold_alone_and_together() => WorkflowReader.CheckTogether(Shipped.All(), Shipped.Vocabulary, "workflows");

    [Fact]
    public void Broken_json_is_named_with_its_line()
    {
        var fault = Assert.Throws<WorkflowDefinitionException>(() => WorkflowReader.Parse("{\n  \"name\": oops\n}", "application.json", Shipped.Vocabulary));
        Assert.StartsWith("application.json: $: is not JSON: line 2", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("states.0.transitions.0.to", "nowhere", "$.states[0].transitions[0].to", "there is no state 'nowhere'")]
    [InlineData("states.0.phase", "SLEEPING", "$.states[0].phase", "'SLEEPING' is no phase of application")]
    [InlineData("states.0.workItem.role", "KING", "$.states[0].workItem.role", "there is no role 'KING'")]
    [InlineData("states.0.transitions.0.by.0", "KING", "$.states[0].transitions[0].by[0]", "there is no role 'KING'")]
    [InlineData("states.0.transitions.0.activities.0.role", "KING", "$.states[0].transitions[0].activities[0].role", "there is no role 'KING'")]
    [InlineData("states.0.transitions.0.activities.0.body.sv", "Hej {namn}", "$.states[0].transitions[0].activities[0].body.sv", "there is no text 'namn'")]
    [InlineData("states.1.workItem.due", "date:someday", "$.states[1].workItem.due", "there is no date 'someday'")]
    [InlineData("states.1.workItem.due", "P", "$.states[1].workItem.due", "is not an ISO 8601 duration")]
    [InlineData("states.1.workItem.due", "P3H", "$.states[1].workItem.due", "is not an ISO 8601 duration")]
    [InlineData("states.1.workItem.due", "14 days", "$.states[1].workItem.due", "is not an ISO 8601 duration")]
    [InlineData("states.2.timers.0.at", "someday", "$.states[2].timers[0].at", "there is no date 'someday'")]
    [InlineData("states.2.timers.0.before", "P", "$.states[2].timers[0].before", "is not an ISO 8601 duration")]
    [InlineData("states.2.timers.0.trigger", "submit", "$.states[2].timers[0]", "takes either a 'trigger' or 'activities'")]
    [InlineData("states.2.timers.1.trigger", "submit", "$.states[2].timers[1].trigger", "the state takes no trigger 'submit' from SYSTEM")]
    [InlineData("states.0.transitions.0.activities.0.activity", "launch", "$.states[0].transitions[0].activities[0].activity", "is none of notify, startWorkflow, signal")]
    [InlineData("states.3.transitions.0.trigger", "hurry", "$.states[3].transitions[0].trigger", "only a trigger that Fond fires leads into the phase AWAITING_DECISION")]
    [InlineData("states.1.transitions.1.trigger", "dismiss", "$.states[1].transitions[2].trigger", "'dismiss' is there twice")]
    [InlineData("states.1.name", "draft", "$.states[1].name", "the state 'draft' is there twice")]
    [InlineData("initial", "nowhere", "$.initial", "there is no state 'nowhere'")]
    [InlineData("name", "invoice", "$.name", "there is no workflow 'invoice'")]
    [InlineData("states.0.transitions.0.trigger", "send", "$.states", "no state takes the trigger 'submit', which Fond fires")]
    [InlineData("states.0.surprise", "x", "$.states[0].surprise", "is not known here")]
    public void A_fault_is_named_with_file_place_and_reason(string change, string value, string place, string reason)
    {
        var fault = Assert.Throws<WorkflowDefinitionException>(() => Parse("application", root => Put(root, change, value)));
        Assert.Equal("application.json", fault.File);
        Assert.Contains(fault.Faults, f => f.JsonPath.StartsWith(place, StringComparison.Ordinal) && f.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.Contains("application.json: $", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_guard_is_named()
    {
        var fault = Assert.Throws<WorkflowDefinitionException>(() => Parse("application", root => Transition(root, 0, 0)["guards"] = new JsonArray("moonIsFull")));
        Assert.Contains(fault.Faults, f => f is { JsonPath: "$.states[0].transitions[0].guards[0]", Reason: "there is no guard 'moonIsFull'" });
    }

    [Fact]
    public void A_state_that_nothing_leads_to_or_that_leads_nowhere_is_refused()
    {
        var alone = Assert.Throws<WorkflowDefinitionException>(() => Parse("application", root => States(root).Add(State("island", "CLOSED"))));
        Assert.Contains(alone.Faults, f => f.Reason == "nothing leads to the state 'island'");
        var stuck = Assert.Throws<WorkflowDefinitionException>(() => Parse("application", root =>
        {
            var trap = State("trap", "FORMAL_CHECK");
            trap["transitions"] = new JsonArray(new JsonObject { ["trigger"] = "turn", ["to"] = "trap", ["by"] = new JsonArray("APPLICANT") });
            States(root).Add(trap);
            ((JsonArray)States(root)[0]!["transitions"]!).Add(new JsonObject { ["trigger"] = "fall", ["to"] = "trap", ["by"] = new JsonArray("APPLICANT") });
        }));
        Assert.Contains(stuck.Faults, f => f.Reason == "no way leads from the state 'trap' to an end");
    }

    [Fact]
    public void Automatic_steps_that_go_round_are_refused()
    {
        var fault = Assert.Throws<WorkflowDefinitionException>(() => Parse("application", root =>
        {
            ((JsonArray)States(root)[0]!["transitions"]!).Add(Auto("onward", "formal-check"));
            ((JsonArray)States(root)[1]!["transitions"]!).Add(Auto("back", "draft"));
        }));
        Assert.Contains(fault.Faults, f => f.Reason == "automatic steps go round in a circle");
    }

    [Fact]
    public void A_signal_to_a_workflow_or_trigger_that_is_not_there_is_refused()
    {
        var others = Shipped.All().Where(d => d.Name != "assessment").ToList();
        var fault = Assert.Throws<WorkflowDefinitionException>(() => WorkflowReader.CheckTogether(others, Shipped.Vocabulary, "workflows"));
        Assert.Contains(fault.Faults, f => f.Reason == "holds no workflow 'assessment'");
        var changed = Parse("application", root => Put(root, "states.3.onEntry.0.name", "invoice"));
        fault = Assert.Throws<WorkflowDefinitionException>(() => WorkflowReader.CheckTogether([changed, .. Shipped.All().Where(d => d.Name != "application")], Shipped.Vocabulary, "workflows"));
        Assert.Contains(fault.Faults, f => f is { JsonPath: "$.states[3].onEntry[0].name", Reason: "there is no workflow 'invoice'" });
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var fault = Assert.Throws<WorkflowDefinitionException>(() => Parse("application", root => { Put(root, "states.0.phase", "SLEEPING"); Put(root, "states.1.phase", "DREAMING"); }));
        Assert.Equal(2, fault.Faults.Count);
    }

    [Fact]
    public void The_same_text_laid_out_otherwise_is_the_same_version_and_a_changed_one_is_not()
    {
        var shipped = Shipped.Definition("application");
        var flat = JsonNode.Parse(Shipped.Json("application"))!.ToJsonString();
        Assert.Equal(shipped.Hash, WorkflowReader.Parse(flat, "x", Shipped.Vocabulary).Hash);
        Assert.NotEqual(shipped.Hash, Parse("application", root => Put(root, "states.1.workItem.due", "P10D")).Hash);
    }

    private static WorkflowDefinition Parse(string name, Action<JsonObject> change)
    {
        var root = JsonNode.Parse(Shipped.Json(name))!.AsObject();
        change(root);
        return WorkflowReader.Parse(root.ToJsonString(), name + ".json", Shipped.Vocabulary);
    }

    private static void Put(JsonNode node, string path, string value)
    {
        var parts = path.Split('.');
        foreach (var part in parts[..^1]) node = int.TryParse(part, out var i) ? node[i]! : node[part]!;
        if (int.TryParse(parts[^1], out var last)) node[last] = value;
        else node[parts[^1]] = value;
    }

    private static JsonArray States(JsonObject root) => root["states"]!.AsArray();

    private static JsonObject Transition(JsonObject root, int state, int transition) => States(root)[state]!["transitions"]![transition]!.AsObject();

    private static JsonObject State(string name, string phase) => new() { ["name"] = name, ["phase"] = phase, ["title"] = new JsonObject { ["sv"] = name, ["en"] = name } };

    private static JsonObject Auto(string trigger, string to) => new() { ["trigger"] = trigger, ["to"] = to, ["auto"] = true };
}
