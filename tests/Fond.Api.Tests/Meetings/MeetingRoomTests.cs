using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Meetings;

/// <summary>Who leads, who is kept out, what is moved and how it is told: the steering group and the board at the table.</summary>
public sealed class MeetingRoomTests : FondTest
{
    private MeetingStages Meetings => new(Fond);

    private Stages Cases => Meetings.Cases;

    private Client Secretary => Cases.Secretary;

    private Client Registrar => Cases.Registrar;

    private static string Wanted(string mutation) => $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ errors {{ code }} }} }}";

    [Fact]
    public async Task Without_chair_and_vice_chair_somebody_is_elected_and_what_was_decided_becomes_final()
    {
        var application = await Cases.AwaitingDecisionAsync();
        var meeting = await Meetings.InSessionAsync(application);
        var members = await Cases.MembersAsync("decidingBody");
        await Secretary.RefusedAsync("MEETING_PRESIDED", "electPresiding", new { meetingId = meeting, personId = members[2] });
        await Meetings.AttendAsync(meeting, members.Skip(1));
        await Secretary.RefusedAsync("MEETING_NOBODY_PRESIDES", "settleAgendaItem", await Meetings.SettlementAsync(meeting, "APPROVED"));
        var elect = new { meetingId = meeting, personId = members[3] };
        await Secretary.RefusedAsync("MEETING_PRESIDING_INVALID", "electPresiding", new { meetingId = meeting, personId = members[1] }, "personId"); // the secretary has no vote
        await Fond.As("haninge-sekreterare").RefusedAsync("NOT_FOUND", "electPresiding", elect, "meetingId");
        await Fond.As("helsingborg-ledamot-1").ForbiddenAsync("FORBIDDEN", Wanted("electPresiding"), new { input = elect });
        await Secretary.DoAsync("electPresiding", elect, "meeting { presiding { name } }");
        await Meetings.SettleAsync(meeting, "APPROVED");
        var minutes = await Meetings.ClosedAsync(meeting);
        Assert.Contains("OrdförandeSkoldirektör", await Meetings.PageAsync(minutes), StringComparison.Ordinal);
        foreach (var approver in new[] { "helsingborg-ledamot-1", "helsingborg-ledamot-2" }) await Fond.As(approver).DoAsync("approveMinutes", new { minutesId = minutes }, "minutes { id }");
        await Secretary.DoAsync("announceMinutes", new { minutesId = minutes, keptAt = "Kansliet" }, "minutes { id }");
    }

    [Fact]
    public async Task Documents_of_the_case_are_laid_before_the_meeting_told_in_the_call_and_in_the_minutes()
    {
        var (application, other) = (await Cases.AwaitingDecisionAsync(), await Cases.AwaitingDecisionAsync());
        async Task<JsonNode> LetterAsync(string about) => (await Cases.Officer.DoAsync("registerDocument",
            new { applicationId = about, kind = "LETTER", direction = "INCOMING", on = Fond.Today.ToString("yyyy-MM-dd", null), correspondent = "Skolverket", subject = "Hemlig fråga" }, "document { id number }"))["document"]!;
        var (letter, foreign) = (await LetterAsync(application), (await LetterAsync(other))["id"]!.GetValue<string>());
        var (id, meeting) = (letter["id"]!.GetValue<string>(), await Meetings.DraftAsync());
        object Item(params string[] documents) => new { meetingId = meeting, applicationId = application, documentIds = documents };
        await Secretary.RefusedAsync("NOT_FOUND", "addAgendaItem", Item(id, foreign), "documentIds.1");
        await Secretary.RefusedAsync("MEETING_DOCUMENT_TWICE", "addAgendaItem", Item(id, id), "documentIds");
        var laid = (await Secretary.DoAsync("addAgendaItem", Item(id), "meeting { items { laidBefore { id } } }"))["meeting"]!["items"]![0]!["laidBefore"]!.AsArray();
        Assert.Equal(id, Assert.Single(laid)!["id"]!.GetValue<string>());
        await Secretary.DoAsync("callMeeting", new { meetingId = meeting }, "meeting { id }");
        var told = $"Aktbilaga {letter["number"]}: Skrivelse, {Fond.Today:yyyy-MM-dd}";
        var call = (await new Client(Fond, "helsingborg-ledamot-1") { Language = "sv" }.ReadAsync("{ notifications(first: 1) { nodes { body } } }"))["notifications"]!["nodes"]![0]!["body"]!.GetValue<string>();
        Assert.Contains(told, call, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemlig fråga", call, StringComparison.Ordinal);
        Fond.Clock.Advance(TimeSpan.FromDays(7));
        await Secretary.DoAsync("openMeeting", new { meetingId = meeting }, "meeting { id }");
        await Meetings.AttendAsync(meeting, await Cases.MembersAsync("decidingBody"));
        await Meetings.SettleAsync(meeting, "APPROVED");
        Assert.Contains(told, await Meetings.PageAsync(await Meetings.ClosedAsync(meeting)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_call_names_no_document_of_a_marked_case()
    {
        var (application, meeting) = (await Cases.AwaitingDecisionAsync(), await Meetings.DraftAsync());
        var letter = (await Cases.Officer.DoAsync("registerDocument",
            new { applicationId = application, kind = "LETTER", direction = "INCOMING", on = Fond.Today.ToString("yyyy-MM-dd", null), correspondent = "Skolverket", subject = "Fråga" }, "document { id }"))["document"]!["id"]!.GetValue<string>();
        await Secretary.DoAsync("addAgendaItem", new { meetingId = meeting, applicationId = application, documentIds = new[] { letter } }, "meeting { id }");
        await Cases.Officer.DoAsync("markApplication", new { applicationId = application, ground = "OSL 26 kap. 1 §" }, "application { id }");
        await Secretary.DoAsync("callMeeting", new { meetingId = meeting }, "meeting { id }");
        var call = (await new Client(Fond, "helsingborg-ledamot-1") { Language = "sv" }.ReadAsync("{ notifications(first: 1) { nodes { body } } }"))["notifications"]!["nodes"]![0]!["body"]!.GetValue<string>();
        Assert.Contains("Föredragningslista", call, StringComparison.Ordinal);
        Assert.DoesNotContain("Aktbilaga", call, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_presides_over_one_item_is_named_in_its_paragraph()
    {
        var meeting = await Meetings.InSessionAsync("Föregående protokoll", "Årsplan för styrgruppen");
        var members = await Cases.MembersAsync("decidingBody");
        var item = await Meetings.ItemAsync(meeting);
        await Secretary.DoAsync("recuseFromItem", new { meetingId = meeting, itemId = item, personId = members[0], ground = "Närstående" }, "meeting { id }");
        await Secretary.DoAsync("electPresiding", new { meetingId = meeting, itemId = item, personId = members[2] }, "meeting { id }");
        await Meetings.SettleAsync(meeting, "APPROVED");
        await Meetings.SettleAsync(meeting, "APPROVED", 2);
        var page = await Meetings.PageAsync(await Meetings.ClosedAsync(meeting));
        Assert.Single(page.Split("Socialdirektör leder behandlingen av ärendet som ordförande.").Skip(1));
    }

    [Fact]
    public async Task Whoever_cannot_approve_is_replaced_and_the_minutes_say_so_without_saying_why_to_everybody()
    {
        var minutes = await Meetings.MinutesAsync();
        var members = await Cases.MembersAsync("decidingBody");
        object With(string person, string by, string reason = "Långvarigt sjuk") => new { minutesId = minutes, personId = person, byId = by, reason };
        await Fond.As("helsingborg-ledamot-1").ForbiddenAsync("FORBIDDEN", Wanted("replaceApprover"), new { input = With(members[2], members[3]) });
        await Fond.As("haninge-sekreterare").RefusedAsync("NOT_FOUND", "replaceApprover", With(members[2], members[3]), "minutesId");
        await Secretary.RefusedAsync("MINUTES_APPROVER_NOT_AWAITED", "replaceApprover", With(members[3], members[4]), "personId");
        await Secretary.RefusedAsync("MINUTES_APPROVER_INVALID", "replaceApprover", With(members[2], members[1]), "byId"); // the secretary has no vote
        await Secretary.RefusedAsync("MINUTES_REPLACEMENT_REASON_INVALID", "replaceApprover", With(members[2], members[3], ""), "reason");
        await Secretary.DoAsync("replaceApprover", With(members[2], members[3]), "minutes { awaited { name } replacements { reason on person { name } by { name } } }");
        Assert.Contains("Justera", await AwaitedAsync("helsingborg-ledamot-2"), StringComparison.Ordinal);
        await Fond.As("helsingborg-ledamot-1").RefusedAsync("MINUTES_NOT_APPROVER", "approveMinutes", new { minutesId = minutes });
        foreach (var approver in new[] { "helsingborg-ledamot-2", "helsingborg-ordforande" }) await Fond.As(approver).DoAsync("approveMinutes", new { minutesId = minutes }, "minutes { id }");
        await Secretary.DoAsync("announceMinutes", new { minutesId = minutes, keptAt = "Kansliet" }, "minutes { id }");
        Assert.Contains("Skoldirektör justerar i stället för Socialdirektör från och med 2026-03-10 (Långvarigt sjuk).", await Meetings.PageAsync(minutes), StringComparison.Ordinal);
        var open = await Meetings.PageAsync(minutes, null);
        Assert.Contains("Skoldirektör justerar i stället för Socialdirektör", open, StringComparison.Ordinal);
        Assert.DoesNotContain("sjuk", open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secretary_with_a_conflict_neither_settles_nor_drops_nor_adds_the_case()
    {
        var application = await Cases.AwaitingDecisionAsync();
        var meeting = await Meetings.InSessionAsync(application, "Årsplan för styrgruppen");
        var members = await Cases.MembersAsync("decidingBody");
        await Secretary.DoAsync("declareRecusal", new { applicationId = application, ground = "OWN_MATTER", reason = "Syskon leder projektet" }, "recusal { id }");
        foreach (var outcome in new[] { "DROPPED", "NOTED", "APPROVED" }) await Secretary.ForbiddenAsync("FORBIDDEN", Wanted("settleAgendaItem"), new { input = await Meetings.SettlementAsync(meeting, outcome) });
        var item = await Meetings.ItemAsync(meeting);
        await Secretary.ForbiddenAsync("FORBIDDEN", Wanted("recuseFromItem"), new { input = new { meetingId = meeting, itemId = item, personId = members[2], ground = "Jäv" } });
        await Secretary.ForbiddenAsync("FORBIDDEN", Wanted("moveProposal"), new { input = new { meetingId = meeting, itemId = item, personId = members[2], text = "Avslag" } });
        await Secretary.DoAsync("recuseFromItem", new { meetingId = meeting, itemId = await Meetings.ItemAsync(meeting, 2), personId = members[1], ground = "Närstående" }, "meeting { id }");
        await Secretary.ForbiddenAsync("FORBIDDEN", Wanted("settleAgendaItem"), new { input = await Meetings.SettlementAsync(meeting, "DROPPED", 2) });
        foreach (var number in new[] { 1, 2 }) await Cases.Chair.DoAsync("settleAgendaItem", await Meetings.SettlementAsync(meeting, "DROPPED", number), "meeting { id }");
    }

    [Fact]
    public async Task A_boards_minutes_tell_its_members_apart_and_say_who_moved_and_voted_what()
    {
        var board = await Meetings.BodyAsync("boardBody");
        foreach (var (person, function, role, party) in new[] { ("bedomare-1", "Ledamot", "MEMBER", "MP"), ("utvarderare", "Nämndsekreterare", "SECRETARY", null) })
            await Fond.As("administrator").DoAsync("addMember", new { bodyId = board, personId = await PersonAsync($"helsingborg-{person}"), function, role, represents = party, from = "2020-01-01" }, "body { id }");
        var meeting = await Meetings.InSessionByAsync(() => Registrar, "boardBody", "Årsplan för nämnden", "Extra ärende");
        var people = await Cases.MembersAsync("boardBody");
        await Registrar.DoAsync("recordAttendance", new { meetingId = meeting, attendance = people.Select((p, i) => i == 1 ? new { personId = p, untilItem = (int?)2 } : new { personId = p, untilItem = (int?)null }) }, "meeting { id }");
        var move = new { meetingId = meeting, itemId = await ItemAsync(meeting, 1), personId = people[3], text = "Att nämnden avslår planen." };
        await Registrar.RefusedAsync("MEETING_PROPOSAL_WITHOUT_VOTE", "moveProposal", move with { personId = people[4] }, "personId");
        await Fond.As("haninge-registrator").RefusedAsync("NOT_FOUND", "moveProposal", move, "meetingId");
        await Fond.As("helsingborg-ledamot-1").ForbiddenAsync("FORBIDDEN", Wanted("moveProposal"), new { input = move });
        await Registrar.DoAsync("moveProposal", move, "meeting { items { proposals { text person { name } } } }");
        var each = people.Take(4).Select((p, i) => new { personId = p, choice = i == 3 ? "AGAINST" : "FOR" }).ToArray();
        var voted = new { meetingId = meeting, itemId = await ItemAsync(meeting, 1), outcome = "APPROVED", ruling = "Planen godkänns.", votes = new { @for = 3, against = 1, abstained = 0, castingVote = false, each }, dissents = new[] { new { personId = people[3], text = "" } } };
        await Registrar.RefusedAsync("MEETING_OPEN_VOTE_INVALID", "settleAgendaItem", voted with { votes = voted.votes with { each = [.. each.Skip(1)] } }, "votes.each");
        await Registrar.DoAsync("settleAgendaItem", voted, "meeting { items { votes { for each { choice person { name } } } presiding { name } } }");
        await Registrar.DoAsync("settleAgendaItem", await SettlementAsync(meeting, 2), "meeting { id }");
        var page = await Meetings.PageAsync(await Meetings.ClosedAsync(meeting, people[2], Registrar));
        var (dissenter, other) = (await NameAsync("helsingborg-bedomare-1") + " (MP)", "Ledamot i kommunstyrelsen, Helsingborg (C)");
        foreach (var said in new[]
        {
            $"{dissenter} reserverar sig mot beslutet.", $"{dissenter} yrkar: Att nämnden avslår planen.", $"Emot: {dissenter}.", $", {other}.", $"Sekreterare{await NameAsync("helsingborg-utvarderare")}",
            "Inte närvarande när ärendet behandlas: Vice ordförande i kommunstyrelsen, Helsingborg (M).",
        }) Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain($"{other} reserverar sig", page, StringComparison.Ordinal);
    }

    private async Task<object> SettlementAsync(string meeting, int number = 1) => new { meetingId = meeting, itemId = await ItemAsync(meeting, number), outcome = "APPROVED", ruling = "Planen godkänns." };

    private async Task<string> ItemAsync(string meeting, int number) =>
        (await Registrar.ReadAsync("query($m: ID!) { node(id: $m) { ... on Meeting { items { id } } } }", new { m = meeting }))["node"]!["items"]![number - 1]!["id"]!.GetValue<string>();

    private async Task<string> PersonAsync(string subject) => (await Fond.As(subject).ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();

    private async Task<string> NameAsync(string subject) => (await Fond.As(subject).ReadAsync("{ me { name } }"))["me"]!["name"]!.GetValue<string>();

    private async Task<string> AwaitedAsync(string person) =>
        string.Join('\n', (await new Client(Fond, person) { Language = "sv" }.ReadAsync("{ awaitingMe { title } }"))["awaitingMe"]!.AsArray().Select(s => s!["title"]!.GetValue<string>()));
}
