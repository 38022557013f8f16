using System.Net;
using System.Xml.Linq;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Registry;

/// <summary>Each request for a document is tested and recorded; what is withheld can be had in writing, with how to appeal.</summary>
public sealed class ReleaseTests : FondTest
{
    private const string Ground = "OSL 26 kap. 1 §";

    private Stages Stages => new(Fond);

    [Fact]
    public async Task A_refusal_is_given_in_writing_and_is_in_the_registry()
    {
        var (application, request) = await RequestAsync();
        await Stages.Officer.RefusedAsync("RELEASE_NOTHING_WITHHELD", "writeReleaseDecision", new { releaseRequestId = request });
        await Stages.Officer.RefusedAsync("RELEASE_GROUND_INVALID", "decideRelease", new { releaseRequestId = request, outcome = "REFUSED", ground = "hemligt", reasons = "Skäl" }, "ground");
        await Stages.Officer.DoAsync("decideRelease", new { releaseRequestId = request, outcome = "REFUSED", ground = Ground, reasons = "Röjer <namn> på enskild" }, "releaseRequest { outcome }");
        await Stages.Officer.RefusedAsync("RELEASE_ALREADY_DECIDED", "decideRelease", new { releaseRequestId = request, outcome = "IN_FULL" });
        Assert.Equal(HttpStatusCode.NotFound, (await FetchAsync(Stages.Officer, "/releases/" + request)).Status);
        var path = (await Stages.Officer.DoAsync("writeReleaseDecision", new { releaseRequestId = request }, "releaseRequest { path }"))["releaseRequest"]!["path"]!.GetValue<string>();

        var (status, page) = await FetchAsync(Stages.Officer, path);
        Assert.Equal(HttpStatusCode.OK, status);
        var text = XDocument.Parse(page.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Root!.Value;
        Assert.All(["Aktbilaga 1, ansökan den 2026-03-10", "avslås", Ground, "Röjer <namn> på enskild", "kammarrätten", "inom tre veckor från den dag då den som överklagar fick del av beslutet"], said => Assert.Contains(said, text, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await FetchAsync(Stages.Lead, path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await FetchAsync(Fond.As("haninge-handlaggare"), path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await FetchAsync(Fond.As(null), path)).Status);

        var registered = (await Stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: RELEASE_DECISION) { nodes { direction isPrivate target { id } } } }", new { a = application }))["caseDocuments"]!["nodes"]!.AsArray();
        Assert.Equal(("OUTGOING", true, request), (Assert.Single(registered)!["direction"]!.GetValue<string>(), registered[0]!["isPrivate"]!.GetValue<bool>(), registered[0]!["target"]!["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_is_handed_out_in_part_says_what_is_masked()
    {
        var (_, request) = await RequestAsync("En granne");
        await Stages.Officer.RefusedAsync("RELEASE_MASKED_INVALID", "decideRelease", new { releaseRequestId = request, outcome = "IN_PART", ground = Ground, reasons = "Skäl" }, "masked");
        await Stages.Officer.DoAsync("decideRelease", new { releaseRequestId = request, outcome = "IN_PART", ground = Ground, masked = "Elevernas namn", reasons = "Skäl" }, "releaseRequest { id }");
        var path = (await Stages.Officer.DoAsync("writeReleaseDecision", new { releaseRequestId = request }, "releaseRequest { path }"))["releaseRequest"]!["path"]!.GetValue<string>();
        Assert.Contains("med undantag för följande uppgifter: Elevernas namn", (await FetchAsync(Stages.Officer, path)).Page, StringComparison.Ordinal);
        await Stages.Officer.RefusedAsync("RELEASE_ALREADY_WRITTEN", "writeReleaseDecision", new { releaseRequestId = request });
    }

    [Fact]
    public async Task Requests_are_listed_for_those_who_keep_the_registry_and_nobody_else()
    {
        var (_, request) = await RequestAsync();
        Assert.Equal(1, await CountAsync(Stages.Officer, "open: true"));
        await Stages.Officer.DoAsync("decideRelease", new { releaseRequestId = request, outcome = "IN_FULL" }, "releaseRequest { id }");
        Assert.Equal((0, 1, 1), (await CountAsync(Stages.Officer, "open: true"), await CountAsync(Stages.Officer, "open: false"), await CountAsync(Fond.As("revisor"), "open: false")));
        Assert.Equal(0, await CountAsync(Fond.As("haninge-handlaggare"), "open: false"));
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", "{ releaseRequests { nodes { id } } }");
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", "mutation($input: DecideReleaseInput!) { decideRelease(input: $input) { errors { code } } }", new { input = new { releaseRequestId = request, outcome = "IN_FULL" } });
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "decideRelease", new { releaseRequestId = request, outcome = "IN_FULL" }, "releaseRequestId");
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "writeReleaseDecision", new { releaseRequestId = request }, "releaseRequestId");
    }

    private async Task<(string Application, string Request)> RequestAsync(string? requester = null)
    {
        var application = await Cases.SubmittedAsync(Fond);
        var document = (await Stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: APPLICATION) { nodes { id } } }", new { a = application }))["caseDocuments"]!["nodes"]![0]!["id"]!.GetValue<string>();
        await Stages.Officer.RefusedAsync("DOCUMENT_DAY_AHEAD", "requestRelease", new { documentId = document, receivedOn = "2026-03-11" }, "receivedOn");
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "requestRelease", new { documentId = document, receivedOn = "2026-03-10" }, "documentId");
        return (application, (await Stages.Officer.DoAsync("requestRelease", new { documentId = document, requester, receivedOn = "2026-03-10" }, "releaseRequest { id }"))["releaseRequest"]!["id"]!.GetValue<string>());
    }

    private static async Task<int> CountAsync(Client client, string filter) => (await client.ReadAsync($"{{ releaseRequests({filter}) {{ nodes {{ id }} }} }}"))["releaseRequests"]!["nodes"]!.AsArray().Count;

    private static async Task<(HttpStatusCode Status, string Page)> FetchAsync(Client client, string path)
    {
        using var response = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, path));
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
