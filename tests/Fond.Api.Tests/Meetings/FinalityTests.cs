using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Meetings;

/// <summary>What waits for time: approval, announcement, and the day when a decision is final.</summary>
public sealed class FinalityTests : FondTest
{
    private MeetingStages Meetings => new(Fond);

    private Stages Cases => Meetings.Cases;

    [Fact]
    public async Task An_agreement_that_was_signed_before_the_rule_pays_nothing_until_the_decision_is_final()
    {
        var application = await Cases.AwaitingDecisionAsync();
        var meeting = await Meetings.InSessionAsync(application);
        await Meetings.SettleAsync(meeting, "APPROVED");
        var minutes = await Meetings.ClosedAsync(meeting);
        var project = await Cases.ProjectAsync(application);
        await Cases.Officer.DoAsync("signAgreement", new { projectId = project, signedOn = Today }, "project { id }");
        await Cases.Lead.DoAsync("requestDisbursement", new { projectId = project, year = 2019, amount = 1_000_000, purpose = "Samordnare" }, "project { id }");
        await Meetings.DemandFinalityAsync();
        await RefusedAsync(project);
        await Meetings.AnnouncedAsync(minutes);
        await RefusedAsync(project);
        Fond.Clock.Advance(TimeSpan.FromDays(21)); // the last day of the legality review
        await RefusedAsync(project);
        Fond.Clock.Advance(TimeSpan.FromDays(1));
        var paid = (await Cases.Officer.DoAsync("payDisbursement", new { projectId = project, number = 1 }, "project { totalPaid }"))["project"]!;
        Assert.Equal(1_000_000, paid["totalPaid"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_decision_without_a_meeting_is_never_announced_and_pays_nothing_under_the_rule()
    {
        var (_, project) = await Cases.RunningAsync();
        await Cases.Lead.DoAsync("requestDisbursement", new { projectId = project, year = 2019, amount = 1_000_000, purpose = "Samordnare" }, "project { id }");
        await Meetings.DemandFinalityAsync();
        await RefusedAsync(project);
        Fond.Clock.Advance(TimeSpan.FromDays(60));
        await RefusedAsync(project);
        Assert.Equal(0, (await Cases.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Project { totalPaid } } }", new { id = project }))["node"]!["totalPaid"]!.GetValue<long>());
    }

    [Fact]
    public async Task Minutes_to_approve_and_to_announce_wait_for_their_people_and_are_overdue_the_day_after_the_last()
    {
        var minutes = await Meetings.MinutesAsync();
        Assert.Equal(("2026-03-24", false), await AwaitedAsync("helsingborg-ledamot-1", "Justera", minutes));
        Assert.Null(await AwaitedAsync("helsingborg-ledamot-2", "Justera", minutes)); // not chosen
        Fond.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal(("2026-03-24", false), await AwaitedAsync("helsingborg-ledamot-1", "Justera", minutes));
        Fond.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(("2026-03-24", true), await AwaitedAsync("helsingborg-ledamot-1", "Justera", minutes));

        await Fond.As("helsingborg-ledamot-1").DoAsync("approveMinutes", new { minutesId = minutes }, "minutes { id }");
        Assert.Null(await AwaitedAsync("helsingborg-ledamot-1", "Justera", minutes)); // has done so
        Assert.Equal(("2026-03-24", true), await AwaitedAsync("helsingborg-ordforande", "Justera", minutes));
        Assert.Null(await AwaitedAsync("helsingborg-sekreterare", "Anslå", minutes));
        await Cases.Chair.DoAsync("approveMinutes", new { minutesId = minutes }, "minutes { id }");
        Assert.Equal(("2026-03-27", false), await AwaitedAsync("helsingborg-sekreterare", "Anslå", minutes));
        Assert.Null(await AwaitedAsync("helsingborg-ledamot-1", "Anslå", minutes));
        Fond.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(("2026-03-27", false), await AwaitedAsync("helsingborg-sekreterare", "Anslå", minutes));
        Fond.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(("2026-03-27", true), await AwaitedAsync("helsingborg-sekreterare", "Anslå", minutes));
        await Cases.Secretary.DoAsync("announceMinutes", new { minutesId = minutes, keptAt = "Kommunkansliet" }, "minutes { id }");
        Assert.Null(await AwaitedAsync("helsingborg-sekreterare", "Anslå", minutes));
    }

    [Fact]
    public async Task The_announcement_is_up_to_the_end_of_the_last_day_and_the_minutes_stay_public()
    {
        await Meetings.AnnouncedAsync(await Meetings.MinutesAsync());
        Assert.Equal(("2026-03-31", true), await PublicAsync());
        Fond.Clock.Advance(TimeSpan.FromDays(21));
        await Fond.SweepAsync();
        Assert.Equal(("2026-03-31", true), await PublicAsync());
        Fond.Clock.Advance(TimeSpan.FromDays(1));
        await Fond.SweepAsync();
        Assert.Equal(("2026-03-31", false), await PublicAsync());
    }

    private string Today => Fond.Today.ToString("yyyy-MM-dd", null);

    private Task RefusedAsync(string project) => Cases.Officer.RefusedAsync("DECISION_NOT_FINAL", "payDisbursement", new { projectId = project, number = 1 });

    private async Task<(string Until, bool IsUp)> PublicAsync()
    {
        var shown = Assert.Single((await Fond.As(null).ReadAsync("{ publicMinutes { nodes { isUp reviewUntil } } }"))["publicMinutes"]!["nodes"]!.AsArray())!;
        return (shown["reviewUntil"]!.GetValue<string>(), shown["isUp"]!.GetValue<bool>());
    }

    /// <summary>What waits for somebody to be done with the minutes; null: nothing.</summary>
    private async Task<(string, bool)?> AwaitedAsync(string person, string verb, string minutes)
    {
        var steps = (await new Client(Fond, person) { Language = "sv" }.ReadAsync("{ awaitingMe { title dueOn isOverdue subject { id } } }"))["awaitingMe"]!.AsArray();
        var step = steps.SingleOrDefault(s => s!["subject"]!["id"]!.GetValue<string>() == minutes && s["title"]!.GetValue<string>().StartsWith(verb, StringComparison.Ordinal));
        return step is null ? null : (step["dueOn"]!.GetValue<string>(), step["isOverdue"]!.GetValue<bool>());
    }
}
