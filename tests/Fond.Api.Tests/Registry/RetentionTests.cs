using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Fond.Domain.Registry;
using Fond.Features.Platform.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Registry;

/// <summary>Files go when their time has come, by a rule and two persons; what the registry says stays.</summary>
public sealed class RetentionTests : FondTest
{
    private const string Of = "query($a: ID!) { caseDocuments(applicationId: $a, kind: LETTER) { nodes { id number subject disposedAt files { path fileName } } } }";

    private Stages Stages => new(Fond);

    [Fact]
    public async Task A_file_goes_by_a_rule_and_two_persons_and_its_entry_stays()
    {
        var (application, letter) = await LetterAsync();
        var fund = await FundAsync();
        await Stages.Officer.RefusedAsync("DISPOSAL_NO_RULE", "proposeDisposal", new { fundId = fund, documentIds = new[] { letter } }, "documentIds.0");
        await Stages.Registrar.DoAsync("setRetentionRule", new { fundId = fund, kind = "LETTER", years = 2, decision = "KS 2020/15 § 4" }, "retentionRule { id }");
        await Stages.Officer.RefusedAsync("DISPOSAL_TOO_EARLY", "proposeDisposal", new { fundId = fund, documentIds = new[] { letter } }, "documentIds.0");
        await Stages.Lead.DoAsync("withdrawApplication", new { applicationId = application }, "application { id }");
        await Stages.Officer.RefusedAsync("DISPOSAL_TOO_EARLY", "proposeDisposal", new { fundId = fund, documentIds = new[] { letter } }, "documentIds.0");
        Fond.Clock.Advance(TimeSpan.FromDays(2 * 366));

        var disposal = (await Stages.Officer.DoAsync("proposeDisposal", new { fundId = fund, documentIds = new[] { letter } }, "disposal { id state }"))["disposal"]!["id"]!.GetValue<string>();
        await Stages.Officer.RefusedAsync("DISPOSAL_SAME_PERSON", "approveDisposal", new { disposalId = disposal });
        Assert.Equal(HttpStatusCode.OK, (await FetchAsync(application)).Status);
        await Stages.Registrar.DoAsync("setRetentionRule", new { fundId = fund, kind = "LETTER", years = 10, decision = "KS 2028/1 § 1" }, "retentionRule { id }");
        await Stages.Registrar.RefusedAsync("DISPOSAL_TOO_EARLY", "approveDisposal", new { disposalId = disposal }, "documentIds.0");
        await Stages.Registrar.DoAsync("setRetentionRule", new { fundId = fund, kind = "LETTER", years = 2, decision = "KS 2028/2 § 1" }, "retentionRule { id }");
        await Stages.Registrar.RefusedAsync("DISPOSAL_RULE_CHANGED", "approveDisposal", new { disposalId = disposal }, "documentIds.0"); // the log would cite a rule that does not hold
        await Stages.Registrar.DoAsync("rejectDisposal", new { disposalId = disposal }, "disposal { id }");
        disposal = (await Stages.Officer.DoAsync("proposeDisposal", new { fundId = fund, documentIds = new[] { letter } }, "disposal { id }"))["disposal"]!["id"]!.GetValue<string>();
        await Stages.Registrar.DoAsync("approveDisposal", new { disposalId = disposal }, "disposal { state settledBy { name } documents { number } }");
        Assert.Equal((HttpStatusCode.Gone, "FILE_DISPOSED"), await FetchAsync(application));
        var entry = (await Stages.Officer.ReadAsync(Of, new { a = application }))["caseDocuments"]!["nodes"]![0]!;
        Assert.Equal(("Fråga", "a.pdf"), (entry["subject"]!.GetValue<string>(), entry["files"]![0]!["fileName"]!.GetValue<string>()));
        Assert.NotNull(entry["disposedAt"]);
        await Stages.Officer.RefusedAsync("DISPOSAL_ALREADY_DONE", "proposeDisposal", new { fundId = fund, documentIds = new[] { letter } }, "documentIds.0");
        var trail = (await Fond.As("revisor").ReadAsync("{ audit(action: \"ApproveDisposal\") { nodes { who objectType } } }"))["audit"]!["nodes"]!.AsArray();
        Assert.Contains(trail, e => e!["objectType"]!.GetValue<string>() == "Disposal");
    }

