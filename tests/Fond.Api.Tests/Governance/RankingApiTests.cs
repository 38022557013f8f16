using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Governance;

public sealed class RankingApiTests : FondTest
{
    private const string Seen = """
        query($r: ID!) { node(id: $r) { ... on Ranking { state voted quorum voters { id } cases { id } myBallot { applicationIds } ballots { personId groups { applicationIds } abstained }
          result { place applicationId } pairs { first } order budget { remaining } reason } } }
        """;

    private Stages Stages => new(Fond);

    private Competition Competition => new(Fond);

    private Client Member => Fond.As("helsingborg-ledamot-1");

    [Fact]
    public async Task A_ballot_is_secret_until_the_chair_has_closed_the_vote()
    {
        var (ranking, cases) = await OpenAsync(3);
        await VoteAsync("helsingborg-ledamot-1", ranking, [cases[2]], [cases[0], cases[1]]);
        await VoteAsync("helsingborg-ledamot-2", ranking, [cases[0]]);
        await VoteAsync("helsingborg-ledamot-1", ranking, [cases[2]], [cases[1]]); // in the place of the first
        await VoteAsync("helsingborg-ordforande", ranking, [cases[1]]);
        foreach (var person in new[] { "helsingborg-ordforande", "helsingborg-sekreterare", "helsingborg-ledamot-2", "helsingborg-handlaggare", "revisor", "administrator" })
        {
            var seen = await SeenAsync(Fond.As(person), ranking);
            Assert.Equal(("OPEN", 3), (seen["state"]!.GetValue<string>(), seen["voted"]!.GetValue<int>()));
            foreach (var hidden in new[] { "ballots", "result", "pairs", "order", "budget" }) Assert.Null(seen[hidden]);
            Assert.DoesNotContain(cases[2], seen["myBallot"]?.ToJsonString() ?? "", StringComparison.Ordinal);
        }
        Assert.Equal([[cases[2]], [cases[1]]], Groups((await SeenAsync(Member, ranking))["myBallot"]!));
        Assert.DoesNotContain(await TrailAsync(ranking), after => after.Contains("groups", StringComparison.OrdinalIgnoreCase));

        await Fond.As("helsingborg-ordforande").DoAsync("closeRanking", new { rankingId = ranking }, "ranking { id }");
        var closed = await SeenAsync(Fond.As("helsingborg-handlaggare"), ranking);
        Assert.Equal(3, closed["ballots"]!.AsArray().Count);
        Assert.Contains(closed["ballots"]!.AsArray(), b => Groups(b!["groups"]!).SelectMany(g => g).SequenceEqual([cases[2], cases[1]]));
        Assert.Contains(await TrailAsync(ranking), after => after.Contains("groups", StringComparison.OrdinalIgnoreCase)); // as it was counted
    }

    [Fact]
    public async Task A_member_does_not_rank_what_they_have_a_conflict_in_and_sees_the_ranking_without_it()
    {
        var (ranking, cases) = await OpenAsync(3);
        await VoteAsync("helsingborg-ledamot-1", ranking, [cases[1]], [cases[0]]);
        await Member.DoAsync("declareRecusal", new { applicationId = cases[1], ground = "OWN_MATTER", reason = "Syskon" }, "recusal { id }");
        await Member.RefusedAsync("BALLOT_CASE_CONFLICTED", "castBallot", Ballot(ranking, [cases[0]], [cases[2], cases[1]]), "groups.1.applicationIds.1");
        foreach (var person in new[] { "helsingborg-ledamot-2", "helsingborg-ledamot-3" }) await VoteAsync(person, ranking, [cases[2]], [cases[1]], [cases[0]]);
        await Fond.As("helsingborg-ordforande").DoAsync("closeRanking", new { rankingId = ranking }, "ranking { id }");

        var full = await SeenAsync(Stages.Secretary, ranking);
        Assert.Equal([cases[2], cases[1], cases[0]], Texts(full["order"]!));
        var own = full["ballots"]!.AsArray().Single(b => b!["abstained"]!.AsArray().Count > 0)!; // declared after the vote was cast: the case is off the ballot
        Assert.Equal((cases[1], cases[0]), (Assert.Single(Texts(own["abstained"]!)), Assert.Single(Groups(own["groups"]!).SelectMany(g => g))));
        var shut = await SeenAsync(Member, ranking);
        Assert.Equal([cases[2], cases[0]], Texts(shut["order"]!));
        Assert.Equal([1, 3], shut["result"]!.AsArray().Select(r => r!["place"]!.GetValue<int>()));
        Assert.DoesNotContain(cases[1], shut.ToJsonString(), StringComparison.Ordinal);
        await Member.ForbiddenAsync("BAD_INPUT", "query($r: ID!, $p: [RankingPartInput!]!) { node(id: $r) { ... on Ranking { budget(inPart: $p) { remaining } } } }", new { r = ranking, p = new[] { new { applicationId = cases[0], amount = 1 } } });
    }

