using System.Text.Json.Nodes;
using Fond.Api.Tests.Meetings;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Scenarios;

/// <summary>A fund of forty competing applications, ranked and decided by a steering group of nine.</summary>
public sealed class CompetitionTests : FondTest
{
    private const int Applications = 40, Favourite = 17, Last = 4;

    private const string Seen = """
        query($r: ID!) { node(id: $r) { ... on Ranking { voted result { place applicationId meanScore spread needsDiscussion byTieBreak }
          pairs { first second preferFirst preferSecond equal strengthOfFirst strengthOfSecond } order reason
          budget { available remaining rows { applicationId asked fits remaining } parts { applicationId asked couldGet missing share remaining thenFit } } } } }
        """;

    private Stages Stages => new(Fond);

    [Fact]
    public async Task Forty_applications_are_ranked_by_nine_members_decided_in_one_meeting_against_the_money_and_made_final()
    {
        var competition = new Competition(Fond);
        await competition.SeatNineAsync();
        var cases = await competition.AwaitingDecisionAsync(Applications);
        await Fond.As("helsingborg-ledamot-1").DoAsync("declareRecusal", new { applicationId = cases[0], ground = "SUPERVISION", reason = "Leder tillsynen" }, "recusal { id }");
        var ranking = (await Stages.Secretary.DoAsync("openRanking", new { callId = await Cases.CallAsync(Fond, "helsingborg") }, "ranking { id voters { id } }"))["ranking"]!;
        Assert.Equal(9, ranking["voters"]!.AsArray().Count);
        var id = ranking["id"]!.GetValue<string>();
        for (var i = 0; i < Competition.Members.Length; i++) await VoteAsync(i, id, cases);
        await Stages.Chair.DoAsync("closeRanking", new { rankingId = id }, "ranking { id }");

        var seen = await SeenAsync(Stages.Secretary, id);
        Assert.Equal(9, seen["voted"]!.GetValue<int>());
        Ranked(seen, cases);
        BudgetLine.IsDrawn(seen, cases);
        await BudgetLine.IsDrawnAnewAsync(Stages.Secretary, id, seen["budget"]!);
        Assert.Equal(seen["budget"]!.ToJsonString(), (await SeenAsync(Stages.Secretary, id))["budget"]!.ToJsonString()); // nothing of it is kept
        await SettledAsync(id, cases);
        var shut = await SeenAsync(Fond.As("helsingborg-ledamot-1"), id);
        Assert.Equal((Applications - 1, (Applications - 1) * (Applications - 2) / 2), (shut["result"]!.AsArray().Count, shut["pairs"]!.AsArray().Count));
        await DecidedAsync((await SeenAsync(Stages.Secretary, id))["budget"]!, cases[0]);
    }

    /// <summary>Each has an order of their own, but one favourite in common, and one last; every third groups by twos, every fourth leaves out some.</summary>
    private Task<JsonNode> VoteAsync(int member, string ranking, IReadOnlyList<string> cases)
    {
        var own = Enumerable.Range(0, Applications).Where(i => i is not (Favourite or Last) && (i != 0 || Competition.Members[member] != "helsingborg-ledamot-1"))
            .OrderBy(i => (i * 7 + member * 11) % Applications).Select(i => cases[i]).ToList();
        if (member % 4 == 3) own = own[..20];
        string[][] groups = [[cases[Favourite]], .. own.Chunk(member % 3 == 0 ? 2 : 1), .. member % 4 == 3 ? Array.Empty<string[]>() : [[cases[Last]]]];
        return Fond.As(Competition.Members[member]).DoAsync("castBallot", new { rankingId = ranking, groups = groups.Select(g => new { applicationIds = g }) }, "ranking { id }");
    }

    private static void Ranked(JsonNode seen, IReadOnlyList<string> cases)
    {
        var order = seen["result"]!.AsArray().Select(r => r!["applicationId"]!.GetValue<string>()).ToList();
        Assert.Equal(cases.Order(), order.Order());
        Assert.Equal((cases[Favourite], cases[Last]), (order[0], order[^1]));
        Assert.Equal(Enumerable.Range(1, Applications), seen["result"]!.AsArray().Select(r => r!["place"]!.GetValue<int>()));
        var pairs = seen["pairs"]!.AsArray();
        Assert.Equal(Applications * (Applications - 1) / 2, pairs.Count);
        Assert.All(pairs, p => Assert.True(p!["strengthOfFirst"]!.GetValue<decimal>() >= p["strengthOfSecond"]!.GetValue<decimal>()));
        Assert.All(pairs, p => Assert.Equal(
            p!["first"]!.GetValue<string>() == cases[0] || p["second"]!.GetValue<string>() == cases[0] ? 8 : 9, // one abstains in the first that came
            p["preferFirst"]!.GetValue<int>() + p["preferSecond"]!.GetValue<int>() + p["equal"]!.GetValue<int>()));
        var favourite = seen["result"]![0]!;
        Assert.Equal((37.5m, 25m, false), (favourite["meanScore"]!.GetValue<decimal>(), favourite["spread"]!.GetValue<decimal>(), favourite["needsDiscussion"]!.GetValue<bool>())); // 2 and 1 of 4 throughout
        Assert.Contains(seen["result"]!.AsArray(), r => r!["needsDiscussion"]!.GetValue<bool>());
    }

