using System.Buffers.Binary;
using System.ComponentModel.DataAnnotations;
using System.Net.Sockets;
using System.Text;
using Fond.Domain.Common;

namespace Fond.Features.Platform.Antivirus;

/// <summary>Bound to <c>Antivirus</c>: where clamd listens. Without a host or a socket, files are not scanned.</summary>
internal sealed class AntivirusSettings
{
    public string? Host { get; set; }

    [Range(1, 65_535)]
    public int Port { get; set; } = 3310;

    /// <summary>The path of clamd's local socket; goes before <see cref="Host"/>.</summary>
    public string? Socket { get; set; }

    internal bool IsConfigured => Host is not null || Socket is not null;
}

/// <summary>Has clamd look at files, by its command INSTREAM (clamd(8)).</summary>
internal sealed class ClamAv(AntivirusSettings settings)
{
    /// <summary>For the whole exchange.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const int ChunkBytes = 64 * 1024;

    /// <returns>The name of what was found; null for a clean file, or where no scanner is configured.</returns>
    /// <exception cref="ScannerUnavailableException">When the scanner gives no verdict: nothing unscanned is let in.</exception>
    public async Task<string?> FindAsync(Stream file, CancellationToken ct)
    {
        if (!settings.IsConfigured) return null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            return Verdict(await AskAsync(file, limit.Token));
        }
        catch (Exception fault) when (fault is SocketException or IOException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new ScannerUnavailableException(fault);
        }
    }

    private async Task<string> AskAsync(Stream file, CancellationToken ct)
    {
        using var socket = settings.Socket is null ? new Socket(SocketType.Stream, ProtocolType.Tcp) : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        if (settings.Socket is { } path) await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), ct);
        else await socket.ConnectAsync(settings.Host!, settings.Port, ct);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var chunk = new byte[ChunkBytes];
        for (int read; (read = await file.ReadAsync(chunk, ct)) > 0;) await WriteAsync(stream, chunk.AsMemory(0, read), ct);
        await stream.WriteAsync(new byte[sizeof(int)], ct); // The end, and nothing after it: the scanner answers and hangs up at once.
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return (await reader.ReadToEndAsync(ct)).TrimEnd('\0', '\n');
    }

    private static async Task WriteAsync(NetworkStream stream, ReadOnlyMemory<byte> chunk, CancellationToken ct)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, chunk.Length);
        await stream.WriteAsync(length, ct);
        await stream.WriteAsync(chunk, ct);
    }

    private static string? Verdict(string said) => said switch
    {
        "stream: OK" => null,
        _ when said.StartsWith("stream: ", StringComparison.Ordinal) && said.EndsWith(" FOUND", StringComparison.Ordinal) => said["stream: ".Length..^" FOUND".Length],
        _ => throw new ScannerUnavailableException(null),
    };
}

/// <summary>The scanner cannot be reached, or refuses to say.</summary>
internal sealed class ScannerUnavailableException(Exception? cause) : Exception("The virus scanner gave no verdict.", cause)
{
    public static readonly Text Text = new("Filer kan inte tas emot just nu. Försök igen.", "Files cannot be received just now. Try again.");
}
