using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Meetings;

/// <summary>A meeting late in December, whose minutes are approved when seats have ended.</summary>
public sealed class NewYearTests : FondTest
{
    private MeetingStages Meetings => new(Fond);

    private Stages Cases => Meetings.Cases;

    private Client Registrar => Cases.Registrar;

    [Fact]
    public async Task Whoever_sat_there_that_day_approves_also_when_the_seat_ends_with_the_year()
    {
        Fond.Clock.Advance(new DateTimeOffset(2026, 12, 10, 9, 0, 0, TimeSpan.Zero) - Fond.Clock.GetUtcNow());
        var (seats, board) = (await SeatsAsync(), await Meetings.BodyAsync("boardBody"));
        var people = await Cases.MembersAsync("boardBody");
        await Fond.As("administrator").DoAsync("endMembership", new { bodyId = board, membershipId = seats[1], to = "2026-12-16" }, "body { id }");
        var meeting = await Meetings.CalledByAsync(() => Registrar, "boardBody", "Årsplan för nämnden");
        Fond.Clock.Advance(TimeSpan.FromDays(7));
        await Registrar.DoAsync("openMeeting", new { meetingId = meeting }, "meeting { id }");
        await Meetings.AttendAsync(meeting, [people[0], people[2]], Registrar);
        await Registrar.DoAsync("settleAgendaItem", new { meetingId = meeting, itemId = await ItemAsync(meeting), outcome = "APPROVED", ruling = "Planen godkänns." }, "meeting { id }");
        var minutes = await Meetings.ClosedAsync(meeting, people[2], Registrar);
        await Fond.As("administrator").DoAsync("endMembership", new { bodyId = board, membershipId = seats[2], to = "2026-12-31" }, "body { id }");
        Fond.Clock.Advance(new DateTimeOffset(2027, 1, 2, 9, 0, 0, TimeSpan.Zero) - Fond.Clock.GetUtcNow());
        Assert.Contains("2026-12-17", await AwaitedAsync("helsingborg-kommunstyrelse-3"), StringComparison.Ordinal);
        Assert.DoesNotContain("2026-12-17", await AwaitedAsync("helsingborg-kommunstyrelse-2"), StringComparison.Ordinal);
        foreach (var other in new[] { "helsingborg-kommunstyrelse-2", "haninge-kommunstyrelse-3" }) // had left the day before, sits elsewhere
            await Fond.As(other).RefusedAsync("NOT_FOUND", "approveMinutes", new { minutesId = minutes }, "minutesId");
        Assert.Contains("Årsplan för nämnden", await Meetings.PageAsync(minutes, "helsingborg-kommunstyrelse-3"), StringComparison.Ordinal);
        var done = await Fond.As("helsingborg-kommunstyrelse-3").DoAsync("approveMinutes", new { minutesId = minutes }, "minutes { awaited { id } }");
        Assert.Equal(people[0], Assert.Single(done["minutes"]!["awaited"]!.AsArray())!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Whoever_keeps_a_board_s_papers_by_office_alone_is_awaited_and_hurried_as_a_secretary_is()
    {
        var people = await Cases.MembersAsync("boardBody");
        var meeting = await Meetings.InSessionByAsync(() => Registrar, "boardBody", "Årsplan för nämnden");
        await Registrar.DoAsync("settleAgendaItem", new { meetingId = meeting, itemId = await ItemAsync(meeting), outcome = "APPROVED", ruling = "Planen godkänns." }, "meeting { id }");
        var minutes = await Meetings.ClosedAsync(meeting, people[2], Registrar);
        foreach (var approver in new[] { "helsingborg-kommunstyrelse-1", "helsingborg-kommunstyrelse-3" }) await Fond.As(approver).DoAsync("approveMinutes", new { minutesId = minutes }, "minutes { id }");
        Assert.Contains("Anslå protokollet", await AwaitedAsync("helsingborg-registrator"), StringComparison.Ordinal);
        Assert.DoesNotContain("Anslå protokollet", await AwaitedAsync("haninge-registrator"), StringComparison.Ordinal);
        Fond.Clock.Advance(TimeSpan.FromDays(10));
        await Fond.SweepAsync();
        var told = (await Registrar.ReadAsync("{ notifications { nodes { subject } } }")).ToJsonString();
        Assert.Contains("Overdue: announcement of minutes", told, StringComparison.Ordinal);
    }

    private async Task<string> ItemAsync(string meeting) =>
        (await Registrar.ReadAsync("query($m: ID!) { node(id: $m) { ... on Meeting { items { id } } } }", new { m = meeting }))["node"]!["items"]![0]!["id"]!.GetValue<string>();

    private async Task<List<string>> SeatsAsync() =>
        [.. (await Registrar.ReadAsync("{ funds(municipality: \"Helsingborg\") { nodes { boardBody { members { id } } } } }"))["funds"]!["nodes"]![0]!["boardBody"]!["members"]!.AsArray().Select(m => m!["id"]!.GetValue<string>())];

    private async Task<string> AwaitedAsync(string person) =>
        string.Join('\n', (await new Client(Fond, person) { Language = "sv" }.ReadAsync("{ awaitingMe { title } }"))["awaitingMe"]!.AsArray().Select(s => s!["title"]!.GetValue<string>()));
}
