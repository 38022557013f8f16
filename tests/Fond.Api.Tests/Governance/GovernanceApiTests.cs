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

    private async Task<string> BodyAsync() =>
        (await Administrator.DoAsync("saveBody", new { name = "Arbetsgrupp", kind = "SUBGROUP", municipality = "Motala", quorum = 2 }, "body { id }"))["body"]!["id"]!.GetValue<string>();
}
