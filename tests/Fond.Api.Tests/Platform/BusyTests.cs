using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Fond.Features.Platform.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Api.Tests.Platform;

/// <summary>Whoever waits in vain for a turn to write is told the same, whatever they came for; what they read is not shown before the trail has it.</summary>
public sealed class BusyTests : FondTest
{
    private const string Read = "query($id: ID!) { node(id: $id) { ... on Application { content { need } } } }";

    [Fact]
    public async Task Where_no_turn_comes_one_is_told_when_to_come_back()
    {
        var (application, attachment, draft) = await CaseAsync();
        await using var hurried = await Fond.AgainAsync(services => services.AddSingleton(new WriterPatience(TimeSpan.FromMilliseconds(20))));
        var (lead, officer) = (hurried.As("helsingborg-projektledare"), hurried.As("helsingborg-handlaggare"));
        await hurried.InDatabaseAsync(async db =>
        {
            await using var turn = await hurried.Services.GetRequiredService<WriterQueue>().TakeTurnAsync(db, CancellationToken.None);
            await TurnedAwayAsync(await officer.PostAsync(Read, new { id = application }));
            await TurnedAwayAsync(await FetchAsync(officer, attachment));
            await TurnedAwayAsync(await UploadAsync(lead, draft));
            await TurnedAwayAsync(await lead.PostAsync("mutation($input: SaveApplicationDraftInput!) { saveApplicationDraft(input: $input) { errors { code } } }", new { input = new { applicationId = draft, title = "Ny" } }));
            await lead.ReadAsync("{ me { name } }"); // who only reads waits for nobody
            return true;
        });
        Assert.NotNull((await officer.ReadAsync(Read, new { id = application }))["node"]!["content"]);
        Assert.Equal(HttpStatusCode.OK, (await FetchAsync(officer, attachment)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await UploadAsync(lead, draft)).StatusCode);
        Assert.Equal(WriterPatience.Usual, Fond.Services.GetRequiredService<WriterPatience>().Time);
    }

    /// <summary>A marked case with a file, and a draft.</summary>
    private async Task<(string Application, string Attachment, string Draft)> CaseAsync()
    {
        var stages = new Stages(Fond);
        var application = await Cases.WholeDraftAsync(Fond);
        using var uploaded = await UploadAsync(stages.Lead, application);
        var attachment = (await uploaded.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
        await stages.Lead.DoAsync("submitApplication", new { applicationId = application }, "application { id }");
        await stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = "OSL 26 kap. 1 §" }, "application { id }");
        return (application, attachment, await Cases.DraftAsync(Fond));
    }

    private static async Task TurnedAwayAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            Assert.True(response.StatusCode == HttpStatusCode.ServiceUnavailable, $"{response.StatusCode} {text}");
            Assert.NotNull(response.Headers.RetryAfter);
            var error = JsonNode.Parse(text)!["errors"]![0]!;
            Assert.Equal("UNAVAILABLE", (error["code"] ?? error["extensions"]!["code"])!.GetValue<string>());
        }
    }

    private static async Task<HttpResponseMessage> UploadAsync(Client client, string application)
    {
        var request = await client.RequestAsync(HttpMethod.Post, $"/applications/{application}/attachments?fileName=a.txt");
        request.Content = new ByteArrayContent("Text"u8.ToArray());
        return await client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> FetchAsync(Client client, string attachment) => await client.SendAsync(await client.RequestAsync(HttpMethod.Get, $"/attachments/{attachment}"));
}
