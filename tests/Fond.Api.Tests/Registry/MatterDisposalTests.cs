using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Consultations;
using Fond.Api.Tests.Support;
using Fond.Features.Applications;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Registry;

/// <summary>A matter is closed, and its files go when their time has come, as those of cases do.</summary>
public sealed class MatterDisposalTests : FondTest
{
    private const string Entry = "query($id: ID!) { node(id: $id) { ... on MatterDocument { subject disposedAt files { fileName } } } }";

    private Matters Matters => new(Fond);

    private Stages Lund => Matters.Lund;

    [Fact]
    public async Task A_file_of_a_matter_goes_by_a_rule_and_two_persons_and_its_entry_stays()
    {
        var (matter, _) = await Matters.OpenAsync("Budget");
        var (fund, note) = (await Matters.FundAsync(), await Matters.RegisterAsync(matter, "NOTE", "Samtal"));
        var path = await Matters.UploadAsync(note);
        await Lund.Officer.RefusedAsync("DISPOSAL_NO_RULE", "proposeDisposal", Proposed(), "documentIds.0");
        await Matters.KeepAsync(fund, "NOTE", 2);
        Fond.Clock.Advance(TimeSpan.FromDays(3 * 366));
        await Lund.Officer.RefusedAsync("DISPOSAL_TOO_EARLY", "proposeDisposal", Proposed(), "documentIds.0");
        await Matters.CloseAsync(matter);
        await Lund.Officer.RefusedAsync("DISPOSAL_TOO_EARLY", "proposeDisposal", Proposed(), "documentIds.0"); // counted from when it was closed
        Fond.Clock.Advance(TimeSpan.FromDays(2 * 366));

        var disposal = await ProposeAsync(fund, note);
        await Lund.Officer.RefusedAsync("DISPOSAL_SAME_PERSON", "approveDisposal", new { disposalId = disposal });
        Assert.Equal((HttpStatusCode.OK, null), await FetchAsync(path));
        var approved = (await Lund.Registrar.DoAsync("approveDisposal", new { disposalId = disposal }, "disposal { state settledBy { name } documents { id } matterDocuments { id } }"))["disposal"]!;
        Assert.Equal(("APPROVED", note), (approved["state"]!.GetValue<string>(), Assert.Single(approved["matterDocuments"]!.AsArray())!["id"]!.GetValue<string>()));
        Assert.Equal((HttpStatusCode.Gone, "FILE_DISPOSED"), await FetchAsync(path));
        foreach (var reader in new[] { Lund.Officer, Lund.Registrar, Fond.As("revisor") })
        {
            var entry = (await reader.ReadAsync(Entry, new { id = note }))["node"]!;
            Assert.Equal(("Samtal", "a.pdf"), (entry["subject"]!.GetValue<string>(), entry["files"]![0]!["fileName"]!.GetValue<string>()));
            Assert.NotNull(entry["disposedAt"]);
        }

        await Lund.Officer.RefusedAsync("DISPOSAL_ALREADY_DONE", "proposeDisposal", Proposed(), "documentIds.0");
        var trail = (await Fond.As("revisor").ReadAsync("{ audit(action: \"ApproveDisposal\") { nodes { objectType after } } }"))["audit"]!["nodes"]!.AsArray();
        Assert.Contains(trail, e => e!["objectType"]!.GetValue<string>() == "Disposal");

        object Proposed() => new { fundId = fund, documentIds = new[] { note } };
    }

