using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Fond.Api.Tests.Support;

/// <summary>An OTLP collector that keeps what it is sent. Texts stand in the messages as they are, so that they can be looked for without reading the messages.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Signal, byte[] Message)> _received = new();
    private readonly WebApplication _app = Loopback.Build();

    private Collector() => _app.MapPost("/v1/{signal}", TakeAsync);

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>What a Fond shows to be let in. A secret of its own.</summary>
    public const string Key = "nyckel-till-insamlaren";

    /// <summary>What makes a Fond send here.</summary>
    public string[] Settings => [$"--OTEL_EXPORTER_OTLP_ENDPOINT={_app.Urls.Single()}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", $"--OTEL_EXPORTER_OTLP_HEADERS=api-key={Key}"];

    /// <param name="signal">traces, metrics or logs.</param>
    public string Received(string signal) => string.Concat(_received.Where(r => r.Signal == signal).Select(r => Encoding.UTF8.GetString(r.Message)));

    /// <summary>Has a Fond send what it has gathered so far.</summary>
    public static void Drain(FondServer fond)
    {
        Assert.True(fond.Services.GetRequiredService<TracerProvider>().ForceFlush(10_000));
        Assert.True(fond.Services.GetRequiredService<MeterProvider>().ForceFlush(10_000));
        Assert.True(fond.Services.GetRequiredService<LoggerProvider>().ForceFlush(10_000));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(string signal, HttpRequest request)
    {
        if (request.Headers["api-key"] != Key) return;
        using var message = new MemoryStream();
        await request.Body.CopyToAsync(message);
        _received.Enqueue((signal, message.ToArray()));
    }
}
