using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Fond.Faults.Support;

/// <summary>Fond as an operator runs it: the built program in a process of its own, which can be ended as roughly as the power can be cut.</summary>
internal sealed class FondProcess(TestIssuer issuer, params string[] settings) : IFond, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly ConcurrentQueue<string> _log = new();
    private readonly ConcurrentDictionary<string, string> _tokens = new();
    private Process? _process;

    /// <summary>The same for all its lives.</summary>
    public string Address { get; } = $"http://127.0.0.1:{Loopback.FreePort()}";

    public HttpClient Http => field ??= new HttpClient { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromSeconds(60) };

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Europe/Stockholm").DateTime);

    public int Id => _process!.Id;

    /// <summary>Bytes in memory.</summary>
    public long Memory
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>What it has said, in all its lives.</summary>
    public IEnumerable<string> Log => _log;

    public Task<string> TokenAsync(string person) => Task.FromResult(_tokens.GetOrAdd(person, who => issuer.Token(who, DateTimeOffset.UtcNow)));

    public Client As(string? person) => new(this, person);

    /// <summary>Returns when it says that it is ready.</summary>
    public async Task StartAsync()
    {
        _process = BuiltProgram.Start([$"--urls={Address}", .. settings], _log.Enqueue);
        var clock = Stopwatch.StartNew();
        while (await StatusAsync("/health/ready") != HttpStatusCode.OK)
        {
            Assert.False(_process.HasExited, "Fond ended when it was to start:\n" + string.Join('\n', _log));
            Assert.True(clock.Elapsed < Patience, "Fond does not get ready:\n" + string.Join('\n', _log));
            await Task.Delay(50); // another process gives no sign that could be waited for
        }
    }

    /// <summary>Null when nobody answers.</summary>
    public async Task<HttpStatusCode?> StatusAsync(string path)
    {
        try
        {
            using var response = await Http.GetAsync(path);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>SIGKILL: it has no say in it.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a service manager does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(null as IFormatProvider)]);
        await kill.WaitForExitAsync();
    }

    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        await _process!.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await KillAsync();
        _process?.Dispose();
        Http.Dispose();
    }
}