    [Fact]
    public async Task What_somebody_has_asked_for_stays_until_they_have_an_answer_and_what_has_gone_takes_no_file()
    {
        var (matter, _) = await Matters.OpenAsync("Budget");
        var (fund, note) = (await Matters.FundAsync(), await Matters.RegisterAsync(matter, "NOTE", "Samtal"));
        await Matters.KeepAsync(fund, "NOTE", 1);
        await Matters.CloseAsync(matter);
        Fond.Clock.Advance(TimeSpan.FromDays(2 * 366));
        var disposal = await ProposeAsync(fund, note);
        var asked = (await Lund.Officer.DoAsync("requestMatterRelease", new { matterDocumentId = note, receivedOn = "2028-03-01" }, "releaseRequest { id }"))["releaseRequest"]!["id"]!.GetValue<string>();
        await Lund.Registrar.RefusedAsync("DISPOSAL_ASKED_FOR", "approveDisposal", new { disposalId = disposal }, "documentIds.0");
        await Lund.Officer.DoAsync("decideMatterRelease", new { matterReleaseRequestId = asked, outcome = "IN_FULL" }, "releaseRequest { id }");
        await Lund.Registrar.DoAsync("approveDisposal", new { disposalId = disposal }, "disposal { id }");
        using var upload = await Lund.Officer.RequestAsync(HttpMethod.Post, $"/matter-documents/{note}/files?fileName=a.pdf");
        upload.Content = new ByteArrayContent("%PDF-1.7 sen"u8.ToArray());
        using var response = await Lund.Officer.SendAsync(upload);
        Assert.Contains("DISPOSAL_ALREADY_DONE", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(await HasAsync("%PDF-1.7 sen"));
    }

    [Fact]
    public async Task A_document_that_is_named_in_two_ways_is_disposed_of_once()
    {
        var (matter, _) = await Matters.OpenAsync("Budget");
        var (fund, note) = (await Matters.FundAsync(), await Matters.RegisterAsync(matter, "NOTE", "Samtal"));
        await Matters.KeepAsync(fund, "NOTE", 1);
        await Matters.CloseAsync(matter);
        Fond.Clock.Advance(TimeSpan.FromDays(2 * 366));
        var named = Encoding.UTF8.GetString(Convert.FromBase64String(note.PadRight((note.Length + 3) / 4 * 4, '='))).Split(':');
        var again = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{named[0]}:0{named[1]}"));
        var disposal = (await Lund.Officer.DoAsync("proposeDisposal", new { fundId = fund, documentIds = new[] { note, again } }, "disposal { id matterDocuments { id } }"))["disposal"]!;
        Assert.Equal(note, Assert.Single(disposal["matterDocuments"]!.AsArray())!["id"]!.GetValue<string>());
        await Lund.Registrar.DoAsync("approveDisposal", new { disposalId = disposal["id"]!.GetValue<string>() }, "disposal { id }");
        Assert.NotNull((await Lund.Officer.ReadAsync(Entry, new { id = note }))["node"]!["disposedAt"]);
    }

    [Fact]
    public async Task Bytes_that_another_document_has_too_stay_for_that_one()
    {
        var ((kept, _), (closed, _)) = (await Matters.OpenAsync("Budget"), await Matters.OpenAsync("Instruktion"));
        var (own, other) = (await Matters.RegisterAsync(kept, "NOTE", "Samtal"), await Matters.RegisterAsync(closed, "NOTE", "Samtal"));
        var (stays, goes) = (await Matters.UploadAsync(own), await Matters.UploadAsync(other));
        var fund = await Matters.FundAsync();
        await Matters.KeepAsync(fund, "NOTE", 1);
        await Matters.CloseAsync(closed);
        Fond.Clock.Advance(TimeSpan.FromDays(2 * 366));
        await Lund.Registrar.DoAsync("approveDisposal", new { disposalId = await ProposeAsync(fund, other) }, "disposal { id }");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Gone), ((await FetchAsync(stays)).Status, (await FetchAsync(goes)).Status));
        Assert.True(await HasAsync("%PDF-1.7"));
        await Matters.CloseAsync(kept);
        Fond.Clock.Advance(TimeSpan.FromDays(2 * 366));
        await Lund.Registrar.DoAsync("approveDisposal", new { disposalId = await ProposeAsync(fund, own) }, "disposal { id }");
        Assert.False(await HasAsync("%PDF-1.7"));
    }

    [Fact]
    public async Task A_file_of_a_statement_in_a_matter_goes_and_is_read_nowhere_any_more()
    {
        var (matter, number) = await Matters.OpenAsync("Remiss");
        var (consultation, bodies) = await new Referrals(Fond).SentAsync(d => d["caseNumber"] = number);
        var body = Fond.As("lund-remiss-2");
        using var upload = await body.RequestAsync(HttpMethod.Post, $"/consultations/{consultation}/files?bodyId={bodies[1]}&fileName=bilaga.pdf");
        upload.Content = new ByteArrayContent("%PDF-1.7 bilaga"u8.ToArray());
        using var sent = await body.SendAsync(upload);
        var path = $"/statement-files/{JsonNode.Parse(await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["id"]!.GetValue<string>()}";
        await body.DoAsync("answerConsultation", Referrals.Answer(consultation, bodies[1]), "consultation { id }");
        await Lund.Officer.RefusedAsync("MATTER_CONSULTATION_OUT", "closeMatter", new { matterId = matter });
        await Lund.Officer.DoAsync("withdrawConsultation", new { consultationId = consultation, reason = "Inställd" }, "consultation { id }");
        await Matters.CloseAsync(matter);

        var fund = await Matters.FundAsync();
        foreach (var kind in new[] { "STATEMENT", "STATEMENT_FILE" }) await Matters.KeepAsync(fund, kind, 1);
        Fond.Clock.Advance(TimeSpan.FromDays(2 * 366));
        var entries = (await Lund.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Matter { documents { id kind } } } }", new { id = matter }))["node"]!["documents"]!.AsArray().ToLookup(d => d!["kind"]!.GetValue<string>(), d => d!["id"]!.GetValue<string>());
        await Lund.Officer.RefusedAsync("DISPOSAL_OF_FIELDS", "proposeDisposal", new { fundId = fund, documentIds = entries["STATEMENT"] }, "documentIds.0");
        Assert.Equal(HttpStatusCode.OK, (await FetchAsync(path)).Status);
        await Lund.Registrar.DoAsync("approveDisposal", new { disposalId = await ProposeAsync(fund, entries["STATEMENT_FILE"].Single()) }, "disposal { id }");
        Assert.Equal((HttpStatusCode.Gone, "FILE_DISPOSED"), await FetchAsync(path));
        Assert.False(await HasAsync("%PDF-1.7 bilaga"));
    }

    [Fact]
    public async Task A_matter_is_closed_by_those_who_keep_it_and_no_consultation_is_sent_in_it_any_more()
    {
        var (matter, number) = await Matters.OpenAsync("Budget");
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "closeMatter", new { matterId = matter }, "matterId");
        await Fond.As("revisor").ForbiddenAsync("FORBIDDEN", "mutation($input: CloseMatterInput!) { closeMatter(input: $input) { errors { code } } }", new { input = new { matterId = matter } });
        Assert.Null(await PublicDayAsync(number));
        await Matters.CloseAsync(matter);
        Assert.Equal("2026-03-10", await PublicDayAsync(number));
        Assert.Contains("2026-03-10", await Fond.Http.GetStringAsync("/register/matters?text=" + Uri.EscapeDataString(number), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await Lund.Officer.RefusedAsync("MATTER_CLOSED", "closeMatter", new { matterId = matter });
        var referrals = new Referrals(Fond);
        var late = await referrals.DraftAsync([(await referrals.BodiesAsync())[1]], d => d["caseNumber"] = number);
        await Lund.Officer.RefusedAsync("MATTER_CLOSED", "sendConsultation", new { consultationId = late });
        await Matters.RegisterAsync(matter, "LETTER", "Kom in sent");
    }

    [Theory]
    [InlineData("UPDATE \"DisposedMatterDocuments\" SET \"RuleId\" = 99")]
    [InlineData("DELETE FROM \"DisposedMatterDocuments\"")]
    public async Task What_was_disposed_of_stays_on_record_in_the_database_too(string sql)
    {
        var (matter, _) = await Matters.OpenAsync("Budget");
        var (fund, note) = (await Matters.FundAsync(), await Matters.RegisterAsync(matter, "NOTE", "Samtal"));
        await Matters.KeepAsync(fund, "NOTE", 1);
        await Matters.CloseAsync(matter);
        Fond.Clock.Advance(TimeSpan.FromDays(2 * 366));
        await ProposeAsync(fund, note);
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => Fond.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
        Assert.Contains("append only", fault.GetBaseException().Message, StringComparison.Ordinal);
    }

    private async Task<string> ProposeAsync(string fund, string document) =>
        (await Lund.Officer.DoAsync("proposeDisposal", new { fundId = fund, documentIds = new[] { document } }, "disposal { id }"))["disposal"]!["id"]!.GetValue<string>();

    private async Task<string?> PublicDayAsync(string number) =>
        (await Fond.As(null).ReadAsync("query($t: String) { publicMatters(municipality: \"Lund\", text: $t) { nodes { closedOn } } }", new { t = number }))["publicMatters"]!["nodes"]![0]!["closedOn"]?.GetValue<string>();

    /// <summary>Whether the database has the bytes of a file.</summary>
    private Task<bool> HasAsync(string content)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        return Fond.InDatabaseAsync(db => db.Set<AttachmentContent>().AnyAsync(c => c.Sha256 == sha256));
    }

    private async Task<(HttpStatusCode Status, string? Code)> FetchAsync(string path)
    {
        using var response = await Lund.Officer.SendAsync(await Lund.Officer.RequestAsync(HttpMethod.Get, path));
        return (response.StatusCode, response.IsSuccessStatusCode ? null : (await response.Content.ReadFromJsonAsync<JsonNode>())!["errors"]![0]!["code"]!.GetValue<string>());
    }
}
