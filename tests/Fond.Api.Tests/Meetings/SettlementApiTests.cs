using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Meetings;

/// <summary>What becomes of an item: who takes part in it again, what it can hold, by whom it is written down and what it says.</summary>
public sealed class SettlementApiTests : FondTest
{
    private MeetingStages Meetings => new(Fond);

    private Stages Cases => Meetings.Cases;

    [Fact]
    public async Task Whoever_was_held_out_of_a_case_is_held_out_when_it_is_taken_up_again_and_of_all_that_belongs_to_it()
    {
        var (application, members) = (await Cases.AwaitingDecisionAsync(), await Cases.MembersAsync("decidingBody"));
        var first = await Meetings.InSessionAsync(application);
        object Input(string meeting, string item) => new { meetingId = meeting, itemId = item, personId = members[4], ground = "Närstående arbetar hos sökanden", point = "OWN_MATTER" };
        await Cases.Secretary.DoAsync("recuseFromItem", Input(first, await Meetings.ItemAsync(first)), "meeting { id }");
        await Meetings.SettleAsync(first, "TABLED");
        var next = await Meetings.InSessionAsync(application);
        Assert.Equal(4, (await Meetings.SettleAsync(next, "APPROVED"))["present"]!.AsArray().Count);
        var recusal = (await Cases.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { recusals { ground reason person { id } } } } }", new { a = application }))["node"]!["recusals"]!.AsArray().Single()!;
        Assert.Equal(("OWN_MATTER", "Närstående arbetar hos sökanden", members[4]), (recusal["ground"]!.GetValue<string>(), recusal["reason"]!.GetValue<string>(), recusal["person"]!["id"]!.GetValue<string>()));
        Assert.Null((await Fond.As("helsingborg-ledamot-3").ReadAsync("query($a: ID!) { node(id: $a) { id } }", new { a = application }))["node"]);
    }

    [Fact]
    public async Task Money_and_conditions_are_refused_where_nobody_would_find_them_again()
    {
        var application = await Cases.AwaitingDecisionAsync();
        var meeting = await Meetings.InSessionAsync("Årsplan för styrgruppen", application);
        foreach (var (outcome, number) in new[] { ("APPROVED_WITH_CONDITIONS", 1), ("OPINION", 1), ("NOTED", 2), ("TABLED", 2) })
        {
            var input = await Meetings.SettlementAsync(meeting, outcome, number);
            input["conditions"] = new[] { "Rapport i maj" };
            await Cases.Secretary.RefusedAsync("MEETING_MONEY_UNFIT", "settleAgendaItem", input, "conditions");
            input["conditions"] = Array.Empty<string>();
            input["amounts"] = new[] { new { year = 2019, amount = 10_000_000 } };
            await Cases.Secretary.RefusedAsync("MEETING_MONEY_UNFIT", "settleAgendaItem", input, "amounts");
        }
        await Meetings.SettleAsync(meeting, "APPROVED_WITH_CONDITIONS", 1, ("ruling", "Planen gäller, om den följs upp i maj."));
    }

    [Fact]
    public async Task Nothing_is_handed_to_another_municipality_s_body()
    {
        var input = await Meetings.SettlementAsync(await Meetings.InSessionAsync("Årsplan för styrgruppen"), "REFERRED");
        input["referredToId"] = await new MeetingStages(Fond, "haninge").BodyAsync();
        await Cases.Secretary.RefusedAsync("MEETING_REFERRAL_ELSEWHERE", "settleAgendaItem", input, "referredToId");
    }

    [Fact]
    public async Task A_decision_made_by_delegation_names_it_in_the_minutes()
    {
        var meeting = await Meetings.InSessionAsync(await Cases.AwaitingDecisionAsync());
        await Meetings.SettleAsync(meeting, "APPROVED");
        Assert.Contains("Beslutet fattas med stöd av delegation från Kommunstyrelsen", await Meetings.PageAsync(await Meetings.ClosedAsync(meeting)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_noted_and_who_served_for_whom_and_from_when_is_told_in_the_minutes()
    {
        var meeting = await Meetings.InSessionAsync("Årsplan för styrgruppen", "Uppföljning av förra året");
        var members = await Cases.MembersAsync("decidingBody");
        var substitute = (await Fond.As("helsingborg-bedomare-1").ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();
        await Fond.As("administrator").DoAsync("addMember", new { bodyId = await Meetings.BodyAsync(), personId = substitute, function = "Ersättare", role = "SUBSTITUTE", from = "2020-01-01" }, "body { id }");
        object There(string personId, int? fromItem = null, string? servesForId = null) => new { personId, fromItem, servesForId };
        object[] seats = [There(members[0]), There(members[1]), There(members[2], fromItem: 2), There(substitute, servesForId: members[3]), There(members[4])];
        await Cases.Secretary.DoAsync("recordAttendance", new { meetingId = meeting, attendance = seats }, "meeting { id }");
        await Meetings.SettleAsync(meeting, "APPROVED", 1, ("notes", new[] { new { personId = members[0], text = "Planen borde ha kommit tidigare." } }));
        await Meetings.SettleAsync(meeting, "APPROVED", 2);
        var page = await Meetings.PageAsync(await Meetings.ClosedAsync(meeting));
        foreach (var said in new[] { "Planen borde ha kommit tidigare.", "tjänstgör för ", "från och med ärende 2 på föredragningslistan" }) Assert.Contains(said, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_votes_are_even_that_of_whoever_presides_decides_and_is_for_the_decision()
    {
        var meeting = await Meetings.InSessionAsync(await Cases.AwaitingDecisionAsync());
        var members = await Cases.MembersAsync("decidingBody");
        string[] voters = [members[0], .. members[2..]]; // the chair first; the secretary has no vote
        object Even(bool castingVote, params string[] choices) => new { @for = 2, against = 2, abstained = 0, castingVote, each = voters.Zip(choices, (personId, choice) => new { personId, choice }) };
        async Task RefusedAsync(string code, string path, object votes)
        {
            var input = await Meetings.SettlementAsync(meeting, "APPROVED");
            input["votes"] = votes;
            await Cases.Secretary.RefusedAsync(code, "settleAgendaItem", input, path);
        }

        await RefusedAsync("MEETING_CASTING_VOTE_INVALID", "votes.castingVote", Even(false, "FOR", "AGAINST", "FOR", "AGAINST"));
        await RefusedAsync("MEETING_CASTING_VOTE_AGAINST", "votes.each", Even(true, "AGAINST", "FOR", "FOR", "AGAINST"));
        var item = await Meetings.SettleAsync(meeting, "APPROVED", 1, ("votes", Even(true, "FOR", "AGAINST", "FOR", "AGAINST")));
        Assert.Equal("GRANTED", item["application"]!["phase"]!.GetValue<string>());
        Assert.Contains("2 röstar för beslutet, 2 emot och 0 avstår. Ordförandens utslagsröst avgör.", await Meetings.PageAsync(await Meetings.ClosedAsync(meeting)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_boards_own_chair_keeps_its_papers_from_the_plan_to_the_announcement()
    {
        var application = await Cases.AwaitingDecisionAsync();
        await Cases.Secretary.DoAsync("referToBoard", await Cases.DecisionAsync(application, "GRANTED", await Cases.AskedAsync(application)), "decision { id }");
        Client Chair() => Fond.As("helsingborg-kommunstyrelse-1");
        var meeting = await Meetings.DraftAsync(Chair(), "boardBody");
        await Meetings.AddAsync(meeting, application, Chair());
        await Chair().DoAsync("callMeeting", new { meetingId = meeting }, "meeting { id }");
        Fond.Clock.Advance(TimeSpan.FromDays(7));
        await Chair().DoAsync("openMeeting", new { meetingId = meeting }, "meeting { id }");
        var people = await Cases.MembersAsync("boardBody");
        await Meetings.AttendAsync(meeting, people, Chair());
        await Chair().DoAsync("settleAgendaItem", await Meetings.SettlementAsync(meeting, "APPROVED"), "meeting { id }");
        Assert.Equal("GRANTED", (await Cases.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { phase } } }", new { a = application }))["node"]!["phase"]!.GetValue<string>());
        var minutes = await Meetings.ClosedAsync(meeting, people[1], Chair());
        foreach (var number in new[] { 1, 2 }) await Fond.As($"helsingborg-kommunstyrelse-{number}").DoAsync("approveMinutes", new { minutesId = minutes }, "minutes { id }");
        await Fond.As("helsingborg-kommunstyrelse-2").ForbiddenAsync("FORBIDDEN", "mutation($input: AnnounceMinutesInput!) { announceMinutes(input: $input) { errors { code } } }", new { input = new { minutesId = minutes, keptAt = "Rådhuset" } });
        await Chair().DoAsync("announceMinutes", new { minutesId = minutes, keptAt = "Rådhuset" }, "minutes { id }");
    }
}
