using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Meetings;

/// <summary>Brings a meeting of Helsingborg's council through the API to a stage.</summary>
internal sealed class CouncilStages(FondServer fond)
{
    private readonly MeetingStages _meetings = new(fond);

    private Client Secretary => _meetings.Cases.Secretary;

    public async Task<string> IdAsync() => (await Secretary.ReadAsync("{ bodies(kind: COUNCIL) { nodes { id } } }"))["bodies"]!["nodes"]![0]!["id"]!.GetValue<string>();

    /// <summary>Led by whoever it has elected, since the council has no chair; gives a member too. The steering group's secretary, who sees the fund's cases, is its own.</summary>
    public async Task<(string Meeting, string Member)> InSessionAsync(params string[] items)
    {
        var council = await IdAsync();
        var (first, second, secretary) = (await PersonAsync("helsingborg-rad-1"), await PersonAsync("helsingborg-ledamot-2"), await PersonAsync("helsingborg-sekreterare"));
        await SeatAsync(council, secretary, "Rådets sekreterare", "SECRETARY");
        await SeatAsync(council, second, "Ledande tjänsteperson", "MEMBER");
        var meeting = (await Secretary.DoAsync("saveMeeting", new { bodyId = council, startsAt = fond.Clock.GetUtcNow().AddHours(1), place = "Biblioteket", isPublic = true }, "meeting { id }"))["meeting"]!["id"]!.GetValue<string>();
        foreach (var item in items) await _meetings.AddAsync(meeting, item);
        await Secretary.DoAsync("callMeeting", new { meetingId = meeting }, "meeting { id }");
        await Secretary.DoAsync("openMeeting", new { meetingId = meeting }, "meeting { id }");
        await _meetings.AttendAsync(meeting, [first, second, secretary]);
        await Secretary.DoAsync("electPresiding", new { meetingId = meeting, personId = first }, "meeting { presiding { name } }");
        return (meeting, first);
    }

    /// <summary>Drafted, for whoever presided, and another, to approve.</summary>
    public async Task<string> MinutesAsync()
    {
        var (meeting, _) = await InSessionAsync("Rådets egen plan");
        await _meetings.SettleAsync(meeting, "OPINION");
        return await _meetings.ClosedAsync(meeting, await PersonAsync("helsingborg-ledamot-2"));
    }

    public async Task<string> PersonAsync(string subject) => (await fond.As(subject).ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();

    private Task<JsonNode> SeatAsync(string council, string person, string function, string role) =>
        fond.As("administrator").DoAsync("addMember", new { bodyId = council, personId = person, function, role, from = "2020-01-01" }, "body { id }");
}
