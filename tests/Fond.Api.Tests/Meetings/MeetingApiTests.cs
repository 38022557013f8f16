using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Meetings;

public sealed class MeetingApiTests : FondTest
{
    private MeetingStages Meetings => new(Fond);

    private Stages Cases => Meetings.Cases;

    [Fact]
    public async Task Members_are_called_with_the_agenda_and_not_before()
    {
        var meeting = await Meetings.DraftAsync();
        await Cases.Secretary.RefusedAsync("MEETING_AGENDA_EMPTY", "callMeeting", new { meetingId = meeting });
        await Meetings.AddAsync(meeting, "Årsplan för styrgruppen");
        Assert.Null(await SeenAsync("helsingborg-kommunstyrelse-1", meeting)); // sits in another body
        Assert.DoesNotContain("Kallelse", (await InboxAsync("helsingborg-ledamot-1"))[0], StringComparison.Ordinal);
        await Cases.Secretary.DoAsync("callMeeting", new { meetingId = meeting }, "meeting { state calledAt }");
        var told = (await InboxAsync("helsingborg-ledamot-1"))[0];
        Assert.Contains("Kallelse: Styrgrupp social hållbarhet, Helsingborg 2026-03-17 10:00", told, StringComparison.Ordinal);
        Assert.Contains("1. Årsplan för styrgruppen", told, StringComparison.Ordinal);
        await Cases.Secretary.RefusedAsync("MEETING_WRONG_STATE", "callMeeting", new { meetingId = meeting });
        await Cases.Secretary.DoAsync("cancelMeeting", new { meetingId = meeting }, "meeting { state }");
        Assert.Contains("Inställt", (await InboxAsync("helsingborg-ledamot-1"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_is_approved_is_decided_by_those_who_were_there_and_its_money_reserved()
    {
        var application = await Cases.AwaitingDecisionAsync();
        var meeting = await Meetings.InSessionAsync("Föregående protokoll", application);
        var first = await Meetings.SettleAsync(meeting, "NOTED");
        Assert.Equal((1, "NOTED"), (first["paragraph"]!.GetValue<int>(), first["outcome"]!.GetValue<string>()));
        var item = await Meetings.SettleAsync(meeting, "APPROVED", 2, ("votes", new { @for = 2, against = 1, abstained = 1, castingVote = false }));
        Assert.Equal(("GRANTED", "§ 2", 500_000_000L), (item["decision"]!["outcome"]!.GetValue<string>(), item["decision"]!["paragraph"]!.GetValue<string>(), item["decision"]!["total"]!.GetValue<long>()));
        Assert.Equal(("GRANTED", 5), (item["application"]!["phase"]!.GetValue<string>(), item["decision"]!["present"]!.AsArray().Count));
        var balances = (await Cases.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { balances { reserved } projects { id } } } }", new { a = application }))["node"]!;
        Assert.Equal(500_000_000L, balances["balances"]![0]!["reserved"]!.GetValue<long>());
        Assert.Single(balances["projects"]!.AsArray());
        await Cases.Secretary.RefusedAsync("MEETING_ITEM_SETTLED", "settleAgendaItem", await Meetings.SettlementAsync(meeting, "REJECTED", 2), "itemId");
        await Cases.Secretary.DoAsync("closeMeeting", new { meetingId = meeting, approverIds = new[] { (await Cases.MembersAsync("decidingBody"))[2] } }, "meeting { state closedAt }");
    }

    private async Task<object> WithConditionsAsync(string meeting, string outcome, int number)
    {
        var input = await Meetings.SettlementAsync(meeting, outcome, number);
        input["conditions"] = new[] { "Rapport i maj" };
        return input;
    }

    [Fact]
    public async Task Conditions_parts_and_rejections_are_written_in_the_case_as_such()
    {
        var (one, two, three) = (await Cases.AwaitingDecisionAsync(), await Cases.AwaitingDecisionAsync(), await Cases.AwaitingDecisionAsync());
        var meeting = await Meetings.InSessionAsync(one, two, three);
        await Cases.Secretary.RefusedAsync("MEETING_CONDITIONS_UNFIT", "settleAgendaItem", await Meetings.SettlementAsync(meeting, "APPROVED_WITH_CONDITIONS"), "conditions");
        var conditional = await Meetings.SettleAsync(meeting, "APPROVED_WITH_CONDITIONS", 1, ("conditions", new[] { "Delrapport i juni" }));
        Assert.Equal(("GRANTED", "Delrapport i juni"), (conditional["decision"]!["outcome"]!.GetValue<string>(), conditional["decision"]!["conditions"]![0]!.GetValue<string>()));
        await Cases.Secretary.RefusedAsync("DECISION_AMOUNTS_MISSING", "settleAgendaItem", await Meetings.SettlementAsync(meeting, "APPROVED_IN_PART", 2), "amounts");
        var part = await Meetings.SettleAsync(meeting, "APPROVED_IN_PART", 2, ("amounts", new[] { new { year = 2019, amount = 10_000_000 } }), ("conditions", new[] { "Rapport i maj" }));
        Assert.Equal(("GRANTED_IN_PART", "§ 2", "Rapport i maj"),
            (part["decision"]!["outcome"]!.GetValue<string>(), part["decision"]!["paragraph"]!.GetValue<string>(), part["decision"]!["conditions"]![0]!.GetValue<string>())); // refused ones used no number up
        await Cases.Secretary.RefusedAsync("MEETING_CONDITIONS_UNFIT", "settleAgendaItem", await WithConditionsAsync(meeting, "REJECTED", 3), "conditions");
        Assert.Equal("REJECTED", (await Meetings.SettleAsync(meeting, "REJECTED", 3))["application"]!["phase"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_case_that_is_referred_back_waits_and_those_who_prepare_it_are_told_what_is_missing()
    {
        var application = await Cases.AwaitingDecisionAsync();
        var meeting = await Meetings.InSessionAsync(application);
        await Cases.Secretary.RefusedAsync("MEETING_MISSING_MISSING", "settleAgendaItem", await Meetings.SettlementAsync(meeting, "REFERRED_BACK"), "missing");
        var item = await Meetings.SettleAsync(meeting, "REFERRED_BACK", 1, ("missing", "Prövning av barnets bästa"));
        Assert.Equal("AWAITING_DECISION", item["application"]!["phase"]!.GetValue<string>());
        Assert.Contains("Prövning av barnets bästa", (await InboxAsync("helsingborg-handlaggare"))[0], StringComparison.Ordinal);
        Assert.Contains("återremitterat", (await InboxAsync("helsingborg-projektledare"))[0], StringComparison.Ordinal);
        await Cases.Secretary.DoAsync("closeMeeting", new { meetingId = meeting, approverIds = new[] { (await Cases.MembersAsync("decidingBody"))[2] } }, "meeting { id }");
        var next = await Meetings.InSessionAsync(application);
        Assert.Equal((2, "GRANTED"), ((await Meetings.SettleAsync(next, "APPROVED"))["paragraph"]!.GetValue<int>(), await PhaseAsync(application))); // the numbers go on over the year
    }

    [Fact]
    public async Task A_tabled_case_can_be_taken_up_by_the_next_meeting()
    {
        var application = await Cases.AwaitingDecisionAsync();
        await Meetings.SettleAsync(await Meetings.InSessionAsync(application), "TABLED");
        Assert.Equal("AWAITING_DECISION", await PhaseAsync(application));
        var history = (await Cases.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { workflows { history { note } } } } }", new { a = application })).ToJsonString();
        Assert.Contains("ordl", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_referred_to_the_board_is_settled_at_the_boards_own_meeting()
    {
        var application = await Cases.AwaitingDecisionAsync();
        var meeting = await Meetings.InSessionAsync(application);
        var board = await Meetings.BodyAsync("boardBody");
        await Cases.Secretary.RefusedAsync("MEETING_REFERRAL_INVALID", "settleAgendaItem", await Meetings.SettlementAsync(meeting, "REFERRED"), "referredToId");
        await Meetings.SettleAsync(meeting, "REFERRED", 1, ("referredToId", board), ("amounts", await Cases.AskedAsync(application)));
        var its = await Meetings.InSessionByAsync(() => Cases.Registrar, "boardBody", application);
        await Cases.Secretary.ForbiddenAsync("FORBIDDEN", "mutation($input: SettleAgendaItemInput!) { settleAgendaItem(input: $input) { errors { code } } }", new { input = await Meetings.SettlementAsync(its, "APPROVED") });
        await Cases.Registrar.DoAsync("settleAgendaItem", await Meetings.SettlementAsync(its, "APPROVED"), "meeting { id }");
        Assert.Equal("GRANTED", await PhaseAsync(application));
    }

    [Fact]
    public async Task Whoever_has_a_conflict_is_held_out_of_that_paragraph_by_the_system()
    {
        var application = await Cases.AwaitingDecisionAsync();
        var meeting = await Meetings.InSessionAsync(application, "Övrig fråga");
        var members = await Cases.MembersAsync("decidingBody");
        await Cases.Secretary.RefusedAsync("MEETING_ATTENDANT_NOT_MEMBER", "recuseFromItem", new { meetingId = meeting, itemId = await Meetings.ItemAsync(meeting), personId = (await Cases.PeopleAsync("EVALUATOR"))[0], ground = "Jäv" }, "personId");
        await Cases.Secretary.DoAsync("recuseFromItem", new { meetingId = meeting, itemId = await Meetings.ItemAsync(meeting), personId = members[4], ground = "Närstående arbetar hos sökanden" }, "meeting { id }");
        var item = await Meetings.SettleAsync(meeting, "APPROVED");
        Assert.Equal((4, 4), (item["present"]!.AsArray().Count, item["decision"]!["present"]!.AsArray().Count));
        Assert.Equal("Närstående arbetar hos sökanden", Assert.Single(item["recusals"]!.AsArray())!["ground"]!.GetValue<string>());
        Assert.Equal(5, (await Meetings.SettleAsync(meeting, "APPROVED", 2))["present"]!.AsArray().Count);
    }

    [Fact]
    public async Task Without_a_quorum_nothing_is_decided_and_nothing_kept()
    {
        var application = await Cases.AwaitingDecisionAsync();
        var meeting = await Meetings.InSessionAsync(application);
        var members = await Cases.MembersAsync("decidingBody");
        await Meetings.AttendAsync(meeting, [members[0], members[1], members[2]]); // the secretary has no vote
        await Cases.Secretary.RefusedAsync("MEETING_NO_QUORUM", "settleAgendaItem", await Meetings.SettlementAsync(meeting, "APPROVED"));
        Assert.Equal("AWAITING_DECISION", await PhaseAsync(application));
        await Cases.Secretary.RefusedAsync("MEETING_ITEMS_OPEN", "closeMeeting", new { meetingId = meeting, approverIds = Array.Empty<string>() });
        await Meetings.SettleAsync(meeting, "DROPPED");
        await Cases.Secretary.DoAsync("closeMeeting", new { meetingId = meeting, approverIds = new[] { (await Cases.MembersAsync("decidingBody"))[2] } }, "meeting { id }");
    }

    [Fact]
    public async Task A_meeting_is_kept_by_its_own_office_and_seen_by_its_own_people()
    {
        var meeting = await Meetings.CalledAsync("Årsplan för styrgruppen");
        const string open = "mutation($input: OpenMeetingInput!) { openMeeting(input: $input) { errors { code } } }";
        foreach (var person in new[] { "helsingborg-ledamot-1", "helsingborg-handlaggare", "revisor" })
            await Fond.As(person).ForbiddenAsync("FORBIDDEN", open, new { input = new { meetingId = meeting } });
        await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", open, new { input = new { meetingId = meeting } });
        foreach (var person in new[] { "haninge-sekreterare", "helsingborg-projektledare" }) await Fond.As(person).RefusedAsync("NOT_FOUND", "openMeeting", new { meetingId = meeting }, "meetingId");
        foreach (var person in new[] { "helsingborg-ledamot-1", "helsingborg-handlaggare", "revisor" }) Assert.NotNull(await SeenAsync(person, meeting));
        foreach (var person in new[] { "helsingborg-projektledare", "helsingborg-bedomare-1", "haninge-sekreterare" }) Assert.Null(await SeenAsync(person, meeting));
        await Cases.Secretary.RefusedAsync("MEETING_NOT_YET", "openMeeting", new { meetingId = meeting });
        await Cases.Secretary.RefusedAsync("NOT_FOUND", "settleAgendaItem", new { meetingId = meeting, itemId = meeting, outcome = "NOTED" }, "itemId");
    }

    [Fact]
    public async Task Another_funds_case_and_a_draft_do_not_come_on_the_agenda()
    {
        var meeting = await Meetings.DraftAsync();
        var other = await new Stages(Fond, "haninge").AcceptedAsync();
        await Cases.Secretary.RefusedAsync("NOT_FOUND", "addAgendaItem", new { meetingId = meeting, applicationId = other }, "applicationId");
        await Cases.Secretary.RefusedAsync("MEETING_ITEM_TITLE_INVALID", "addAgendaItem", new { meetingId = meeting }, "title");
        var application = await Cases.AcceptedAsync();
        await Meetings.AddAsync(meeting, application);
        await Cases.Secretary.RefusedAsync("MEETING_CASE_TWICE", "addAgendaItem", new { meetingId = meeting, applicationId = application }, "applicationId");
        await Cases.Secretary.DoAsync("removeAgendaItem", new { meetingId = meeting, itemId = await Meetings.ItemAsync(meeting) }, "meeting { items { id } }");
        await Cases.Secretary.RefusedAsync("MEETING_BODY_FIXED", "saveMeeting", new { meetingId = meeting, bodyId = await Meetings.BodyAsync("boardBody"), startsAt = "2026-03-20T09:00:00Z", place = "Rådhuset" }, "bodyId");
    }

    private async Task<string> PhaseAsync(string application) =>
        (await Cases.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { phase } } }", new { a = application }))["node"]!["phase"]!.GetValue<string>();

    private async Task<JsonNode?> SeenAsync(string person, string id) => (await Fond.As(person).ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id }))["node"];

    /// <summary>Newest first, subject and body.</summary>
    private async Task<List<string>> InboxAsync(string person) =>
        [.. (await new Client(Fond, person) { Language = "sv" }.ReadAsync("{ notifications { nodes { subject body } } }"))["notifications"]!["nodes"]!.AsArray().Select(n => $"{n!["subject"]}\n{n["body"]}").DefaultIfEmpty("")];
}
