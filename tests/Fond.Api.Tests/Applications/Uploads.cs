using System.Net;
using Fond.Api.Tests.Access;
using Fond.Api.Tests.Support;
using Fond.Domain.Common;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Api.Tests.Applications;

/// <summary>Every way in that takes a file, found by the limit of its body, and for each somebody who may send one there and a file that is taken.</summary>
internal sealed class Uploads(FondServer fond)
{
    private static readonly byte[] Plain = [.. Enumerable.Repeat("En helt vanlig text.\n"u8.ToArray(), 10_000).SelectMany(b => b)]; // more than is sent at once

    private readonly Dictionary<string, string> _place = [];
    private string _secret = "";

    /// <summary>By route, how many bytes a request may have.</summary>
    public IReadOnlyDictionary<string, long> Most { get; } = fond.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is not null).ToDictionary(e => e.RoutePattern.RawText!, e => e.Metadata.GetMetadata<IRequestSizeLimitMetadata>()!.MaxRequestBodySize!.Value);

    public IEnumerable<string> Routes => Most.Keys;

    public async Task PrepareAsync()
    {
        await new AccessGround(fond).CaseAsync("helsingborg", _place);
        var officer = new Stages(fond).Officer;
        var letter = new { applicationId = _place["applicationId"], kind = "LETTER", direction = "INCOMING", on = "2026-03-09", correspondent = "Skolverket", subject = "Svar" }; // the ground's own has its one file
        _place["documentId"] = (await officer.DoAsync("registerDocument", letter, "document { id }"))["document"]!["id"]!.GetValue<string>();
        var note = new { matterId = _place["matterId"], kind = "NOTE", direction = "DRAWN_UP", on = "2026-03-09", subject = "Samtal" };
        _place["matterDocumentId"] = (await officer.DoAsync("registerMatterDocument", note, "document { id }"))["document"]!["id"]!.GetValue<string>();
        var link = (await officer.DoAsync("issueReferralLink", new { consultationId = _place["consultationId"], bodyId = _place["boardId"] }, "link { address }"))["link"]!["address"]!.GetValue<string>();
        _secret = link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];
    }

    /// <param name="server">Over the same database.</param>
    /// <param name="file">Null: one that is taken.</param>
    public async Task<(HttpStatusCode Status, string Text)> SendAsync(FondServer server, string route, byte[]? file = null, string fileName = "a.txt")
    {
        var (client, place, taken) = Of(server, route);
        using var request = await client.RequestAsync(HttpMethod.Post, Path(route, place, fileName));
        request.Headers.ExpectContinue = true; // whoever is refused at once need not send it all
        request.Content = route == "/remiss" ? Form(file ?? taken, fileName) : new ByteArrayContent(file ?? taken);
        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public string PathOf(string route) => Path(route, Of(fond, route).Place, "a.txt");

    /// <summary>Whether it is refused by this code; a page for people says it in words.</summary>
    public static bool IsRefused((HttpStatusCode Status, string Text) answer, Refusal refusal) =>
        answer.Status == HttpStatusCode.UnprocessableEntity && (answer.Text.Contains($"\"{refusal.Code}\"", StringComparison.Ordinal) || answer.Text.Contains(refusal.Message.En, StringComparison.Ordinal));

    private static (Client Client, string Place, byte[] Taken) Of(FondServer server, string route) => route switch
    {
        "/applications/{id}/attachments" => (new Stages(server).Lead, "draftId", Plain),
        "/consultations/{id}/files" => (new Stages(server).Chair, "consultationId", Plain),
        "/documents/{id}/files" => (new Stages(server).Officer, "documentId", Plain),
        "/matter-documents/{id}/files" => (new Stages(server).Officer, "matterDocumentId", Plain),
        "/key-figures/{id}/values" => (new Stages(server).Officer, "keyFigureId", "area,year,value\nnorr,2023,1\n"u8.ToArray()),
        "/projects/{id}/measurements" => (new Stages(server).Evaluator, "projectId", "rowKey\n"u8.ToArray()),
        "/projects/{id}/observations/{number:int}/files" => (new Stages(server).Lead, "projectId", Plain),
        "/projects/{id}/change-stories/{number:int}/files" => (new Stages(server).Evaluator, "projectId", Plain),
        "/remiss" => (server.As(null), "", Plain),
        _ => throw new ArgumentException($"Nobody is known who sends a file to {route}.", nameof(route)),
    };

    private string Path(string route, string place, string fileName) => route.Replace("{id}", _place.GetValueOrDefault(place, ""), StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal)
        + (route == "/remiss" ? "" : $"?fileName={Uri.EscapeDataString(fileName)}&bodyId={_place["bodyId"]}");

    private MultipartFormDataContent Form(byte[] file, string fileName) => new()
    {
        { new StringContent(_secret), "lank" },
        { new StringContent("Supports"), "stance" },
        { new StringContent("Bra"), "answers-0" },
        { new ByteArrayContent(file), "files", fileName },
    };
}
