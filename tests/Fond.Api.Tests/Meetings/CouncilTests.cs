using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Meetings;

/// <summary>A council advises: it hears cases of its municipality, and decides none.</summary>
public sealed class CouncilTests : FondTest
{
    private const string Council = "{ bodies(kind: COUNCIL) { nodes { id } } }";

    private MeetingStages Meetings => new(Fond);

    private Stages Cases => Meetings.Cases;

    [Fact]
    public async Task An_advising_council_hears_a_case_and_decides_none()
    {
        var (council, secretary) = await CouncilAsync();
        var application = await Cases.AwaitingDecisionAsync();
        var meeting = (await Cases.Secretary.DoAsync("saveMeeting", new { bodyId = council, startsAt = Fond.Clock.GetUtcNow().AddHours(1), place = "Biblioteket", isPublic = true }, "meeting { id }"))["meeting"]!["id"]!.GetValue<string>();
        await Meetings.AddAsync(meeting, application);
        await Cases.Secretary.DoAsync("callMeeting", new { meetingId = meeting }, "meeting { id }");
        await Cases.Secretary.DoAsync("openMeeting", new { meetingId = meeting }, "meeting { id }");
        await Meetings.AttendAsync(meeting, [await PersonAsync("helsingborg-rad-1"), secretary]);

        foreach (var outcome in new[] { "APPROVED", "REJECTED", "TABLED" })
            await Cases.Secretary.RefusedAsync("DECISION_BODY_CANNOT_DECIDE", "settleAgendaItem", await Meetings.SettlementAsync(meeting, outcome), "outcome");
        Assert.Equal("AWAITING_DECISION", (await Cases.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { phase } } }", new { a = application }))["node"]!["phase"]!.GetValue<string>());
        var heard = await Meetings.SettleAsync(meeting, "NOTED");
        Assert.Equal((1, "NOTED", null, "AWAITING_DECISION"), (heard["paragraph"]!.GetValue<int>(), heard["outcome"]!.GetValue<string>(), heard["decision"]?.ToJsonString(), heard["application"]!["phase"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_council_s_papers_are_kept_by_its_own_office()
    {
        var council = (await Cases.Officer.ReadAsync(Council))["bodies"]!["nodes"]![0]!["id"]!.GetValue<string>();
        const string save = "mutation($input: SaveMeetingInput!) { saveMeeting(input: $input) { errors { code } } }";
        foreach (var person in new[] { "helsingborg-sekreterare", "helsingborg-rad-1" })
            await Fond.As(person).ForbiddenAsync("FORBIDDEN", save, new { input = new { bodyId = council, startsAt = "2026-03-20T09:00:00Z", place = "Biblioteket", isPublic = true } });
    }

    /// <summary>With the steering group's secretary as its own, who sees the fund's cases.</summary>
    private async Task<(string Body, string Secretary)> CouncilAsync()
    {
        var council = (await Cases.Officer.ReadAsync(Council))["bodies"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var secretary = await PersonAsync("helsingborg-sekreterare");
        await Fond.As("administrator").DoAsync("addMember", new { bodyId = council, personId = secretary, function = "Rådets sekreterare", role = "SECRETARY", from = "2020-01-01" }, "body { id }");
        return (council, secretary);
    }

    private async Task<string> PersonAsync(string subject) => (await Fond.As(subject).ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();
}
