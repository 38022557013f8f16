using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Meetings;

/// <summary>Laglighetsprövning, kommunallagen 13 kap.</summary>
public sealed class LegalityReviewTests : FondTest
{
    private const string Shown = "minutes { reviews { paragraph courtCase requestedOn outcome endedOn } }";

    private MeetingStages Meetings => new(Fond);

    private Stages Cases => Meetings.Cases;

    [Fact]
    public async Task A_decision_that_the_court_reviews_is_not_final_before_the_court_has_let_it_stand()
    {
        var (minutes, project) = await AnnouncedAsync();
        Fond.Clock.Advance(TimeSpan.FromDays(10));
        var recorded = (await Cases.Secretary.DoAsync("recordLegalityReview", new { minutesId = minutes, paragraph = 1, courtCase = " Mål 1234-26 ", requestedOn = Today }, Shown))["minutes"]!["reviews"]![0]!;
        Assert.Equal(("Mål 1234-26", null), (recorded["courtCase"]!.GetValue<string>(), recorded["outcome"]?.GetValue<string>()));
        Fond.Clock.Advance(TimeSpan.FromDays(20));
        await Fond.SweepAsync();
        await Cases.Officer.RefusedAsync("DECISION_UNDER_REVIEW", "signAgreement", new { projectId = project, signedOn = Today });
        await Cases.Secretary.DoAsync("endLegalityReview", new { minutesId = minutes, courtCase = "Mål 1234-26", outcome = "UPHELD", endedOn = Today }, Shown);
        Assert.Equal((Today, Today), await FinalAsync());
        await Cases.Officer.DoAsync("signAgreement", new { projectId = project, signedOn = Today }, "project { id }");
        var registered = (await Cases.Officer.ReadAsync("{ caseDocuments(kind: LEGALITY_REVIEW) { nodes { direction subject target { id } } } }"))["caseDocuments"]!["nodes"]!.AsArray();
        Assert.Equal(2, registered.Count);
        Assert.All(registered, d => Assert.True(d!["subject"]!.GetValue<string>().StartsWith("Mål 1234-26: ", StringComparison.Ordinal) && d["target"]!["id"]!.GetValue<string>() == minutes));
        await Cases.Secretary.RefusedAsync("LEGALITY_REVIEW_ENDED", "endLegalityReview", new { minutesId = minutes, courtCase = "Mål 1234-26", outcome = "REPEALED", endedOn = Today });
    }