    [Fact]
    public async Task Whoever_is_shut_out_of_a_case_settles_no_disposal_of_its_documents()
    {
        var (application, letter) = await LetterAsync();
        var fund = await FundAsync();
        await Stages.Registrar.DoAsync("setRetentionRule", new { fundId = fund, kind = "LETTER", years = 1, decision = "KS 2020/15 § 4" }, "retentionRule { id }");
        await Stages.Registrar.DoAsync("declareRecusal", new { applicationId = application, ground = "OWN_MATTER", reason = "Syskon" }, "recusal { id }");
        await Stages.Lead.DoAsync("withdrawApplication", new { applicationId = application }, "application { id }");
        Fond.Clock.Advance(TimeSpan.FromDays(400));
        await Stages.Registrar.RefusedAsync("NOT_FOUND", "proposeDisposal", new { fundId = fund, documentIds = new[] { letter } }, "documentIds.0");
        var disposal = (await Stages.Officer.DoAsync("proposeDisposal", new { fundId = fund, documentIds = new[] { letter } }, "disposal { id }"))["disposal"]!["id"]!.GetValue<string>();
        await Stages.Registrar.ForbiddenAsync("FORBIDDEN", "mutation($input: ApproveDisposalInput!) { approveDisposal(input: $input) { errors { code } } }", new { input = new { disposalId = disposal } });
        await Stages.Registrar.ForbiddenAsync("FORBIDDEN", "mutation($input: RejectDisposalInput!) { rejectDisposal(input: $input) { errors { code } } }", new { input = new { disposalId = disposal } });
        await Fond.As("administrator").DoAsync("grantRole", new { personId = (await Stages.Lead.ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>(), role = "CASE_OFFICER" }, "person { id }");
        await Stages.Lead.RefusedAsync("CASE_OWN", "approveDisposal", new { disposalId = disposal });
    }

    [Fact]
    public async Task Bytes_that_another_file_has_too_stay_for_that_file_and_come_back_for_no_other()
    {
        var (kept, _) = await LetterAsync();
        var (application, letter) = await LetterAsync();
        var fund = await FundAsync();
        await Stages.Registrar.DoAsync("setRetentionRule", new { fundId = fund, kind = "LETTER", years = 1, decision = "KS 2020/15 § 4" }, "retentionRule { id }");
        await Stages.Lead.DoAsync("withdrawApplication", new { applicationId = application }, "application { id }");
        Fond.Clock.Advance(TimeSpan.FromDays(400));
        var disposal = (await Stages.Officer.DoAsync("proposeDisposal", new { fundId = fund, documentIds = new[] { letter } }, "disposal { id }"))["disposal"]!["id"]!.GetValue<string>();
        await Stages.Registrar.DoAsync("approveDisposal", new { disposalId = disposal }, "disposal { id }");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Gone), ((await FetchAsync(kept)).Status, (await FetchAsync(application)).Status));
    }

    [Fact]
    public async Task An_entry_of_what_lies_in_fields_has_lost_nothing_also_where_a_disposal_of_before_names_it()
    {
        var (application, letter) = await LetterAsync();
        await Stages.Registrar.DoAsync("setRetentionRule", new { fundId = await FundAsync(), kind = "LETTER", years = 1, decision = "KS 2020/15 § 4" }, "retentionRule { id }");
        await Stages.Lead.DoAsync("withdrawApplication", new { applicationId = application }, "application { id }");
        await Fond.InDatabaseAsync(async db =>
        {
            var file = await db.Set<CaseDocument>().SingleAsync(d => d.Id == GlobalId.KeyOf<CaseDocument>(letter));
            var form = await db.Set<CaseDocument>().SingleAsync(d => d.ApplicationId == file.ApplicationId && d.Kind == DocumentKind.Application);
            var rule = await db.Set<RetentionRule>().SingleAsync();
            var (candidate, by) = (new DisposalCandidate(file, true, new(2000, 1, 1), rule, false), file.RegisteredById!.Value);
            var disposal = new Disposal(rule.FundId, [candidate], by, Fond.Clock.GetUtcNow(), Fond.Today);
            disposal.Approve([candidate], rule.SetById, Fond.Clock.GetUtcNow(), Fond.Today);
            typeof(DisposedEntry).GetProperty(nameof(DisposedEntry.DocumentId))!.SetValue(disposal.Documents[0], form.Id); // which is refused by now
            db.Add(disposal);
            return await db.SaveChangesAsync();
        });
        var entry = (await Stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: APPLICATION) { nodes { disposedAt } } }", new { a = application }))["caseDocuments"]!["nodes"]![0]!;
        Assert.Null(entry["disposedAt"]);
        Assert.Contains("representations/rep1/data/0001/ansökan.json", (await ArchivePackage.FetchAsync(Stages.Officer, application)).Keys);
    }

    [Theory]
    [InlineData("UPDATE \"RetentionRules\" SET \"Years\" = 1")]
    [InlineData("DELETE FROM \"RetentionRules\"")]
    [InlineData("UPDATE \"DisposedDocuments\" SET \"RuleId\" = 99")]
    [InlineData("DELETE FROM \"DisposedDocuments\"")]
    [InlineData("UPDATE \"Disposals\" SET \"ProposedById\" = 99")]
    [InlineData("UPDATE \"Disposals\" SET \"State\" = 'Rejected'")]
    [InlineData("DELETE FROM \"Disposals\"")]
    public async Task What_was_disposed_of_stays_on_record_in_the_database_too(string sql)
    {
        var (application, letter) = await LetterAsync();
        var fund = await FundAsync();
        await Stages.Registrar.DoAsync("setRetentionRule", new { fundId = fund, kind = "LETTER", years = 1, decision = "KS 2020/15 § 4" }, "retentionRule { id }");
        await Stages.Lead.DoAsync("withdrawApplication", new { applicationId = application }, "application { id }");
        Fond.Clock.Advance(TimeSpan.FromDays(400));
        var disposal = (await Stages.Officer.DoAsync("proposeDisposal", new { fundId = fund, documentIds = new[] { letter } }, "disposal { id }"))["disposal"]!["id"]!.GetValue<string>();
        await Stages.Registrar.DoAsync("approveDisposal", new { disposalId = disposal }, "disposal { id }");
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => Fond.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
        Assert.Contains("append only", fault.GetBaseException().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_and_disposals_are_for_those_who_keep_the_funds_registry()
    {
        var (_, letter) = await LetterAsync();
        var fund = await FundAsync();
        await Stages.Registrar.RefusedAsync("RETENTION_KIND_KEPT", "setRetentionRule", new { fundId = fund, kind = "DECISION", years = 7, decision = "KS 2020/15 § 4" }, "kind");
        await Stages.Registrar.DoAsync("setRetentionRule", new { fundId = fund, kind = "DECISION", decision = "KS 2020/15 § 4" }, "retentionRule { years }");
        await Stages.Officer.ForbiddenAsync("FORBIDDEN", "mutation($input: SetRetentionRuleInput!) { setRetentionRule(input: $input) { errors { code } } }", new { input = new { fundId = fund, kind = "LETTER", decision = "x" } });
        await Fond.As("haninge-registrator").ForbiddenAsync("FORBIDDEN", "mutation($input: SetRetentionRuleInput!) { setRetentionRule(input: $input) { errors { code } } }", new { input = new { fundId = fund, kind = "LETTER", decision = "KS 1" } });
        await Fond.As("haninge-handlaggare").ForbiddenAsync("FORBIDDEN", "mutation($input: ProposeDisposalInput!) { proposeDisposal(input: $input) { errors { code } } }", new { input = new { fundId = fund, documentIds = new[] { letter } } });
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", "{ retentionRules { nodes { id } } }");
        Assert.Empty((await Fond.As("haninge-handlaggare").ReadAsync("{ retentionRules { nodes { id } } disposals { nodes { id } } }"))["retentionRules"]!["nodes"]!.AsArray());
        Assert.Single((await Fond.As("revisor").ReadAsync("{ retentionRules { nodes { decision years setBy { name } } } }"))["retentionRules"]!["nodes"]!.AsArray());
    }

    private async Task<(string Application, string Letter)> LetterAsync()
    {
        var application = await Cases.SubmittedAsync(Fond);
        var letter = (await Stages.Officer.DoAsync("registerDocument", new { applicationId = application, kind = "LETTER", direction = "INCOMING", on = "2026-03-09", correspondent = "Skolverket", subject = "Fråga" }, "document { id }"))["document"]!["id"]!.GetValue<string>();
        using var upload = await Stages.Officer.RequestAsync(HttpMethod.Post, $"/documents/{letter}/files?fileName=a.pdf");
        upload.Content = new ByteArrayContent("%PDF-1.7 brev"u8.ToArray());
        (await Stages.Officer.SendAsync(upload)).EnsureSuccessStatusCode();
        return (application, letter);
    }

    private async Task<string> FundAsync() => (await Stages.Officer.ReadAsync("{ funds(municipality: \"Helsingborg\") { nodes { id } } }"))["funds"]!["nodes"]![0]!["id"]!.GetValue<string>();

    private async Task<(HttpStatusCode Status, string? Code)> FetchAsync(string application)
    {
        var path = (await Stages.Officer.ReadAsync(Of, new { a = application }))["caseDocuments"]!["nodes"]![0]!["files"]![0]!["path"]!.GetValue<string>();
        using var response = await Stages.Officer.SendAsync(await Stages.Officer.RequestAsync(HttpMethod.Get, path));
        return (response.StatusCode, response.IsSuccessStatusCode ? null : (await response.Content.ReadFromJsonAsync<JsonNode>())!["errors"]![0]!["code"]!.GetValue<string>());
    }
}
