using System.Text.Json;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Meetings;

/// <summary>Haninge's chain of decisions: the steering group proposes to the executive board, which proposes to the council assembly, which decides.</summary>
public sealed class ChainOfBoardsTests : FondTest
{
    private MeetingStages Meetings => new(Fond, "haninge");

    private Stages Cases => Meetings.Cases;

    [Fact]
    public async Task The_assembly_decides_what_the_group_and_the_board_have_proposed_and_its_minutes_alone_make_it_final()
    {
        var (assembly, application) = (await AssemblyAsync(), await Cases.AwaitingDecisionAsync());
        await Meetings.DemandFinalityAsync();
        var (asked, board) = (await Cases.AskedAsync(application), await Meetings.BodyAsync("boardBody"));

        var groups = await Meetings.InSessionAsync(application);
        await Cases.Secretary.RefusedAsync("MEETING_REFERRAL_BESIDE_BOARDS", "settleAgendaItem", await HandedAsync(groups, assembly, asked), "referredToId"); // not past the board
        await Meetings.SettleAsync(groups, "REFERRED", 1, ("referredToId", board), ("amounts", asked));
        await Meetings.AnnouncedAsync(await Meetings.ClosedAsync(groups));

        var early = await PlannedAsync(assembly, Chair);
        await Chair.RefusedAsync("NOT_FOUND", "addAgendaItem", new { meetingId = early, applicationId = application }, "applicationId"); // it has not been handed to the assembly yet

        var again = await Meetings.InSessionByAsync(() => Cases.Registrar, "boardBody", application);
        var boards = await Meetings.InSessionByAsync(() => Cases.Registrar, "boardBody", application);
        await Cases.Registrar.RefusedAsync("MEETING_REFERRAL_BESIDE_BOARDS", "settleAgendaItem", await HandedAsync(boards, await Meetings.BodyAsync(), asked), "referredToId"); // nor down
        var beside = (await Fond.As("administrator").DoAsync("saveBody", new { name = "Gemensam kommunstyrelse", kind = "EXECUTIVE_BOARD", municipality = "Haninge", quorum = 2 }, "body { id }"))["body"]!["id"]!.GetValue<string>();
        await PrepareForAsync(board, assembly, beside);
        await Cases.Registrar.RefusedAsync("MEETING_REFERRAL_BESIDE_BOARDS", "settleAgendaItem", await HandedAsync(boards, beside, asked), "referredToId"); // nor sideways
        await Cases.Registrar.DoAsync("settleAgendaItem", await HandedAsync(boards, assembly, asked), "meeting { id }");
        Assert.DoesNotContain(await PhaseAsync(application), new[] { "GRANTED", "REJECTED" });
        Assert.Contains("Kommunfullmäktige i Haninge", (await Cases.Registrar.ReadAsync("{ notifications(first: 1) { nodes { body } } }"))["notifications"]!["nodes"]![0]!["body"]!.GetValue<string>(), StringComparison.Ordinal);
        var minutes = await Meetings.ClosedAsync(boards, (await Cases.MembersAsync("boardBody"))[1], Cases.Registrar);
        foreach (var number in new[] { 1, 2 }) await Fond.As($"haninge-kommunstyrelse-{number}").DoAsync("approveMinutes", new { minutesId = minutes }, "minutes { id }");
        await Cases.Registrar.DoAsync("announceMinutes", new { minutesId = minutes, keptAt = "Kommunhuset" }, "minutes { id }");

        await Cases.Registrar.RefusedAsync("MEETING_CASE_NOT_OURS", "settleAgendaItem", await Meetings.SettlementAsync(again, "REJECTED"), "itemId"); // it has let go of the case
        await Cases.Registrar.RefusedAsync("MEETING_CASE_NOT_OURS", "addAgendaItem", new { meetingId = await PlannedAsync(board, Cases.Registrar), applicationId = application }, "applicationId");

        var its = await AssembledAsync(assembly, application);
        foreach (var handler in new[] { Cases.Officer, Cases.Secretary, Cases.Registrar })
            Assert.Equal("Kommunhuset", (await handler.ReadAsync("query($m: ID!) { node(id: $m) { ... on Meeting { place } } }", new { m = its }))["node"]!["place"]!.GetValue<string>());
        await Chair.RefusedAsync("MEETING_REFERRAL_BESIDE_BOARDS", "settleAgendaItem", await HandedAsync(its, board, asked, Chair), "referredToId"); // there is nobody above
        var settled = (await Chair.DoAsync("settleAgendaItem", await Meetings.SettlementAsync(its, "APPROVED", by: Chair), Settled))["meeting"]!["items"]![0]!;
        Assert.Equal(("GRANTED", "Kommunfullmäktige i Haninge"), (settled["application"]!["phase"]!.GetValue<string>(), settled["decision"]!["body"]!["name"]!.GetValue<string>()));
        Assert.Null(settled["decision"]!["delegation"]); // an elected body decides in its own right

        var project = await Cases.ProjectAsync(application);
        var agreement = new { projectId = project, signedOn = Fond.Today.ToString("yyyy-MM-dd", null) };
        await Cases.Officer.RefusedAsync("DECISION_NOT_FINAL", "signAgreement", agreement);
        var last = await Meetings.ClosedAsync(its, await PersonAsync("haninge-kommunstyrelse-3"), Chair);
        foreach (var number in new[] { 2, 3 }) await Fond.As($"haninge-kommunstyrelse-{number}").DoAsync("approveMinutes", new { minutesId = last }, "minutes { id }");
        var announced = (await Chair.DoAsync("announceMinutes", new { minutesId = last, keptAt = "Kommunhuset" }, "minutes { finalOn }"))["minutes"]!;
        Fond.Clock.Advance(TimeSpan.FromDays(15)); // the other minutes are final by now, these are not
        await Cases.Officer.RefusedAsync("DECISION_NOT_FINAL", "signAgreement", agreement);
        Fond.Clock.SetUtcNow(new(DateOnly.Parse(announced["finalOn"]!.GetValue<string>(), null).ToDateTime(new(9, 0)), TimeSpan.Zero));
        await Cases.Officer.DoAsync("signAgreement", agreement with { signedOn = Fond.Today.ToString("yyyy-MM-dd", null) }, "project { id }");
    }

