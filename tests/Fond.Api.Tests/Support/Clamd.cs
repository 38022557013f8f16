using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Fond.Api.Tests.Support;

/// <summary>The real clamd on a socket and a port of its own, with one signature: that of the EICAR test file, which no package brings.</summary>
public sealed class Clamd : IAsyncDisposable
{
    private const string Program = "/usr/sbin/clamd";

    /// <summary>The harmless file that every scanner takes for a virus (eicar.org); in halves, or scanners would take this file for one.</summary>
    public static readonly byte[] Eicar = Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fond-clamd-");
    private readonly Process _process;

    private Clamd()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "eicar.ndb"), $"Eicar-Test-Signature:0:0:{Convert.ToHexStringLower(Eicar)}\n");
        var settings = Path.Combine(_folder.FullName, "clamd.conf");
        File.WriteAllText(settings, $"Foreground yes\nLocalSocket {Place}\nTCPSocket {Port}\nTCPAddr 127.0.0.1\nDatabaseDirectory {_folder.FullName}\nStreamMaxLength 33M\nMaxThreads 2\n");
        _process = Process.Start(new ProcessStartInfo(Program, ["--config-file", settings]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    public static bool IsInstalled => File.Exists(Program);

    public string Place => Path.Combine(_folder.FullName, "clamd.sock");

    public int Port { get; } = Loopback.FreePort();

    public static async Task<Clamd> StartAsync()
    {
        var clamd = new Clamd();
        EndPoint[] places = [new UnixDomainSocketEndPoint(clamd.Place), new IPEndPoint(IPAddress.Loopback, clamd.Port)];
        for (var tries = 0; !places.All(Listens) && tries < 300 && !clamd._process.HasExited; tries++) await Task.Delay(100);
        Assert.All(places, place => Assert.True(Listens(place), $"clamd does not listen at {place}"));
        return clamd;
    }

    /// <summary>A socket is there before anybody listens.</summary>
    private static bool Listens(EndPoint place)
    {
        try
        {
            using var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
            socket.Connect(place);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
