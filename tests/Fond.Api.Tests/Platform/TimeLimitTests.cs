using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fond.Api.Development;
using Fond.Api.Tests.Support;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Api.Tests.Platform;

/// <summary>Pages and files that are long in the making are ended as questions are; what is long on its way is not.</summary>
public sealed class TimeLimitTests : FondTest
{
    private static readonly string[] PublicPages =
    [
        "/register?text=skola", "/register/ended?text=skola", "/register/minutes", "/register/consultations", "/register/matters", "/register/cases/Helsingborg/x", "/remiss?lank=x", "/tillstyrkan?lank=x",
    ];

    [Fact]
    public async Task A_page_or_a_file_that_takes_too_long_is_ended_and_may_be_asked_for_again()
    {
        var (_, project) = await new Stages(Fond).GrantedAsync();
        await using var hasty = await Fond.AgainAsync(Hasty);
        foreach (var path in PublicPages) await EndedAsync(hasty, null, path);
        foreach (var path in new[] { $"/projects/{project}/report.html", $"/projects/{project}/report.pdf", $"/projects/{project}/report/goals.csv", "/memos/x", "/minutes/x/pdf", "/consultations/x/compilation.pdf", "/key-figures/x/values.csv" })
            await EndedAsync(hasty, "revisor", path);
        using var answer = await SendAsync(Fond, "revisor", HttpMethod.Get, $"/projects/{project}/report.pdf");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_file_comes_and_goes_as_slowly_as_the_line_does()
    {
        var (lead, application) = ("helsingborg-projektledare", await Cases.DraftAsync(Fond));
        var sent = new byte[15_000_000];
        Array.Fill(sent, (byte)'a');
        await using var hasty = await Fond.AgainAsync(Hasty);
        using var received = await SendAsync(hasty, lead, HttpMethod.Post, $"/applications/{application}/attachments?fileName=a.txt", sent);
        Assert.Equal(HttpStatusCode.Created, received.StatusCode);
        using var fetched = await SendAsync(Fond, lead, HttpMethod.Get, "/attachments/" + (await received.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>());
        Fond.Clock.Advance(2 * Limits.Time);
        Assert.Equal(sent.Length, (await fetched.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public void Only_what_ends_itself_and_files_that_come_in_or_are_packed_have_no_limit()
    {
        var untimed = Fond.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<Untimed>() is not null);
        Assert.Equal(
            [
                "/applications/{id}/archive", "/applications/{id}/attachments", "/consultations/{id}/files", "/documents/{id}/files", "/graphql", "/key-figures/{id}/values", "/matter-documents/{id}/files", "/matters/{id}/archive",
                "/projects/{id}/change-stories/{number:int}/files", "/projects/{id}/measurements", "/projects/{id}/observations/{number:int}/files", "/remiss",
            ],
            untimed.Select(e => e.RoutePattern.RawText!).Distinct().Order(StringComparer.Ordinal));
    }

    private static void Hasty(IServiceCollection services) => services.AddSingleton(new TimeLimit(TimeSpan.Zero));

    private static async Task EndedAsync(FondServer fond, string? person, string path)
    {
        using var answer = await SendAsync(fond, person, HttpMethod.Get, path);
        Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{path}: {answer.StatusCode}");
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal("LIMIT_EXCEEDED", (await answer.Content.ReadFromJsonAsync<JsonNode>())!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }

    /// <summary>With a token made beside the API, which takes time, too; answered as soon as the answer begins.</summary>
    private static async Task<HttpResponseMessage> SendAsync(FondServer fond, string? person, HttpMethod method, string path, byte[]? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new ByteArrayContent(body) };
        if (person is not null) request.Headers.Authorization = new("Bearer", fond.Services.GetRequiredService<DevelopmentTokens>().For(person));
        return await fond.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
