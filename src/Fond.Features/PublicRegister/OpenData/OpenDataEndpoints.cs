using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Documents;
using Fond.Features.PublicRegister.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Fond.Features.PublicRegister.OpenData;

/// <summary>Grants for anybody's programs: <c>/open/grants.json</c>, <c>/open/grants.csv</c>, and <c>/open</c> that says what they are.</summary>
internal static class OpenDataEndpoints
{
    private const string Licence = "https://creativecommons.org/publicdomain/zero/1.0/";

    /// <summary>The licence by name, and what the file is made by.</summary>
    private const string Standard = "https://standard.threesixtygiving.org/en/1.4.3/";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // letters as they are; it is not put into a page
    };

    public static void MapOpenData(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/open", RegisterPages.Reading, (HttpContext http, ActorContext caller) => Page(http, caller));
        routes.MapMethods("/open/grants.json", RegisterPages.Reading, (HttpContext http, Grants grants) => JsonAsync(http, grants));
        routes.MapMethods("/open/grants.csv", RegisterPages.Reading, (HttpContext http, Grants grants) => CsvAsync(http, grants));
    }

    private static IResult Page(HttpContext http, ActorContext caller) => RegisterPage.Of(http, caller.Language, Said.OpenData.In(caller.Language), $"""
        <p>{Said.Licence.In(caller.Language)}</p>
        <ul>
        <li><a href="/open/grants.json">grants.json</a></li>
        <li><a href="/open/grants.csv">grants.csv</a></li>
        <li><a href="{Licence}" rel="license">CC0 1.0</a></li>
        <li><a href="{Standard}">360Giving Data Standard 1.4.3</a></li>
        </ul>
        """);

    private static async Task JsonAsync(HttpContext http, Grants grants)
    {
        var all = await grants.AllAsync(AddressOf(http.Request), http.RequestAborted);
        Head(http, "application/json; charset=utf-8");
        if (!HttpMethods.IsHead(http.Request.Method)) await JsonSerializer.SerializeAsync(http.Response.Body, new GrantsFile("1.4", Licence, all), Json, http.RequestAborted);
    }

    /// <summary>As the standard has it.</summary>
    /// <param name="Version">Of the standard: its first two numbers alone.</param>
    private sealed record GrantsFile(string Version, string License, IAsyncEnumerable<Grant> Grants);

    private static async Task CsvAsync(HttpContext http, Grants grants)
    {
        var all = await grants.AllAsync(AddressOf(http.Request), http.RequestAborted);
        Head(http, "text/csv; charset=utf-8; header=present");
        http.Response.Headers.ContentDisposition = "attachment; filename=grants.csv";
        if (!HttpMethods.IsHead(http.Request.Method)) await GrantsCsv.WriteAsync(http.Response.Body, all, http.RequestAborted);
    }

    private static void Head(HttpContext http, string type)
    {
        http.Response.ContentType = type;
        http.Response.Headers.CacheControl = "public, max-age=3600";
        http.Response.Headers.Link = $"<{Licence}>; rel=\"license\"";
        http.Response.Headers.AccessControlAllowOrigin = "*"; // open to any page's script; it is the same for all
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    private static string AddressOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