    [Fact]
    public async Task Whoever_writes_the_cases_settles_no_order_of_them_and_is_not_shown_it()
    {
        var (ranking, cases) = await OpenAsync(2);
        foreach (var person in Competition.Members.Take(3)) await VoteAsync(person, ranking, [cases[0]], [cases[1]]);
        await Stages.Chair.DoAsync("closeRanking", new { rankingId = ranking }, "ranking { id }");
        await Fond.As("administrator").DoAsync("grantRole", new { personId = (await Stages.Lead.ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>(), role = "STEERING_SECRETARY" }, "person { id }");
        Assert.Empty(Texts((await SeenAsync(Stages.Lead, ranking))["order"]!));
        await Stages.Lead.RefusedAsync("RANKING_ORDER_INCOMPLETE", "settleRanking", new { rankingId = ranking, applicationIds = new[] { cases[1], cases[0] }, reason = "Bättre så" }, "applicationIds");
    }

    [Fact]
    public async Task A_vote_is_opened_once_over_cases_that_wait_and_told_to_those_who_vote()
    {
        var call = await Cases.CallAsync(Fond, "helsingborg");
        await Stages.Secretary.RefusedAsync("RANKING_CASES_OUT_OF_RANGE", "openRanking", new { callId = call }, "callId");
        var (ranking, cases) = await OpenAsync(2);
        await Stages.Secretary.RefusedAsync("RANKING_ALREADY_OPEN", "openRanking", new { callId = call }, "callId");
        Assert.Contains((await Member.ReadAsync("{ notifications { nodes { subject } } }"))["notifications"]!["nodes"]!.AsArray(), n => n!["subject"]!.GetValue<string>() == "Rank applications before the decision");
        await Stages.Secretary.RefusedAsync("RANKING_REASON_MISSING", "cancelRanking", new { rankingId = ranking, reason = " " }, "reason");
        await Stages.Secretary.DoAsync("cancelRanking", new { rankingId = ranking, reason = "Fel dag" }, "ranking { id }");
        await Member.RefusedAsync("RANKING_WRONG_STATE", "castBallot", Ballot(ranking, cases));
        await Stages.Chair.DoAsync("openRanking", new { callId = call }, "ranking { id }");
        Assert.Equal(2, (await Member.ReadAsync("query($c: ID) { rankings(callId: $c) { nodes { id } } }", new { c = call }))["rankings"]!["nodes"]!.AsArray().Count);
    }

    [Fact]
    public async Task Substitutes_serve_for_the_absent_and_a_vote_without_a_quorum_is_not_counted()
    {
        await Competition.AwaitingDecisionAsync(2);
        var call = await Cases.CallAsync(Fond, "helsingborg");
        var members = await Stages.MembersAsync("decidingBody");
        var substitute = await SubstituteAsync();
        await Stages.Secretary.RefusedAsync("RANKING_SUBSTITUTES_TOO_MANY", "openRanking", new { callId = call, substituteIds = new[] { substitute } }, "substituteIds");
        await Stages.Secretary.RefusedAsync("RANKING_ABSENT_NOT_MEMBER", "openRanking", new { callId = call, absentIds = new[] { substitute } }, "absentIds.0");
        await Stages.Secretary.RefusedAsync("RANKING_NOT_SUBSTITUTE", "openRanking", new { callId = call, absentIds = new[] { members[2] }, substituteIds = new[] { members[3] } }, "substituteIds.0");
        await Stages.Secretary.RefusedAsync("RANKING_NO_QUORUM", "openRanking", new { callId = call, absentIds = new[] { members[0], members[2] } });
        var opened = (await Stages.Secretary.DoAsync("openRanking", new { callId = call, absentIds = new[] { members[2] }, substituteIds = new[] { substitute } }, "ranking { id voters { id } cases { id } }"))["ranking"]!;
        Assert.Equal([members[0], members[3], members[4], substitute], opened["voters"]!.AsArray().Select(v => v!["id"]!.GetValue<string>()));
        var (ranking, cases) = (opened["id"]!.GetValue<string>(), opened["cases"]!.AsArray().Select(c => c!["id"]!.GetValue<string>()).ToArray());
        await Member.ForbiddenAsync("FORBIDDEN", "mutation($input: CastBallotInput!) { castBallot(input: $input) { errors { code } } }", new { input = Ballot(ranking, cases) });
        await VoteAsync("ersattare", ranking, cases);
        await VoteAsync("helsingborg-ledamot-3", ranking, cases);
        await Stages.Chair.RefusedAsync("RANKING_NO_QUORUM", "closeRanking", new { rankingId = ranking });
        await VoteAsync("helsingborg-ordforande", ranking, cases);
        await Stages.Chair.DoAsync("closeRanking", new { rankingId = ranking }, "ranking { id }");
    }

    [Fact]
    public async Task Only_the_office_of_the_fund_opens_closes_and_settles_and_others_see_nothing()
    {
        var (ranking, cases) = await OpenAsync(2);
        await Member.RefusedAsync("BALLOT_CASE_UNKNOWN", "castBallot", Ballot(ranking, [ranking]), "groups.0.applicationIds.0");
        await Member.RefusedAsync("BALLOT_CASE_REPEATED", "castBallot", Ballot(ranking, [cases[0], cases[0]]), "groups.0.applicationIds.1");
        await Stages.Secretary.ForbiddenAsync("FORBIDDEN", "mutation($input: CloseRankingInput!) { closeRanking(input: $input) { errors { code } } }", new { input = new { rankingId = ranking } });
        foreach (var person in new[] { "helsingborg-ledamot-1", "helsingborg-handlaggare", "helsingborg-projektledare", "revisor" })
            await Fond.As(person).ForbiddenAsync("FORBIDDEN", "mutation($input: OpenRankingInput!) { openRanking(input: $input) { errors { code } } }", new { input = new { callId = await Cases.CallAsync(Fond, "helsingborg") } });
        await Fond.As("haninge-ordforande").ForbiddenAsync("FORBIDDEN", "mutation($input: OpenRankingInput!) { openRanking(input: $input) { errors { code } } }", new { input = new { callId = await Cases.CallAsync(Fond, "helsingborg") } });
        await Fond.As("haninge-ordforande").RefusedAsync("NOT_FOUND", "closeRanking", new { rankingId = ranking }, "rankingId");
        await Fond.As("haninge-ledamot-1").RefusedAsync("NOT_FOUND", "castBallot", Ballot(ranking, cases), "rankingId");
        foreach (var person in new[] { "helsingborg-projektledare", "helsingborg-bedomare-1", "haninge-handlaggare" })
            Assert.Null((await Fond.As(person).ReadAsync(Seen, new { r = ranking }))["node"]);
        await Stages.Chair.RefusedAsync("RANKING_WRONG_STATE", "settleRanking", new { rankingId = ranking });
        await Fond.As("helsingborg-handlaggare").ForbiddenAsync("FORBIDDEN", "mutation($input: CastBallotInput!) { castBallot(input: $input) { errors { code } } }", new { input = Ballot(ranking, cases) });
    }

    [Fact]
    public async Task A_case_that_was_decided_or_taken_back_in_the_meantime_is_not_ranked()
    {
        var (ranking, cases) = await OpenAsync(4);
        foreach (var person in Competition.Members.Take(3)) await VoteAsync(person, ranking, [cases[0]], [cases[1]], [cases[2]], [cases[3]]);
        await Stages.Lead.DoAsync("withdrawApplication", new { applicationId = cases[0] }, "application { id }");
        await Stages.Secretary.DoAsync("decideApplication", await Stages.DecisionAsync(cases[2], "REJECTED", []), "decision { id }");
        await Stages.Chair.DoAsync("closeRanking", new { rankingId = ranking }, "ranking { id }");
        Assert.Equal([cases[1], cases[3]], Texts((await SeenAsync(Stages.Secretary, ranking))["order"]!));
    }

    private async Task<(string Ranking, string[] Cases)> OpenAsync(int cases)
    {
        var ids = await Competition.AwaitingDecisionAsync(cases);
        var opened = await Stages.Secretary.DoAsync("openRanking", new { callId = await Cases.CallAsync(Fond, "helsingborg") }, "ranking { id }");
        return (opened["ranking"]!["id"]!.GetValue<string>(), [.. ids]);
    }

    private static object Ballot(string ranking, params string[][] groups) => new { rankingId = ranking, groups = groups.Select(g => new { applicationIds = g }) };

    private Task<JsonNode> VoteAsync(string person, string ranking, params string[][] groups) => Fond.As(person).DoAsync("castBallot", Ballot(ranking, groups), "ranking { id }");

    private static async Task<JsonNode> SeenAsync(Client client, string ranking) => (await client.ReadAsync(Seen, new { r = ranking }))["node"]!;

    /// <summary>What the trail says of it, to those who read the trail.</summary>
    private async Task<List<string>> TrailAsync(string ranking) =>
        [.. (await Fond.As("revisor").ReadAsync("query($r: ID) { audit(objectId: $r, first: 100) { nodes { after } } }", new { r = ranking }))["audit"]!["nodes"]!.AsArray().Select(e => e!["after"]?.GetValue<string>() ?? "")];

    private async Task<string> SubstituteAsync()
    {
        var administrator = Fond.As("administrator");
        var person = (await administrator.DoAsync("registerPerson", new { subject = "ersattare", name = "Ersättare", organisation = "Miljöförvaltningen" }, "person { id }"))["person"]!["id"]!.GetValue<string>();
        var body = (await administrator.ReadAsync("{ funds(municipality: \"Helsingborg\") { nodes { decidingBody { id } } } }"))["funds"]!["nodes"]![0]!["decidingBody"]!["id"]!.GetValue<string>();
        await administrator.DoAsync("addMember", new { bodyId = body, personId = person, function = "Ersättare", role = "SUBSTITUTE", from = "2020-01-01" }, "body { id }");
        return person;
    }

    private static List<string> Texts(JsonNode list) => [.. list.AsArray().Select(v => v!.GetValue<string>())];

    private static List<List<string>> Groups(JsonNode groups) => [.. groups.AsArray().Select(g => Texts(g!["applicationIds"]!))];
}