    /// <summary>The group goes by another order, which it must explain; the one with a conflict settles it without naming the case.</summary>
    private async Task SettledAsync(string ranking, IReadOnlyList<string> cases)
    {
        var order = (await SeenAsync(Stages.Secretary, ranking))["order"]!.AsArray().Select(o => o!.GetValue<string>()).ToList();
        (order[0], order[1]) = (order[1], order[0]);
        await Stages.Secretary.RefusedAsync("RANKING_REASON_MISSING", "settleRanking", new { rankingId = ranking, applicationIds = order }, "reason");
        await Stages.Secretary.RefusedAsync("RANKING_ORDER_INCOMPLETE", "settleRanking", new { rankingId = ranking, applicationIds = order.Skip(1), reason = "Skäl" }, "applicationIds");
        await Stages.Secretary.RefusedAsync("RANKING_ORDER_INCOMPLETE", "settleRanking", new { rankingId = ranking, applicationIds = order.Append(cases[0]), reason = "Skäl" }, "applicationIds");
        await Stages.Secretary.DoAsync("settleRanking", new { rankingId = ranking, applicationIds = order, reason = "Bryter ny mark" }, "ranking { id }");
        var settled = await SeenAsync(Stages.Officer, ranking);
        Assert.Equal(order, settled["order"]!.AsArray().Select(o => o!.GetValue<string>()));
        Assert.Equal((order[0], "Bryter ny mark"), (settled["budget"]!["rows"]![0]!["applicationId"]!.GetValue<string>(), settled["reason"]!.GetValue<string>()));
        Assert.Equal(order[1], settled["result"]![0]!["applicationId"]!.GetValue<string>()); // the joint ranking stands beside it
    }

    /// <summary>In the settled order, what fits is approved, the first that does not gets a part, and the rest is rejected; then the minutes take their course.</summary>
    private async Task DecidedAsync(JsonNode budget, string conflicted)
    {
        var (meetings, rows) = (new MeetingStages(Fond), budget["rows"]!.AsArray().Select(r => r!).ToList());
        var meeting = await meetings.InSessionAsync([.. rows.Select(r => r["applicationId"]!.GetValue<string>())]);
        var part = Math.Min(budget["parts"]![0]!["couldGet"]!.GetValue<long>(), budget["parts"]![0]!["asked"]!.GetValue<long>() / 5); // of five years, the first
        var firstOut = rows.FindIndex(r => !r["fits"]!.GetValue<bool>());
        for (var i = 0; i < rows.Count; i++)
        {
            var item = i < firstOut ? await meetings.SettleAsync(meeting, "APPROVED", i + 1)
                : i == firstOut && part > 0 ? await meetings.SettleAsync(meeting, "APPROVED_IN_PART", i + 1, ("amounts", new[] { new { year = 2019, amount = part } }))
                : await meetings.SettleAsync(meeting, "REJECTED", i + 1);
            // nine who vote, but for who has a conflict, and the secretary, who does not
            Assert.Equal((i + 1, rows[i]["applicationId"]!.GetValue<string>() == conflicted ? 9 : 10), (item["paragraph"]!.GetValue<int>(), item["present"]!.AsArray().Count));
        }

        var fund = (await Stages.Secretary.ReadAsync("{ funds(municipality: \"Helsingborg\") { nodes { available } } }"))["funds"]!["nodes"]![0]!;
        Assert.Equal(budget["remaining"]!.GetValue<long>() - part, fund["available"]!.GetValue<long>());
        Assert.Equal("FINAL", await FinalAsync(meeting));
    }

    private async Task<string> FinalAsync(string meeting)
    {
        var approver = (await Stages.MembersAsync("decidingBody"))[2];
        var minutes = (await Stages.Secretary.DoAsync("closeMeeting", new { meetingId = meeting, approverIds = new[] { approver } }, "meeting { minutes { id } }"))["meeting"]!["minutes"]![0]!["id"]!.GetValue<string>();
        await Fond.As("helsingborg-ledamot-1").DoAsync("approveMinutes", new { minutesId = minutes }, "minutes { id }");
        await Stages.Chair.DoAsync("approveMinutes", new { minutesId = minutes }, "minutes { id }");
        var until = (await Stages.Secretary.DoAsync("announceMinutes", new { minutesId = minutes, keptAt = "Kansliet" }, "minutes { reviewUntil }"))["minutes"]!["reviewUntil"]!.GetValue<string>();
        Fond.Clock.Advance(TimeSpan.FromDays(1 + DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture).DayNumber - Fond.Today.DayNumber));
        await Fond.SweepAsync();
        return (await Stages.Secretary.ReadAsync("query($id: ID!) { node(id: $id) { ... on Minutes { state } } }", new { id = minutes }))["node"]!["state"]!.GetValue<string>();
    }

    private static async Task<JsonNode> SeenAsync(Client client, string ranking) => (await client.ReadAsync(Seen, new { r = ranking }))["node"]!;
}
