using System.Diagnostics;
using Npgsql;

namespace Fond.Faults.Support;

/// <summary>A PostgreSQL server of the tests' own, on the loopback, that can be stopped and started. It waits for the disk, as in earnest.</summary>
internal sealed class PostgreSqlCluster : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fond-postgresql-");
    private readonly int _port = Loopback.FreePort();

    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    private string Data => Path.Combine(_folder.FullName, "data");

    public string Connection => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres";

    /// <summary>Skips the test where the server's programs are missing.</summary>
    public static void DemandPrograms() => Assert.SkipWhen(Programs is null, "The programs of a PostgreSQL server are not installed: apt-get install postgresql");

    public static async Task<PostgreSqlCluster> StartNewAsync()
    {
        var cluster = new PostgreSqlCluster();
        if (Environment.IsPrivilegedProcess) await DoAsync("chown", ["postgres", cluster._folder.FullName]);
        await AsOwnerAsync("initdb", "-D", cluster.Data, "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8");
        await cluster.StartAsync();
        return cluster;
    }

    public Task StartAsync() => AsOwnerAsync("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder.FullName, "log"), "start",
        "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder.FullName} -c max_connections=300");

    /// <summary>As when the machine loses its power.</summary>
    public async Task StopAsync()
    {
        await AsOwnerAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        NpgsqlConnection.ClearAllPools(); // those of the tests
    }

    /// <summary>Runs one of the server's programs against a database of it.</summary>
    public Task RunAsync(string program, params string[] arguments) =>
        DoAsync(Path.Combine(Programs!, program), ["-h", "127.0.0.1", "-p", _port.ToString(null as IFormatProvider), "-U", "postgres", .. arguments]);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>The server refuses to run as root.</summary>
    private static Task AsOwnerAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? DoAsync("runuser", ["-u", "postgres", "--", Path.Combine(Programs!, program), .. arguments])
        : DoAsync(Path.Combine(Programs!, program), arguments);

    private static async Task DoAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$0\" \"$@\" >/dev/null", program, .. arguments]) { WorkingDirectory = "/" })!; // a server inherits what it writes to
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