    [Fact]
    public async Task A_decision_that_the_court_repeals_never_becomes_final()
    {
        var (minutes, project) = await AnnouncedAsync();
        await Cases.Secretary.DoAsync("recordLegalityReview", new { minutesId = minutes, paragraph = 1, courtCase = "Mål 7-26", requestedOn = Today }, Shown);
        Fond.Clock.Advance(TimeSpan.FromDays(30));
        await Fond.SweepAsync();
        await Cases.Secretary.DoAsync("endLegalityReview", new { minutesId = minutes, courtCase = "Mål 7-26", outcome = "REPEALED", endedOn = Today }, Shown);
        await Cases.Officer.RefusedAsync("DECISION_REPEALED", "signAgreement", new { projectId = project, signedOn = Today });
        Assert.Equal((null, null), await FinalAsync());
        var paragraph = (await Fond.As(null).ReadAsync("{ publicMinutes { nodes { paragraphs { isRepealed finalOn } } } publicRegister { nodes { municipality isRepealed } } }"))!;
        Assert.True(paragraph["publicMinutes"]!["nodes"]![0]!["paragraphs"]![0]!["isRepealed"]!.GetValue<bool>());
        Assert.Equal(["Haninge False", "Helsingborg True"], paragraph["publicRegister"]!["nodes"]!.AsArray().Select(c => $"{c!["municipality"]} {c["isRepealed"]!.GetValue<bool>()}").Order(StringComparer.Ordinal));
        Assert.Contains("upphävt av domstol", await Fond.Http.GetStringAsync("/register/minutes", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("fond-helsingborg-", await Fond.Http.GetStringAsync("/open/grants.json", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("true", (await Cases.Officer.ReadAsync("{ decisions { nodes { isRepealed } } }")).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Legality review", (await Cases.Lead.ReadAsync("{ notifications { nodes { subject } } }")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_the_court_repeals_is_not_carried_out_whatever_the_funds_rules_say()
    {
        var (minutes, project) = await AnnouncedAsync(final: false);
        await Cases.Secretary.DoAsync("recordLegalityReview", new { minutesId = minutes, paragraph = 1, courtCase = "Mål 7-26", requestedOn = Today }, Shown);
        await Cases.Officer.DoAsync("signAgreement", new { projectId = project, signedOn = Today }, "project { id }");
        await Cases.Secretary.DoAsync("endLegalityReview", new { minutesId = minutes, courtCase = "Mål 7-26", outcome = "REPEALED", endedOn = Today }, Shown);
        var year = (await Cases.Lead.ReadAsync("query($p: ID!) { node(id: $p) { ... on Project { granted { year } } } }", new { p = project }))["node"]!["granted"]![0]!["year"]!.GetValue<int>();
        await Cases.Lead.DoAsync("requestDisbursement", new { projectId = project, year, amount = 100, purpose = "Lön" }, "project { id }");
        await Cases.Officer.RefusedAsync("DECISION_REPEALED", "payDisbursement", new { projectId = project, number = 1 });
        Assert.Null((await Fond.As(null).ReadAsync("{ publicMinutes { nodes { finalOn } } }"))["publicMinutes"]!["nodes"]![0]!["finalOn"]);
    }

    [Fact]
    public async Task It_is_recorded_of_a_paragraph_in_time_by_the_office_and_once()
    {
        var (minutes, _) = await AnnouncedAsync();
        object Review(int paragraph = 1, string courtCase = "Mål 1-26", string? on = null) => new { minutesId = minutes, paragraph, courtCase, requestedOn = on ?? Today };
        await Cases.Secretary.RefusedAsync("LEGALITY_REVIEW_PARAGRAPH_UNKNOWN", "recordLegalityReview", Review(paragraph: 9), "paragraph");
        await Cases.Secretary.RefusedAsync("LEGALITY_REVIEW_CASE_INVALID", "recordLegalityReview", Review(courtCase: " "), "courtCase");
        await Cases.Secretary.RefusedAsync("LEGALITY_REVIEW_DAY_INVALID", "recordLegalityReview", Review(on: "2020-01-01"), "requestedOn");
        await Cases.Secretary.RefusedAsync("LEGALITY_REVIEW_UNKNOWN", "endLegalityReview", new { minutesId = minutes, courtCase = "Mål 1-26", outcome = "UPHELD", endedOn = Today }, "courtCase");
        const string record = "mutation($input: RecordLegalityReviewInput!) { recordLegalityReview(input: $input) { errors { code } } }";
        foreach (var person in new[] { "helsingborg-ledamot-1", "helsingborg-handlaggare", "revisor" }) await Fond.As(person).ForbiddenAsync("FORBIDDEN", record, new { input = Review() });
        await Fond.As("haninge-sekreterare").RefusedAsync("NOT_FOUND", "recordLegalityReview", Review(), "minutesId");
        await Cases.Secretary.DoAsync("recordLegalityReview", Review(), Shown);
        await Cases.Secretary.RefusedAsync("LEGALITY_REVIEW_RECORDED", "recordLegalityReview", Review(), "courtCase");
        Fond.Clock.Advance(TimeSpan.FromDays(40));
        await Cases.Secretary.RefusedAsync("LEGALITY_REVIEW_TOO_LATE", "recordLegalityReview", Review(courtCase: "Mål 2-26"), "requestedOn");
    }

    /// <summary>As everybody and as the office read it.</summary>
    private async Task<(string? Everybody, string? Office)> FinalAsync() => (
        (await Fond.As(null).ReadAsync("{ publicMinutes { nodes { finalOn } } }"))["publicMinutes"]!["nodes"]![0]!["finalOn"]?.GetValue<string>(),
        (await Cases.Secretary.ReadAsync("{ minutes { nodes { finalOn } } }"))["minutes"]!["nodes"]![0]!["finalOn"]?.GetValue<string>());

    private string Today => Fond.Today.ToString("yyyy-MM-dd", null);

    private async Task<(string Minutes, string Project)> AnnouncedAsync(bool final = true)
    {
        if (final) await Meetings.DemandFinalityAsync();
        var application = await Cases.AwaitingDecisionAsync();
        var meeting = await Meetings.InSessionAsync(application);
        await Meetings.SettleAsync(meeting, "APPROVED");
        var members = await Cases.MembersAsync("decidingBody");
        var minutes = (await Cases.Secretary.DoAsync("closeMeeting", new { meetingId = meeting, approverIds = new[] { members[2] } }, "meeting { minutes { id approvers { name } } }"))["meeting"]!["minutes"]![0]!["id"]!.GetValue<string>();
        await Fond.As("helsingborg-ledamot-1").DoAsync("approveMinutes", new { minutesId = minutes }, "minutes { id }");
        await Cases.Chair.DoAsync("approveMinutes", new { minutesId = minutes }, "minutes { id }");
        await Cases.Secretary.RefusedAsync("MINUTES_WRONG_STATE", "recordLegalityReview", new { minutesId = minutes, paragraph = 1, courtCase = "Mål 1-26", requestedOn = Today });
        await Cases.Secretary.DoAsync("announceMinutes", new { minutesId = minutes, keptAt = "Kansliet" }, "minutes { id }");
        return (minutes, await Cases.ProjectAsync(application));
    }
}
