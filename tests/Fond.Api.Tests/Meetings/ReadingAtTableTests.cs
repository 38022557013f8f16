using System.Net;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Meetings;

/// <summary>Whoever sits in a body reads what it is to decide, by the seat alone.</summary>
public sealed class ReadingAtTableTests : FondTest
{
    private const string Member = "helsingborg-kommunstyrelse-3";

    private MeetingStages Meetings => new(Fond);

    private Stages Cases => Meetings.Cases;

    [Fact]
    public async Task A_member_of_the_board_reads_the_case_its_memo_and_what_is_laid_before_the_meeting()
    {
        var (application, meeting, letter, file, memo) = await DraftAsync();
        Assert.Null(await SeenAsync(Member, application));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Member, memo));
        await Cases.Registrar.DoAsync("callMeeting", new { meetingId = meeting }, "meeting { id }");

        var item = (await Fond.As(Member).ReadAsync("query($m: ID!) { node(id: $m) { ... on Meeting { items { application { title content { need } attachments { fileName } } memo { path text { matter } } laidBefore { id subject files { path } } } } } }", new { m = meeting }))["node"]!["items"]![0]!;
        Assert.NotEmpty(item["application"]!["content"]!["need"]!.GetValue<string>());
        Assert.Equal((memo, letter), (item["memo"]!["path"]!.GetValue<string>(), item["laidBefore"]!.AsArray().Single()!["id"]!.GetValue<string>()));
        foreach (var path in new[] { memo, file }) Assert.Equal(HttpStatusCode.OK, await StatusAsync(Member, path));
        var known = (await Fond.As(Member).ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a) { nodes { kind } } assessments { nodes { id } } applications { nodes { id } } }", new { a = application }))!;
        Assert.DoesNotContain(known["caseDocuments"]!["nodes"]!.AsArray(), d => d!["kind"]!.GetValue<string>() == "NOTE"); // not laid before it
        Assert.Equal((0, application), (known["assessments"]!["nodes"]!.AsArray().Count, known["applications"]!["nodes"]!.AsArray().Single()!["id"]!.GetValue<string>()));
        await AssertUnseenAsync("haninge-kommunstyrelse-1", application, memo, file);
        await AssertUnseenAsync("helsingborg-rad-1", application, memo, file);
    }

    [Fact]
    public async Task A_substitute_reads_it_too_and_nobody_once_they_have_a_conflict_or_the_meeting_is_called_off()
    {
        var (application, meeting, _, file, memo) = await DraftAsync();
        await Fond.As("administrator").DoAsync("addMember", new { bodyId = await Meetings.BodyAsync("boardBody"), personId = await PersonAsync("helsingborg-rad-1"), function = "Ersättare", role = "SUBSTITUTE", represents = "S", from = "2020-01-01" }, "body { id }");
        await Cases.Registrar.DoAsync("callMeeting", new { meetingId = meeting }, "meeting { id }");
        Assert.Equal(application, await SeenAsync("helsingborg-rad-1", application));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("helsingborg-rad-1", memo));
        await Fond.As(Member).DoAsync("declareRecusal", new { applicationId = application, ground = "OWN_MATTER", reason = "Syskon leder projektet" }, "recusal { id }");
        await AssertUnseenAsync(Member, application, memo, file);
        await Cases.Registrar.DoAsync("cancelMeeting", new { meetingId = meeting }, "meeting { id }");
        await AssertUnseenAsync("helsingborg-rad-1", application, memo, file);
    }

    [Fact]
    public async Task A_council_s_own_secretary_puts_a_case_of_the_municipality_on_its_agenda_and_its_members_read_it()
    {
        var (application, elsewhere) = (await Cases.AwaitingDecisionAsync(), await new Stages(Fond, "haninge").AcceptedAsync());
        var council = await new CouncilStages(Fond).IdAsync();
        await Fond.As("administrator").DoAsync("addMember", new { bodyId = council, personId = await PersonAsync(Member), function = "Rådets sekreterare", role = "SECRETARY", from = "2020-01-01" }, "body { id }");
        var secretary = Fond.As(Member);
        var meeting = (await secretary.DoAsync("saveMeeting", new { bodyId = council, startsAt = Fond.Clock.GetUtcNow().AddHours(1), place = "Biblioteket", isPublic = true }, "meeting { id }"))["meeting"]!["id"]!.GetValue<string>();
        await secretary.RefusedAsync("NOT_FOUND", "addAgendaItem", new { meetingId = meeting, applicationId = elsewhere }, "applicationId");
        await secretary.DoAsync("addAgendaItem", new { meetingId = meeting, applicationId = application }, "meeting { id }");
        Assert.Null(await SeenAsync("helsingborg-rad-1", application));
        await secretary.DoAsync("callMeeting", new { meetingId = meeting }, "meeting { id }");
        Assert.Equal(application, await SeenAsync("helsingborg-rad-1", application));
        await secretary.DoAsync("openMeeting", new { meetingId = meeting }, "meeting { id }");
        var item = (await secretary.ReadAsync("query($m: ID!) { node(id: $m) { ... on Meeting { items { id } } } }", new { m = meeting }))["node"]!["items"]![0]!["id"]!.GetValue<string>();
        await secretary.DoAsync("recuseFromItem", new { meetingId = meeting, itemId = item, personId = await PersonAsync("helsingborg-rad-1"), ground = "Syskon leder projektet" }, "meeting { id }");
        Assert.Null(await SeenAsync("helsingborg-rad-1", application));
        Assert.Empty((await Cases.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { recusals { person { id } } } } }", new { a = application }))["node"]!["recusals"]!.AsArray()); // who advises shuts nobody out of the case
    }

    [Fact]
    public async Task A_marked_case_that_a_member_reads_is_on_record_as_read()
    {
        var (application, meeting, _, _, _) = await DraftAsync();
        await Cases.Officer.DoAsync("markApplication", new { applicationId = application, ground = "OSL 26 kap. 1 §" }, "application { id }");
        await Cases.Registrar.DoAsync("callMeeting", new { meetingId = meeting }, "meeting { id }");
        Assert.Equal(application, await SeenAsync(Member, application));
        var readings = (await Fond.As("revisor").ReadAsync("{ audit(action: \"read\") { nodes { who objectType } } }"))["audit"]!["nodes"]!.AsArray();
        Assert.Contains(readings, r => (r!["who"]!.GetValue<string>(), r["objectType"]!.GetValue<string>()) == ("Ledamot i kommunstyrelsen, Helsingborg", "Application"));
    }

    /// <summary>A meeting of the board, not called yet, with a case, a letter that has a file, and a finished memo; a note of the case is not laid before it.</summary>
    private async Task<(string Application, string Meeting, string Letter, string File, string Memo)> DraftAsync()
    {
        var application = await Cases.AwaitingDecisionAsync();
        await Cases.Secretary.DoAsync("referToBoard", await Cases.DecisionAsync(application, "GRANTED", await Cases.AskedAsync(application)), "decision { id }");
        var (letter, _) = (await RegisteredAsync(application, "LETTER"), await RegisteredAsync(application, "NOTE"));
        var file = await UploadedAsync(letter);
        var begun = (await Cases.Officer.DoAsync("saveDecisionMemo", new { applicationId = application }, "memo { id path }"))["memo"]!;
        await Cases.Officer.DoAsync("finishDecisionMemo", new { memoId = begun["id"]!.GetValue<string>() }, "memo { id }");
        var meeting = await Meetings.DraftAsync(Cases.Registrar, "boardBody");
        await Cases.Registrar.DoAsync("addAgendaItem", new { meetingId = meeting, applicationId = application, documentIds = new[] { letter } }, "meeting { id }");
        return (application, meeting, letter, file, begun["path"]!.GetValue<string>());
    }

    private async Task<string> RegisteredAsync(string application, string kind) => (await Cases.Officer.DoAsync("registerDocument",
        new { applicationId = application, kind, direction = kind == "NOTE" ? "DRAWN_UP" : "INCOMING", on = Fond.Today.ToString("yyyy-MM-dd", null), correspondent = kind == "NOTE" ? null : "Skolverket", subject = "Fråga" }, "document { id }"))["document"]!["id"]!.GetValue<string>();

    private async Task<string> UploadedAsync(string document)
    {
        var request = await Cases.Officer.RequestAsync(HttpMethod.Post, $"/documents/{document}/files?fileName=fraga.pdf");
        request.Content = new ByteArrayContent("%PDF-1.7"u8.ToArray());
        using var response = await Cases.Officer.SendAsync(request);
        return "/documents/files/" + JsonNode.Parse(await response.Content.ReadAsStringAsync())!["id"]!.GetValue<string>();
    }

    private async Task AssertUnseenAsync(string person, string application, params string[] paths)
    {
        Assert.Null(await SeenAsync(person, application));
        foreach (var path in paths) Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(person, path));
    }

    private async Task<string?> SeenAsync(string person, string application) =>
        (await Fond.As(person).ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { id title } } }", new { a = application }))["node"]?["id"]!.GetValue<string>();

    private async Task<HttpStatusCode> StatusAsync(string person, string path)
    {
        var client = Fond.As(person);
        using var response = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, path));
        return response.StatusCode;
    }

    private async Task<string> PersonAsync(string subject) => (await Fond.As(subject).ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();
}
