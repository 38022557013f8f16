using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Fond.Api.Tests.Support;
using UglyToad.PdfPig;

namespace Fond.Api.Tests.Meetings;

public sealed class MinutesApiTests : FondTest
{
    private const string Course = "minutes { id state approveBy approvedOn announceBy announcedOn reviewUntil finalOn isOverdue path pdfPath sha256 }";

    private MeetingStages Meetings => new(Fond);

    private Stages Cases => Meetings.Cases;

    [Fact]
    public async Task A_meeting_goes_from_call_to_final_decisions_and_only_then_is_the_agreement_signed()
    {
        await Meetings.DemandFinalityAsync();
        var application = await Cases.AwaitingDecisionAsync();
        var meeting = await Meetings.InSessionAsync("Föregående protokoll", application);
        await Meetings.SettleAsync(meeting, "NOTED");
        await Meetings.SettleAsync(meeting, "APPROVED_WITH_CONDITIONS", 2, ("conditions", new[] { "Delrapport i juni" }), ("votes", new { @for = 2, against = 1, abstained = 1, castingVote = false }),
            ("dissents", new[] { new { personId = (await Cases.MembersAsync("decidingBody"))[4], text = "Underlaget är för tunt." } }));
        var minutes = await CloseAsync(meeting);
        var project = await Cases.ProjectAsync(application);
        await NotFinalAsync(project);

        await Fond.As("helsingborg-ledamot-1").DoAsync("approveMinutes", new { minutesId = minutes }, Course);
        await Fond.As("helsingborg-ledamot-2").RefusedAsync("MINUTES_NOT_APPROVER", "approveMinutes", new { minutesId = minutes });
        await Cases.Secretary.RefusedAsync("MINUTES_WRONG_STATE", "announceMinutes", new { minutesId = minutes, keptAt = "Kansliet" });
        var approved = (await Cases.Chair.DoAsync("approveMinutes", new { minutesId = minutes }, Course))["minutes"]!;
        Assert.Equal(("APPROVED", "2026-03-31", "2026-03-17", "2026-03-19"), (Of(approved, "state"), Of(approved, "approveBy"), Of(approved, "approvedOn"), Of(approved, "announceBy")));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(null, Of(approved, "path"))).Status); // not announced

        var announced = (await Cases.Secretary.DoAsync("announceMinutes", new { minutesId = minutes, keptAt = "Kommunkansliet" }, Course))["minutes"]!;
        Assert.Equal(("2026-04-07", "2026-04-08"), (Of(announced, "reviewUntil"), Of(announced, "finalOn")));
        await NotFinalAsync(project);
        Fond.Clock.Advance(TimeSpan.FromDays(21)); // the last day
        await Fond.SweepAsync();
        await NotFinalAsync(project);
        Fond.Clock.Advance(TimeSpan.FromDays(1));
        await Fond.SweepAsync();
        Assert.Equal("FINAL", Of(await MinutesAsync(minutes), "state"));
        Assert.Contains("Laga kraft", await NewestAsync("helsingborg-sekreterare"), StringComparison.Ordinal);
        await Cases.Officer.DoAsync("signAgreement", new { projectId = project, signedOn = Fond.Today.ToString("yyyy-MM-dd", null) }, "project { id }");
    }

    [Fact]
    public async Task What_has_been_approved_is_the_same_bytes_for_ever_and_says_who_decided_what()
    {
        var (minutes, application) = await ApprovedAsync();
        var node = await MinutesAsync(minutes);
        var pdf = await GetAsync("helsingborg-ledamot-1", Of(node, "pdfPath"));
        Assert.Equal(("application/pdf", Of(node, "sha256")), (pdf.Type, Convert.ToHexStringLower(SHA256.HashData(pdf.Bytes))));
        Fond.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(pdf.Bytes, (await GetAsync("helsingborg-ledamot-1", Of(node, "pdfPath"))).Bytes);
        using var read = PdfDocument.Open(pdf.Bytes);
        var text = string.Concat(read.GetPages().Select(p => p.Text)).Replace('\u00a0', ' ');
        foreach (var said in new[] { "§ 1 ", "Styrgruppen bifaller ansökan och beviljar 5 000 000 kr.", "Skäl för beslutet", "2 röstar för beslutet, 1 emot och 1 avstår.", "reserverar sig mot beslutet", "Protokollet är justerat 2026-03-17." })
            Assert.Contains(said, text, StringComparison.Ordinal);
        var page = await GetAsync("helsingborg-ledamot-1", Of(node, "path"));
        var html = XDocument.Parse(Encoding.UTF8.GetString(page.Bytes)).Root!;
        Assert.Equal(("sv", "text/html"), (html.Attribute("lang")!.Value, page.Type));
        Assert.DoesNotContain("@example.org", html.Value, StringComparison.Ordinal);
        Assert.NotNull(application);
    }

    [Fact]
    public async Task Everybody_reads_announced_minutes_but_nothing_of_a_case_that_is_marked_as_secret()
    {
        const string ask = "{ publicMinutes { nodes { path pdfPath body metOn isUp announcement paragraphs { number title outcome } } } }";
        var (minutes, application) = await ApprovedAsync(secret: true);
        Assert.Empty((await Fond.As(null).ReadAsync(ask))["publicMinutes"]!["nodes"]!.AsArray());
        await Cases.Secretary.DoAsync("announceMinutes", new { minutesId = minutes, keptAt = "Kommunkansliet" }, Course);
        var shown = Assert.Single((await new Client(Fond, null) { Language = "sv" }.ReadAsync(ask))["publicMinutes"]!["nodes"]!.AsArray())!;
        Assert.Equal(("Ärende med sekretessmarkering", null), (shown["paragraphs"]![0]!["title"]!.GetValue<string>(), shown["paragraphs"]![0]!["outcome"]?.GetValue<string>()));
        Assert.Contains("sista dagen för att begära laglighetsprövning", shown["announcement"]!.GetValue<string>(), StringComparison.Ordinal);
        var open = Encoding.UTF8.GetString((await GetAsync(null, Of(shown, "path"))).Bytes);
        Assert.Contains("sekretessmarkerad (OSL 26 kap. 1 §)", open, StringComparison.Ordinal);
        foreach (var hidden in new[] { "beviljar", "Metoden är prövad", "Underlaget är för tunt", "Diarienummer" }) Assert.DoesNotContain(hidden, open, StringComparison.Ordinal);
        var whole = Encoding.UTF8.GetString((await GetAsync("helsingborg-ledamot-1", Of(shown, "path"))).Bytes);
        Assert.Contains("Metoden är prövad", whole, StringComparison.Ordinal);
        var trail = await Fond.As("revisor").ReadAsync("{ audit { nodes { action } } }");
        Assert.Contains("read", trail.ToJsonString(), StringComparison.Ordinal);
        using var pdf = PdfDocument.Open((await GetAsync(null, Of(shown, "pdfPath"))).Bytes);
        Assert.DoesNotContain(pdf.GetPages(), p => p.Text.Contains("beviljar", StringComparison.Ordinal));
        Assert.NotNull(application);
    }

    [Fact]
    public async Task Why_a_case_was_referred_back_is_not_told_to_everybody_where_a_field_of_it_is_marked()
    {
        var application = await Cases.AwaitingDecisionAsync();
        await Cases.Officer.DoAsync("markApplication", new { applicationId = application, field = "childImpact.heard", ground = "OSL 26 kap. 1 §" }, "application { id }");
        var meeting = await Meetings.InSessionAsync(application);
        await Meetings.SettleAsync(meeting, "REFERRED_BACK", 1, ("missing", "Samtalen med eleverna"));
        var minutes = await CloseAsync(meeting);
        await Fond.As("helsingborg-ledamot-1").DoAsync("approveMinutes", new { minutesId = minutes }, Course);
        await Cases.Chair.DoAsync("approveMinutes", new { minutesId = minutes }, Course);
        await Cases.Secretary.DoAsync("announceMinutes", new { minutesId = minutes, keptAt = "Kommunkansliet" }, Course);
        var path = Of(await MinutesAsync(minutes), "path");
        var (open, whole) = (Encoding.UTF8.GetString((await GetAsync(null, path)).Bytes), Encoding.UTF8.GetString((await GetAsync("helsingborg-ledamot-1", path)).Bytes));
        Assert.Contains("Styrgruppen återremitterar ärendet.", open, StringComparison.Ordinal);
        Assert.DoesNotContain("Samtalen med eleverna", open, StringComparison.Ordinal);
        Assert.Contains("Samtalen med eleverna", whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_late_is_reminded_and_then_the_office_is_told()
    {
        var minutes = await CloseAsync(await Meetings.InSessionAsync("Föregående protokoll"), open: true);
        Assert.Contains("Protokoll att justera", await NewestAsync("helsingborg-ledamot-1"), StringComparison.Ordinal);
        Fond.Clock.Advance(TimeSpan.FromDays(12));
        await Fond.SweepAsync();
        Assert.Contains("Påminnelse", await NewestAsync("helsingborg-ledamot-1"), StringComparison.Ordinal);
        Fond.Clock.Advance(TimeSpan.FromDays(3));
        await Fond.SweepAsync();
        Assert.Contains("Försenat: justering", await NewestAsync("helsingborg-sekreterare"), StringComparison.Ordinal);
        Assert.True((await MinutesAsync(minutes))["isOverdue"]!.GetValue<bool>());
        await Fond.As("helsingborg-ledamot-1").DoAsync("approveMinutes", new { minutesId = minutes }, Course);
        await Cases.Chair.DoAsync("approveMinutes", new { minutesId = minutes }, Course); // late, and no less valid
        Fond.Clock.Advance(TimeSpan.FromDays(7)); // Easter is between
        await Fond.SweepAsync();
        Assert.Contains("Försenat: anslag", await NewestAsync("helsingborg-sekreterare"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minutes_are_their_own_bodys()
    {
        var (minutes, _) = await ApprovedAsync();
        const string announce = "mutation($input: AnnounceMinutesInput!) { announceMinutes(input: $input) { errors { code } } }";
        foreach (var person in new[] { "helsingborg-ledamot-1", "helsingborg-handlaggare", "revisor" })
            await Fond.As(person).ForbiddenAsync("FORBIDDEN", announce, new { input = new { minutesId = minutes, keptAt = "Kansliet" } });
        await Fond.As("haninge-sekreterare").RefusedAsync("NOT_FOUND", "announceMinutes", new { minutesId = minutes, keptAt = "Kansliet" }, "minutesId");
        await Fond.As("haninge-sekreterare").RefusedAsync("NOT_FOUND", "approveMinutes", new { minutesId = minutes }, "minutesId");
        var path = Of(await MinutesAsync(minutes), "path");
        foreach (var person in new[] { null, "haninge-sekreterare", "helsingborg-projektledare" }) Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(person, path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(null, "/minutes/abc")).Status);
        await Cases.Secretary.RefusedAsync("MINUTES_PLACE_MISSING", "announceMinutes", new { minutesId = minutes, keptAt = " " }, "keptAt");
    }

    private async Task<(string Minutes, string Application)> ApprovedAsync(bool secret = false)
    {
        var application = await Cases.AwaitingDecisionAsync();
        if (secret) await Cases.Officer.DoAsync("markApplication", new { applicationId = application, ground = "OSL 26 kap. 1 §" }, "application { id }");
        var meeting = await Meetings.InSessionAsync(application);
        await Meetings.SettleAsync(meeting, "APPROVED", 1, ("votes", new { @for = 2, against = 1, abstained = 1, castingVote = false }),
            ("dissents", new[] { new { personId = (await Cases.MembersAsync("decidingBody"))[4], text = "Underlaget är för tunt." } }));
        var minutes = await CloseAsync(meeting);
        await Fond.As("helsingborg-ledamot-1").DoAsync("approveMinutes", new { minutesId = minutes }, Course);
        await Cases.Chair.DoAsync("approveMinutes", new { minutesId = minutes }, Course);
        return (minutes, application);
    }

    /// <summary>Approved by the chair and the first member.</summary>
    private async Task<string> CloseAsync(string meeting, bool open = false)
    {
        if (open) await Meetings.SettleAsync(meeting, "NOTED");
        var approver = (await Cases.MembersAsync("decidingBody"))[2];
        await Cases.Secretary.RefusedAsync("MINUTES_APPROVER_MISSING", "closeMeeting", new { meetingId = meeting, approverIds = Array.Empty<string>() }, "approverIds");
        return (await Cases.Secretary.DoAsync("closeMeeting", new { meetingId = meeting, approverIds = new[] { approver } }, "meeting { minutes { id } }"))["meeting"]!["minutes"]![0]!["id"]!.GetValue<string>();
    }

    /// <summary>The call's rules, with the setting.</summary>
    private Task NotFinalAsync(string project) => Cases.Officer.RefusedAsync("DECISION_NOT_FINAL", "signAgreement", new { projectId = project, signedOn = Fond.Today.ToString("yyyy-MM-dd", null) });

    private async Task<JsonNode> MinutesAsync(string id) => (await Cases.Secretary.ReadAsync("query($id: ID!) { node(id: $id) { ... on Minutes { state path pdfPath sha256 isOverdue } } }", new { id }))["node"]!;

    private static string Of(JsonNode node, string field) => node[field]!.GetValue<string>();

    private async Task<(HttpStatusCode Status, string? Type, byte[] Bytes)> GetAsync(string? person, string path)
    {
        var client = Fond.As(person);
        using var response = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, path));
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync());
    }

    private async Task<string> NewestAsync(string person) =>
        (await new Client(Fond, person) { Language = "sv" }.ReadAsync("{ notifications { nodes { subject } } }"))["notifications"]!["nodes"]![0]!["subject"]!.GetValue<string>();
}
