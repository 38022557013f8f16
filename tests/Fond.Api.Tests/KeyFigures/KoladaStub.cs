using Fond.Api.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Fond.Api.Tests.KeyFigures;

/// <summary>Answers on this machine in the forms that Kolada's API documents: version 2 with periods as text and next_page, version 3 with numbers and next_url.</summary>
internal sealed class KoladaStub : IAsyncDisposable
{
    private readonly WebApplication _app = Loopback.Build();

    private KoladaStub() { }

    public List<string> Asked { get; } = [];

    public string Root => _app.Urls.First() + "/v3";

    /// <summary>What it answers to a path, with the status code.</summary>
    public Func<string, (int Status, string Body)> Answer { get; set; } = _ => (404, "");

    /// <summary>Whether it never answers.</summary>
    public bool Hangs { get; set; }

    public static async Task<KoladaStub> StartAsync()
    {
        var stub = new KoladaStub();
        stub._app.MapFallback(stub.AnswerAsync);
        await stub._app.StartAsync();
        return stub;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path + http.Request.QueryString;
        lock (Asked) Asked.Add(path);
        if (Hangs) await Task.Delay(Timeout.Infinite, http.RequestAborted);
        var (status, body) = Answer(path);
        (http.Response.StatusCode, http.Response.ContentType) = (status, "application/json");
        if (status is >= 300 and < 400) http.Response.Headers.Location = body;
        else await http.Response.WriteAsync(body);
    }
}