    [Fact]
    public async Task The_assembly_refers_back_to_the_preparation_and_the_chain_begins_anew()
    {
        var (assembly, application) = (await AssemblyAsync(), await Cases.AwaitingDecisionAsync());
        var (asked, board) = (await Cases.AskedAsync(application), await Meetings.BodyAsync("boardBody"));
        await Meetings.SettleAsync(await Meetings.InSessionAsync(application), "REFERRED", 1, ("referredToId", board), ("amounts", asked));
        await Cases.Registrar.DoAsync("settleAgendaItem", await HandedAsync(await Meetings.InSessionByAsync(() => Cases.Registrar, "boardBody", application), assembly, asked), "meeting { id }");
        var back = await Meetings.SettlementAsync(await AssembledAsync(assembly, application), "REFERRED_BACK", by: Chair);
        back["missing"] = "En plan för uppföljningen";
        await Chair.DoAsync("settleAgendaItem", back, "meeting { id }");
        await Chair.RefusedAsync("MEETING_CASE_NOT_OURS", "addAgendaItem", new { meetingId = await PlannedAsync(assembly, Chair), applicationId = application }, "applicationId"); // it is no longer with the assembly
        await Meetings.SettleAsync(await Meetings.InSessionAsync(application), "REFERRED", 1, ("referredToId", board), ("amounts", asked));
        var meeting = await Meetings.InSessionByAsync(() => Cases.Registrar, "boardBody", application); // the board's once more, and it may settle it itself
        await Cases.Registrar.DoAsync("settleAgendaItem", await Meetings.SettlementAsync(meeting, "REJECTED"), "meeting { id }");
        Assert.Equal("REJECTED", await PhaseAsync(application));
    }

    [Fact]
    public async Task Who_handles_the_fund_reads_their_own_case_on_the_assemblys_agenda_and_not_the_rest_also_where_the_board_prepares_for_another_by_now()
    {
        var (assembly, application) = (await AssemblyAsync(), await Cases.AwaitingDecisionAsync());
        var (asked, board) = (await Cases.AskedAsync(application), await Meetings.BodyAsync("boardBody"));
        await Meetings.SettleAsync(await Meetings.InSessionAsync(application), "REFERRED", 1, ("referredToId", board), ("amounts", asked));
        await Cases.Registrar.DoAsync("settleAgendaItem", await HandedAsync(await Meetings.InSessionByAsync(() => Cases.Registrar, "boardBody", application), assembly, asked), "meeting { id }");
        var meeting = await PlannedAsync(assembly, Chair);
        await Chair.DoAsync("addAgendaItem", new { meetingId = meeting, title = "Val av revisor" }, "meeting { id }");
        await Meetings.AddAsync(meeting, application, Chair);
        Assert.Null(await AgendaAsync(Cases.Officer, meeting)); // nobody has been called
        await Chair.DoAsync("callMeeting", new { meetingId = meeting }, "meeting { id }");
        foreach (var reader in new[] { Chair, Fond.As("haninge-kommunstyrelse-1"), Fond.As("revisor") }) Assert.Equal([1, 2], await AgendaAsync(reader, meeting));
        foreach (var handler in new[] { Cases.Officer, Cases.Secretary, Cases.Registrar }) Assert.Equal([2], await AgendaAsync(handler, meeting));
        Assert.Null(await AgendaAsync(Fond.As("lund-handlaggare"), meeting));

        var other = (await Fond.As("administrator").DoAsync("saveBody", new { name = "Nytt fullmäktige", kind = "COUNCIL_ASSEMBLY", municipality = "Haninge", quorum = 2 }, "body { id }"))["body"]!["id"]!.GetValue<string>();
        await PrepareForAsync(board, other);
        foreach (var handler in new[] { Cases.Officer, Cases.Secretary, Cases.Registrar }) Assert.Equal([2], await AgendaAsync(handler, meeting));
        Assert.Equal([1], await AgendaAsync(Cases.Registrar, await Meetings.InSessionByAsync(() => Cases.Registrar, "boardBody", "Val av sekreterare"))); // the board's own are read whole
    }

