using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Governance;

public sealed class RecusalApiTests : FondTest
{
    private const string Seen = "query($a: ID!) { applications { nodes { id } } node(id: $a) { ... on Application { recusals { ground reason person { id } declaredBy { id } } possibleConflicts { id organisation } } } }";

    private Stages Stages => new(Fond);

    private Client Member => Fond.As("helsingborg-ledamot-1");

    private static object Of(string application, string? person = null, string reason = "Syskon leder projektet") => new { applicationId = application, personId = person, ground = "OWN_MATTER", reason };

    [Fact]
    public async Task A_member_who_declares_a_conflict_is_shut_out_of_the_case_and_of_the_decision()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var call = await Cases.CallAsync(Fond, "helsingborg");
        var declared = (await Member.DoAsync("declareRecusal", Of(application), "recusal { id ground application { id } person { name } }"))["recusal"]!;
        Assert.Null(declared["application"]);
        var seen = await Member.ReadAsync("query($a: ID!, $c: ID!, $r: ID!) { applications { nodes { id } } node(id: $a) { id } callOverview(callId: $c) { rows { title } } own: node(id: $r) { ... on Recusal { ground } } }", new { a = application, c = call, r = declared["id"]!.GetValue<string>() });
        Assert.Empty(seen["applications"]!["nodes"]!.AsArray());
        Assert.Empty(seen["callOverview"]!["rows"]!.AsArray());
        Assert.Null(seen["node"]);
        Assert.Equal("OWN_MATTER", seen["own"]!["ground"]!.GetValue<string>());
        var everybody = await Stages.DecisionAsync(application, "REJECTED", []);
        await Stages.Secretary.RefusedAsync("DECISION_CONFLICTED_PRESENT", "decideApplication", everybody, "presentPersonIds.2");
        everybody["presentPersonIds"]!.AsArray().RemoveAt(2);
        await Stages.Secretary.DoAsync("decideApplication", everybody, "decision { id }");
    }

    [Fact]
    public async Task Those_who_handle_the_case_see_who_is_out_and_nobody_is_out_twice()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var member = (await Stages.MembersAsync("decidingBody"))[2];
        await Member.DoAsync("declareRecusal", Of(application), "recusal { id }");
        await Stages.Secretary.RefusedAsync("RECUSAL_ALREADY_DECLARED", "declareRecusal", Of(application, member));
        await Member.RefusedAsync("RECUSAL_ALREADY_DECLARED", "declareRecusal", Of(application));
        var recusal = Assert.Single((await Stages.Officer.ReadAsync(Seen, new { a = application }))["node"]!["recusals"]!.AsArray())!;
        Assert.Equal(("OWN_MATTER", "Syskon leder projektet", member), (recusal["ground"]!.GetValue<string>(), recusal["reason"]!.GetValue<string>(), recusal["person"]!["id"]!.GetValue<string>()));
        Assert.Empty((await Stages.Lead.ReadAsync(Seen, new { a = application }))["node"]!["recusals"]!.AsArray());
    }

    [Fact]
    public async Task Who_sits_on_the_board_declares_without_an_office_and_sees_no_more_for_it()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var board = Fond.As("helsingborg-kommunstyrelse-2");
        Assert.Null((await board.ReadAsync("query($a: ID!) { node(id: $a) { id } }", new { a = application }))["node"]);
        await board.DoAsync("declareRecusal", Of(application), "recusal { id application { id } }");
        await Fond.As("haninge-kommunstyrelse-2").RefusedAsync("NOT_FOUND", "declareRecusal", Of(application), "applicationId");
        await Stages.Secretary.DoAsync("referToBoard", await Stages.DecisionAsync(application, "REJECTED", []), "decision { id }");
        await Stages.Registrar.RefusedAsync("DECISION_CONFLICTED_PRESENT", "recordBoardDecision", await Stages.DecisionAsync(application, "REJECTED", [], "boardBody"), "presentPersonIds.1");
    }

    [Fact]
    public async Task What_was_said_at_the_meeting_is_written_down_by_an_office_and_about_those_who_take_part()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var members = await Stages.MembersAsync("decidingBody");
        var assessor = (await Stages.PeopleAsync("ASSESSOR"))[0];
        await Stages.Secretary.RefusedAsync("RECUSAL_NOT_INVOLVED", "declareRecusal", Of(application, assessor), "personId");
        await Stages.Secretary.RefusedAsync("RECUSAL_REASON_MISSING", "declareRecusal", Of(application, members[4], " "), "reason");
        await Stages.Secretary.RefusedAsync("NOT_FOUND", "declareRecusal", Of(application, application), "personId");
        await Stages.Secretary.DoAsync("declareRecusal", Of(application, members[4]), "recusal { declaredBy { id } }");
        Assert.Null((await Fond.As("helsingborg-ledamot-3").ReadAsync("query($a: ID!) { node(id: $a) { id } }", new { a = application }))["node"]);
        await Member.ForbiddenAsync("FORBIDDEN", Mutation, new { input = Of(application, members[3]) });
    }

    [Fact]
    public async Task Others_are_told_no_or_nothing()
    {
        var application = await Stages.AwaitingDecisionAsync();
        foreach (var person in new[] { "helsingborg-projektledare", "helsingborg-bedomare-1", "revisor", "administrator" })
            await Fond.As(person).ForbiddenAsync("FORBIDDEN", Mutation, new { input = Of(application) });
        foreach (var person in new[] { "haninge-ordforande", "helsingborg-utvarderare", "lund-remiss-1" })
            await Fond.As(person).RefusedAsync("NOT_FOUND", "declareRecusal", Of(application), "applicationId");
        await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", Mutation, new { input = Of(application) });
    }

    [Fact]
    public async Task A_case_that_is_over_takes_no_more()
    {
        var application = await Stages.AwaitingDecisionAsync();
        await Stages.Secretary.DoAsync("decideApplication", await Stages.DecisionAsync(application, "REJECTED", []), "decision { id }");
        await Member.RefusedAsync("RECUSAL_CASE_NOT_OPEN", "declareRecusal", Of(application));
    }

    [Fact]
    public async Task Scores_of_whoever_declares_no_longer_count_and_they_are_not_assigned()
    {
        var member = (await Stages.MembersAsync("decidingBody"))[2];
        await Fond.As("administrator").DoAsync("grantRole", new { personId = member, role = "ASSESSOR" }, "person { id }");
        var (first, second) = (await Stages.ScoringAsync(1), await Stages.ScoringAsync());
        await Stages.Officer.DoAsync("assignAssessors", new { applicationId = first, assessorIds = new[] { member } }, "application { id }");
        await Stages.AssessAsync(1, first);
        await Member.DoAsync("declareRecusal", Of(first), "recusal { id }");
        var states = (await Stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { assessments { state } } } }", new { a = first }))["node"]!["assessments"]!.AsArray();
        Assert.Equal(["SUBMITTED", "CONFLICT_DECLARED"], states.Select(s => s!["state"]!.GetValue<string>()));
        await Member.DoAsync("declareRecusal", Of(second), "recusal { id }");
        await Stages.Officer.RefusedAsync("ASSESSMENT_BY_CONFLICTED", "assignAssessors", new { applicationId = second, assessorIds = new[] { member } }, "assessorIds.0");
    }

    [Fact]
    public async Task Who_comes_from_an_organisation_of_the_case_is_flagged_until_they_declare()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var flagged = await FlaggedAsync(Stages.Officer, application);
        Assert.Equal(4, flagged.Count); // three on the board and its registrar, all of Kommunstyrelsen, which is a partner
        Assert.All(flagged, p => Assert.Equal("Kommunstyrelsen", p!["organisation"]!.GetValue<string>()));
        await Fond.As("helsingborg-kommunstyrelse-1").DoAsync("declareRecusal", Of(application), "recusal { id }");
        Assert.Equal(3, (await FlaggedAsync(Stages.Officer, application)).Count);
        Assert.Empty(await FlaggedAsync(Stages.Lead, application));
        Assert.Empty(await FlaggedAsync(Stages.Assessor(1), application));
    }

    [Fact]
    public async Task The_assembly_above_the_board_is_looked_at_too_and_a_conflict_of_its_members_is_written_down_before_the_case_is_on_their_table()
    {
        var (application, administrator) = (await Stages.AwaitingDecisionAsync(), Fond.As("administrator"));
        var assembly = await IdAsync("saveBody", new { name = "Kommunfullmäktige", kind = "COUNCIL_ASSEMBLY", municipality = "Helsingborg", quorum = 1 }, "body");
        var person = await IdAsync("registerPerson", new { subject = "fullmaktige", name = "En ledamot", organisation = "Kommunstyrelsen", email = "fullmaktige@example.org" }, "person");
        await administrator.DoAsync("addMember", new { bodyId = assembly, personId = person, function = "Ledamot", role = "MEMBER", from = "2020-01-01" }, "body { id }");
        Assert.DoesNotContain(person, (await FlaggedAsync(Stages.Officer, application)).Select(p => p!["id"]!.GetValue<string>()));

        var board = (await Stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { fund { boardBody { id name kind quorum } } } } }", new { a = application }))["node"]!["fund"]!["boardBody"]!;
        await administrator.DoAsync("saveBody", new { bodyId = board["id"]!.GetValue<string>(), name = board["name"]!.GetValue<string>(), kind = board["kind"]!.GetValue<string>(), municipality = "Helsingborg", quorum = board["quorum"]!.GetValue<int>(), parentId = assembly }, "body { id }");
        Assert.Contains(person, (await FlaggedAsync(Stages.Officer, application)).Select(p => p!["id"]!.GetValue<string>()));
        await Stages.Secretary.DoAsync("declareRecusal", Of(application, person), "recusal { id }");
        Assert.DoesNotContain(person, (await FlaggedAsync(Stages.Officer, application)).Select(p => p!["id"]!.GetValue<string>()));

        async Task<string> IdAsync(string mutation, object input, string field) => (await administrator.DoAsync(mutation, input, $"{field} {{ id }}"))[field]!["id"]!.GetValue<string>();
    }

    private const string Mutation = "mutation($input: DeclareRecusalInput!) { declareRecusal(input: $input) { errors { code } } }";

    private static async Task<JsonArray> FlaggedAsync(Client client, string application) => (await client.ReadAsync(Seen, new { a = application }))["node"]!["possibleConflicts"]!.AsArray();
}
