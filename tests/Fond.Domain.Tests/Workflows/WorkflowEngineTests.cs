using System.Text.Json.Nodes;
using Fond.Workflows;

namespace Fond.Domain.Tests.Workflows;

public sealed class WorkflowEngineTests
{
    /// <summary>Every state with every trigger that it takes, and where that leads; all other triggers are refused there.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Expected = new()
    {
        ["application"] = Table("draft: submit=formal-check withdraw=withdrawn; formal-check: requestSupplement=supplement-requested accept=in-assessment dismiss=dismissed withdraw=withdrawn;"
            + " supplement-requested: supplement=formal-check supplementExpired=formal-check withdraw=withdrawn; in-assessment: propose=awaiting-decision consult=out-for-consultation withdraw=withdrawn;"
            + " out-for-consultation: consulted=in-assessment withdraw=withdrawn;"
            + " awaiting-decision: requestSupplement=supplement-before-decision grant=granted reject=rejected withdraw=withdrawn;"
            + " supplement-before-decision: supplement=awaiting-decision supplementExpired=awaiting-decision withdraw=withdrawn; granted: close=closed"),
        ["assessment"] = Table("assigning: begin=scoring cancel=cancelled; scoring: assign=scoring scored=joint-proposal cancel=cancelled;"
            + " joint-proposal: propose=proposed assign=scoring cancel=cancelled"),
        ["funding-decision"] = Table("preparing: decideGrant=granted decideReject=rejected postpone=preparing referBack=referred-back refer=referred-to-board cancel=cancelled;"
            + " referred-back: prepared=preparing decideGrant=granted decideReject=rejected postpone=referred-back referBack=referred-back refer=referred-to-board cancel=cancelled;"
            + " referred-to-board: boardGrant=granted boardReject=rejected referBack=referred-back cancel=cancelled"),
        ["impact-follow-up"] = Table("agreement: signAgreement=running callOff=called-off; running: submitFinalReport=final-reporting callOff=called-off;"
            + " final-reporting: returnReport=running decideFuture=concluded callOff=called-off; concluded: close=closed"),
    };

    private static readonly IReadOnlySet<string> Everybody = Shipped.Vocabulary.Roles.Append("SYSTEM").ToHashSet();

    [Theory]
    [InlineData("application")]
    [InlineData("assessment")]
    [InlineData("funding-decision")]
    [InlineData("impact-follow-up")]
    public void Each_state_takes_its_triggers_and_refuses_all_others(string name)
    {
        var definition = Shipped.Definition(name);
        var triggers = definition.States.SelectMany(s => s.Transitions).Select(t => t.Trigger).Distinct().ToList();
        foreach (var state in definition.States)
            foreach (var trigger in triggers)
            {
                var result = WorkflowEngine.Fire(definition, state.Name, trigger, Everybody, _ => true);
                if (Expected[name].TryGetValue($"{state.Name}.{trigger}", out var to)) Assert.Equal(to, Assert.IsType<StepResult.Moved>(result).Steps[0].To);
                else Assert.Equal(RefusedKind.WrongState, Assert.IsType<StepResult.Refused>(result).Kind);
            }
    }

    [Fact]
    public void A_role_that_is_not_named_may_not_fire()
    {
        var refused = Assert.IsType<StepResult.Refused>(Fire("application", "formal-check", "accept", ["APPLICANT"]));
        Assert.Equal(RefusedKind.RoleNotPermitted, refused.Kind);
        Assert.IsType<StepResult.Moved>(Fire("application", "formal-check", "accept", ["CASE_OFFICER"]));
    }

    [Fact]
    public void Fond_itself_fires_only_what_names_it()
    {
        var definition = Shipped.Definition("application");
        Assert.Equal(RefusedKind.RoleNotPermitted, Assert.IsType<StepResult.Refused>(WorkflowEngine.Fire(definition, "formal-check", "accept", null, _ => true)).Kind);
        Assert.IsType<StepResult.Moved>(WorkflowEngine.Fire(definition, "supplement-requested", "supplementExpired", null, _ => true));
    }

    [Fact]
    public void A_guard_that_does_not_hold_is_named()
    {
        var refused = Assert.IsType<StepResult.Refused>(Fire("assessment", "scoring", "scored", ["ASSESSOR"], guard: false));
        Assert.Equal(RefusedKind.GuardUnmet, refused.Kind);
        Assert.Equal(["allScored"], refused.UnmetGuards);
    }

    [Fact]
    public void A_trigger_of_no_state_is_unknown() =>
        Assert.Equal(RefusedKind.UnknownTrigger, Assert.IsType<StepResult.Refused>(Fire("application", "draft", "explode", ["APPLICANT"])).Kind);