    /// <returns>The numbers of the items that are read; null: the meeting is not seen.</returns>
    private static async Task<IEnumerable<int>?> AgendaAsync(Client reader, string meeting) =>
        (await reader.ReadAsync("query($m: ID!) { node(id: $m) { ... on Meeting { items { number } } } }", new { m = meeting }))["node"]?["items"]!.AsArray().Select(i => i!["number"]!.GetValue<int>());

    private const string Settled = "meeting { items { application { phase } decision { body { name } delegation { paragraph } } } }";

    private Client Chair => Fond.As("haninge-kommunstyrelse-2");

    /// <summary>Above the board, with three members, whose chair keeps its papers.</summary>
    private async Task<string> AssemblyAsync()
    {
        var administrator = Fond.As("administrator");
        var assembly = (await administrator.DoAsync("saveBody", new { name = "Kommunfullmäktige i Haninge", kind = "COUNCIL_ASSEMBLY", municipality = "Haninge", quorum = 2 }, "body { id }"))["body"]!["id"]!.GetValue<string>();
        foreach (var (person, role) in new[] { ("haninge-kommunstyrelse-2", "CHAIR"), ("haninge-kommunstyrelse-3", "MEMBER"), ("haninge-kommunstyrelse-1", "MEMBER") })
            await administrator.DoAsync("addMember", new { bodyId = assembly, personId = await PersonAsync(person), function = role == "CHAIR" ? "Ordförande" : "Ledamot", role, from = "2020-01-01", represents = "S" }, "body { id }");
        await PrepareForAsync(await Meetings.BodyAsync("boardBody"), assembly);
        return assembly;
    }

    private Task<JsonNode> PrepareForAsync(string board, string assembly, params string[] others) => Fond.As("administrator").DoAsync("saveBody",
        new { bodyId = board, name = "Kommunstyrelsen i Haninge", kind = "EXECUTIVE_BOARD", municipality = "Haninge", quorum = 2, parentId = assembly, alsoPreparesForIds = others }, "body { id }");

    /// <summary>The assembly's meeting, in session with everybody there.</summary>
    private async Task<string> AssembledAsync(string assembly, string application)
    {
        var meeting = await PlannedAsync(assembly, Chair);
        await Meetings.AddAsync(meeting, application, Chair);
        await Chair.DoAsync("callMeeting", new { meetingId = meeting }, "meeting { id }");
        Fond.Clock.Advance(TimeSpan.FromDays(7));
        await Chair.DoAsync("openMeeting", new { meetingId = meeting }, "meeting { id }");
        await Meetings.AttendAsync(meeting, [await PersonAsync("haninge-kommunstyrelse-1"), await PersonAsync("haninge-kommunstyrelse-2"), await PersonAsync("haninge-kommunstyrelse-3")], Chair);
        return meeting;
    }

    private async Task<string> PlannedAsync(string body, Client office) =>
        (await office.DoAsync("saveMeeting", new { bodyId = body, startsAt = Fond.Clock.GetUtcNow().AddDays(7), place = "Kommunhuset", isPublic = true }, "meeting { id }"))["meeting"]!["id"]!.GetValue<string>();

    private async Task<Dictionary<string, object?>> HandedAsync(string meeting, string to, IEnumerable<object> asked, Client? by = null)
    {
        var input = await Meetings.SettlementAsync(meeting, "REFERRED", by: by);
        (input["referredToId"], input["amounts"]) = (to, JsonSerializer.SerializeToNode(asked));
        return input;
    }

    private async Task<string> PersonAsync(string subject) => (await Fond.As(subject).ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();

    private async Task<string> PhaseAsync(string application) =>
        (await Cases.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { phase } } }", new { a = application }))["node"]!["phase"]!.GetValue<string>();
}
