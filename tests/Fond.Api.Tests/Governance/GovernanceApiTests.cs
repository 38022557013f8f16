using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Governance;

public sealed class GovernanceApiTests : FondTest
{
    private Client Administrator => Fond.As("administrator");

    [Fact]
    public async Task A_body_takes_one_chair_at_a_time_and_keeps_ended_seats()
    {
        var body = await BodyAsync();
        object Seat(string role, string from, string? to = null) => new { bodyId = body, function = "Socialdirektör", role, from, to };
        await Administrator.DoAsync("addMember", Seat("CHAIR", "2026-01-01"), "body { id }");
        await Administrator.RefusedAsync("BODY_CHAIR_TAKEN", "addMember", Seat("CHAIR", "2026-02-01"), "role");
        var seat = (await Administrator.ReadAsync("query($b: ID!) { node(id: $b) { ... on Body { members { id holdsToday } } } }", new { b = body }))["node"]!["members"]![0]!;
        await Administrator.RefusedAsync("MEMBERSHIP_DATES_REVERSED", "endMembership", new { bodyId = body, membershipId = seat["id"]!.GetValue<string>(), to = "2025-01-01" }, "to");
        await Administrator.DoAsync("endMembership", new { bodyId = body, membershipId = seat["id"]!.GetValue<string>(), to = "2026-03-09" }, "body { id }");
        var members = (await Administrator.DoAsync("addMember", Seat("CHAIR", "2026-03-10"), "body { members { role holdsToday to } }"))["body"]!["members"]!.AsArray();
        Assert.Equal([false, true], members.Select(m => m!["holdsToday"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task A_body_needs_a_quorum_keeps_its_kind_and_is_not_below_itself()
    {
        var body = await BodyAsync();
        object Save(string name = "Grupp", string kind = "SUBGROUP", int quorum = 1, string? parent = null) =>
            new { bodyId = body, name, kind, municipality = "Motala", quorum, parentId = parent };
        await Administrator.RefusedAsync("BODY_QUORUM_NOT_POSITIVE", "saveBody", Save(quorum: 0), "quorum");
        await Administrator.RefusedAsync("BODY_NAME_MISSING", "saveBody", Save(name: " "), "name");
        await Administrator.RefusedAsync("BODY_KIND_FIXED", "saveBody", Save(kind: "COUNCIL"), "kind");
        await Administrator.RefusedAsync("BODY_BELOW_ITSELF", "saveBody", Save(parent: body), "parentId");
        await Fond.As("motala-ordforande").ForbiddenAsync("FORBIDDEN", "mutation($input: SaveBodyInput!) { saveBody(input: $input) { errors { code } } }", new { input = Save() });
    }

    [Fact]
    public async Task A_body_prepares_for_bodies_of_its_own_municipality_and_for_none_that_prepares_for_it()
    {
        var (top, middle, elsewhere) = (await BodyAsync(), await BodyAsync(), (await Fond.As(null).ReadAsync("{ bodies(municipality: \"Lund\") { nodes { id } } }"))["bodies"]!["nodes"]![0]!["id"]!.GetValue<string>());
        await SaveAsync(middle, null, top);
        var below = (await Administrator.DoAsync("saveBody", Body(null, middle), "body { id }"))["body"]!["id"]!.GetValue<string>();
        await Administrator.RefusedAsync("BODY_BELOW_ITSELF", "saveBody", Body(top, below), "parentId");
        await Administrator.RefusedAsync("BODY_BELOW_ITSELF", "saveBody", Body(top, null, below), "alsoPreparesForIds.0");
        await Administrator.RefusedAsync("BODY_OF_OTHER_MUNICIPALITY", "saveBody", Body(top, elsewhere), "parentId");
        await Administrator.RefusedAsync("BODY_OF_OTHER_MUNICIPALITY", "saveBody", Body(top, null, elsewhere), "alsoPreparesForIds.0");
        await SaveAsync(below, top, middle);
        await Administrator.RefusedAsync("BODY_OF_OTHER_MUNICIPALITY", "saveBody", new { bodyId = top, name = "Grupp", kind = "SUBGROUP", municipality = "Lund", quorum = 1 }, "municipality"); // others prepare for it

        Task<JsonNode> SaveAsync(string body, string? parent, params string[] others) => Administrator.DoAsync("saveBody", Body(body, parent, others), "body { id }");
        static object Body(string? bodyId, string? parentId, params string[] alsoPreparesForIds) => new { bodyId, name = "Grupp", kind = "SUBGROUP", municipality = "Motala", quorum = 1, parentId, alsoPreparesForIds };
    }

    [Fact]
    public async Task A_seat_tells_whom_it_represents_and_there_is_one_vice_chair()
    {
        var body = await BodyAsync();
        object Seat(string role) => new { bodyId = body, function = "Ledamot", role, from = "2026-01-01", represents = "Kulturförvaltningen" };
        await Administrator.DoAsync("addMember", Seat("SUBSTITUTE"), "body { id }");
        var members = (await Administrator.DoAsync("addMember", Seat("VICE_CHAIR"), "body { members { role represents } }"))["body"]!["members"]!.AsArray();
        Assert.Equal(["SUBSTITUTE Kulturförvaltningen", "VICE_CHAIR Kulturförvaltningen"], members.Select(m => $"{m!["role"]} {m["represents"]}"));
        await Administrator.RefusedAsync("BODY_VICE_CHAIR_TAKEN", "addMember", Seat("VICE_CHAIR"), "role");
    }

    [Fact]
    public async Task Only_a_council_has_a_catchment_area()
    {
        object Save(string kind, string? area) => new { name = "Rådet", kind, municipality = "Motala", quorum = 1, catchmentArea = area };
        var council = (await Administrator.DoAsync("saveBody", Save("COUNCIL", "Norra skolområdet"), "body { catchmentArea }"))["body"]!;
        Assert.Equal("Norra skolområdet", council["catchmentArea"]!.GetValue<string>());
        await Administrator.RefusedAsync("BODY_AREA_MISSING", "saveBody", Save("COUNCIL", null), "catchmentArea");
        await Administrator.RefusedAsync("BODY_AREA_NOT_ALLOWED", "saveBody", Save("SUBGROUP", "Norra skolområdet"), "catchmentArea");
    }

    [Fact]
    public async Task A_line_of_the_delegation_table_is_entered_ended_and_public()
    {
        var body = await BodyAsync("STEERING_GROUP");
        object Line(string kind, long? limit, string from = "2026-01-01") => new { bodyId = body, kind, limit, from, decidedBy = "Kommunstyrelsen", decidedOn = "2025-12-01", paragraph = "§ 12" };
        await Administrator.RefusedAsync("DELEGATION_LIMIT_INVALID", "addDelegation", Line("REJECT", 100), "limit");
        await Administrator.RefusedAsync("DELEGATION_BEFORE_DECISION", "addDelegation", Line("GRANT", 100, "2025-01-01"), "from");
        await Administrator.DoAsync("addDelegation", Line("GRANT", 100), "body { id }");
        await Administrator.RefusedAsync("DELEGATION_OVERLAPS", "addDelegation", Line("GRANT", 200, "2026-02-01"), "from");
        await Administrator.RefusedAsync("DELEGATION_NOT_POSSIBLE", "addDelegation", new { bodyId = await BodyAsync(), kind = "REJECT", from = "2026-01-01", decidedBy = "KS", decidedOn = "2025-12-01", paragraph = "§ 1" }, "bodyId");
        var line = await LineAsync(body);
        await Administrator.RefusedAsync("NOT_FOUND", "endDelegation", new { bodyId = body, delegationId = body, to = "2026-03-09" }, "delegationId");
        await Administrator.DoAsync("endDelegation", new { bodyId = body, delegationId = line["id"]!.GetValue<string>(), to = "2026-03-09" }, "body { id }");
        await Administrator.RefusedAsync("DELEGATION_ALREADY_ENDS", "endDelegation", new { bodyId = body, delegationId = line["id"]!.GetValue<string>(), to = "2026-03-01" }, "to");
        await Administrator.DoAsync("addDelegation", Line("GRANT", 200, "2026-03-10"), "body { id }");
        Assert.Equal(("GRANT", 100, "2026-03-09", "§ 12"), ((await LineAsync(body))["kind"]!.GetValue<string>(), line["limit"]!.GetValue<int>(), (await LineAsync(body))["to"]!.GetValue<string>(), line["paragraph"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Nobody_but_an_administrator_of_all_funds_writes_in_the_delegation_table()
    {
        var body = await BodyAsync("STEERING_GROUP");
        const string end = "mutation($input: EndDelegationInput!) { endDelegation(input: $input) { errors { code } } }";
        foreach (var person in new[] { "motala-ordforande", "motala-sekreterare", "motala-handlaggare", "revisor" })
            await Fond.As(person).ForbiddenAsync("FORBIDDEN", end, new { input = new { bodyId = body, delegationId = "abc", to = "2026-03-09" } });
        await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", end, new { input = new { bodyId = body, delegationId = "abc", to = "2026-03-09" } });
    }

    /// <summary>As the public sees it.</summary>
    private async Task<JsonNode> LineAsync(string body) =>
        (await Fond.As(null).ReadAsync("query($b: ID!) { node(id: $b) { ... on Body { delegations { id kind limit from to decidedBy decidedOn paragraph } } } }", new { b = body }))["node"]!["delegations"]![0]!;

    private async Task<string> BodyAsync(string kind = "SUBGROUP") =>
        (await Administrator.DoAsync("saveBody", new { name = "Arbetsgrupp", kind, municipality = "Motala", quorum = 2 }, "body { id }"))["body"]!["id"]!.GetValue<string>();
}