    [Fact]
    public void Activities_come_in_order_on_the_way_then_arriving()
    {
        var moved = Assert.IsType<StepResult.Moved>(WorkflowEngine.Fire(Shipped.Definition("application"), "awaiting-decision", "grant", null, _ => true));
        Assert.Collection(moved.Activities, a => Assert.IsType<NotifyActivity>(a), a => Assert.Equal("impact-follow-up", Assert.IsType<StartWorkflowActivity>(a).Name));
    }

    [Fact]
    public void An_automatic_step_follows_while_its_guard_holds()
    {
        var root = JsonNode.Parse(Shipped.Json("application"))!.AsObject();
        root["states"]![1]!["transitions"]!.AsArray().Add(new JsonObject { ["trigger"] = "skip", ["to"] = "in-assessment", ["auto"] = true, ["guards"] = new JsonArray("!concernsChildren") });
        var definition = WorkflowReader.Parse(root.ToJsonString(), "application.json", Shipped.Vocabulary);
        var skipped = Assert.IsType<StepResult.Moved>(WorkflowEngine.Fire(definition, "draft", "submit", Shipped.Roles("APPLICANT"), _ => false));
        Assert.Equal(["formal-check", "in-assessment"], skipped.Steps.Select(s => s.To));
        Assert.IsType<StartWorkflowActivity>(skipped.Activities[^1]);
        var stays = Assert.IsType<StepResult.Moved>(WorkflowEngine.Fire(definition, "draft", "submit", Shipped.Roles("APPLICANT"), _ => true));
        Assert.Equal("formal-check", stays.State.Name);
    }

    [Fact]
    public void A_municipality_adds_a_state_without_code()
    {
        var root = JsonNode.Parse(Shipped.Json("application"))!.AsObject();
        root["states"]![1]!["transitions"]![1]!["to"] = "hearing";
        root["states"]!.AsArray().Add(JsonNode.Parse("""
            { "name": "hearing", "phase": "FORMAL_CHECK", "title": { "sv": "Samråd", "en": "Hearing" },
              "transitions": [ { "trigger": "heard", "to": "in-assessment", "by": ["CASE_OFFICER"] } ] }
            """));
        var definition = WorkflowReader.Parse(root.ToJsonString(), "application.json", Shipped.Vocabulary);
        var moved = Assert.IsType<StepResult.Moved>(WorkflowEngine.Fire(definition, "formal-check", "accept", Shipped.Roles("CASE_OFFICER"), _ => true));
        Assert.Equal("hearing", moved.State.Name);
        Assert.Equal(["heard"], WorkflowEngine.PermittedTriggers(definition, "hearing", Shipped.Roles("CASE_OFFICER"), _ => true));
    }

    [Fact]
    public void The_diagram_shows_every_state_and_marks_the_present_one()
    {
        var diagram = WorkflowDiagram.Of(Shipped.Definition("funding-decision"), "referred-to-board", t => t.Sv);
        Assert.StartsWith("stateDiagram-v2", diagram, StringComparison.Ordinal);
        Assert.Contains("decideGrant", diagram, StringComparison.Ordinal);
        Assert.Contains("withinDelegation", diagram, StringComparison.Ordinal);
        Assert.Contains("referredtoboard : Hos kommunstyrelsen eller fullmäktige", diagram, StringComparison.Ordinal);
        Assert.Contains("granted --> [*]", diagram, StringComparison.Ordinal);
        var marked = diagram.Split('\n').Single(l => l.Contains("class ", StringComparison.Ordinal)).Trim();
        var id = marked.Split(' ')[1];
        Assert.Contains($"{id} --> ", diagram, StringComparison.Ordinal);
        Assert.DoesNotContain("classDef", WorkflowDiagram.Of(Shipped.Definition("funding-decision"), null, t => t.En), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P14D", "2026-02-24", "2026-03-10")]
    [InlineData("P1M", "2026-01-31", "2026-02-28")]
    [InlineData("P1Y2W", "2024-02-29", "2025-03-14")]
    public void A_duration_counts_by_the_calendar(string duration, string from, string to) =>
        Assert.Equal(DateOnly.Parse(to, null), CalendarDuration.Parse(duration)!.AddTo(DateOnly.Parse(from, null)));

    private static StepResult Fire(string workflow, string state, string trigger, string[] roles, bool guard = true) =>
        WorkflowEngine.Fire(Shipped.Definition(workflow), state, trigger, Shipped.Roles(roles), _ => guard);

    private static Dictionary<string, string> Table(string text) => text.Split(';', StringSplitOptions.TrimEntries)
        .Select(line => line.Split(':', StringSplitOptions.TrimEntries))
        .SelectMany(line => line[1].Split(' ').Select(move => move.Split('=')).Select(move => ($"{line[0]}.{move[0]}", move[1])))
        .ToDictionary(x => x.Item1, x => x.Item2);
}
