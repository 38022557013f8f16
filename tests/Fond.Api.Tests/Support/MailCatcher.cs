using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Fond.Api.Tests.Support;

/// <summary>A mail server on the loopback that keeps what it is given: enough of SMTP (RFC 5321) for a client to deliver.</summary>
public sealed class MailCatcher : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    public MailCatcher()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Refuses every message while set.</summary>
    public bool Refuses { get; set; }

    /// <summary>Never answers a message while set.</summary>
    public bool Hangs { get; set; }

    /// <summary>Each message as it came over the wire, headers and body.</summary>
    public ConcurrentQueue<string> Messages { get; } = new();

    /// <summary>The id that each bears, in the order that they came.</summary>
    public IEnumerable<string> Ids() => Messages.Select(m => m.Split('\n').First(l => l.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase)).Split('<', '>')[1]);

    /// <summary>Each line that named a recipient, of all messages.</summary>
    public ConcurrentQueue<string> Recipients { get; } = new();

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException) { }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 catcher");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.Ordinal))
            {
                await writer.WriteLineAsync("354 go on");
                if (await MessageAsync(reader) is not { } message) return;
                Messages.Enqueue(message);
                if (Hangs) await Task.Delay(Timeout.Infinite, _stop.Token);
            }
            if (line.StartsWith("RCPT", StringComparison.Ordinal)) Recipients.Enqueue(line);
            var refused = Refuses && line.StartsWith("MAIL", StringComparison.Ordinal);
            await writer.WriteLineAsync(refused ? "451 not now" : line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 ok");
        }
    }

    /// <returns>Null when the client is gone before the message is whole: it has handed over none.</returns>
    private async Task<string?> MessageAsync(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line == ".") return message.ToString();
            message.AppendLine(line.StartsWith('.') ? line[1..] : line); // a dot that begins a line is doubled on the way: RFC 5321, 4.5.2
        }
        return null;
    }
}
