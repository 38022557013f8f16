using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Applications;

public sealed class VirusTests : FondTest
{
    [Fact]
    public async Task A_file_with_a_virus_is_refused_and_a_clean_one_received()
    {
        Assert.SkipUnless(Clamd.IsInstalled, "needs clamd: apt-get install clamav-daemon");
        await using var clamd = await Clamd.StartAsync();
        await using var scanning = await Fond.AgainAsync($"--Antivirus:Socket={clamd.Socket}");
        var draft = await Cases.DraftAsync(scanning);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ATTACHMENT_INFECTED"), await UploadAsync(scanning, draft, Clamd.Eicar));
        Assert.Equal((HttpStatusCode.Created, null), await UploadAsync(scanning, draft, [.. Enumerable.Repeat("En helt vanlig text.\n"u8.ToArray(), 10_000).SelectMany(b => b)]));
        var files = (await scanning.As("helsingborg-projektledare").ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { attachments { id } } } }", new { id = draft }))["node"]!["attachments"]!;
        Assert.Single(files.AsArray());
    }

    [Fact]
    public async Task Without_a_verdict_nothing_is_received()
    {
        await using var blind = await Fond.AgainAsync("--Antivirus:Socket=/nowhere/clamd.sock");
        var draft = await Cases.DraftAsync(blind);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "UNAVAILABLE"), await UploadAsync(blind, draft, "Text"u8.ToArray()));
    }

    private static async Task<(HttpStatusCode, string?)> UploadAsync(FondServer fond, string application, byte[] file)
    {
        using var request = await fond.As("helsingborg-projektledare").RequestAsync(HttpMethod.Post, $"/applications/{application}/attachments?fileName=a.txt");
        request.Content = new ByteArrayContent(file);
        using var response = await fond.Http.SendAsync(request);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>())!["errors"]?[0]?["code"]?.GetValue<string>());
    }
}
