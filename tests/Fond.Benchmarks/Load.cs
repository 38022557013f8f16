using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Fond.Benchmarks;

/// <summary>One request over and over on a few kept connections. Plain sockets, so that the client takes little of the processor that it shares with the server.</summary>
internal sealed class Load(Uri server, string request)
{
    private readonly byte[] _request = Encoding.UTF8.GetBytes(request);

    public static string Get(string path) => $"GET {path} HTTP/1.1\r\nHost: bench\r\n\r\n";

    public static string Post(string path, string token, string json) =>
        $"POST {path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}";

    /// <returns>Requests a second.</returns>
    public async Task<double> RunAsync(int connections, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => RepeatAsync(watch, time))));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    /// <returns>Milliseconds, the median of so many requests one after another.</returns>
    public async Task<double> MedianAsync(int requests)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(server.Host, server.Port);
        var (stream, buffer, times) = (client.GetStream(), new byte[64 * 1024], new List<double>(requests));
        for (var i = 0; i < requests; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await OnceAsync(stream, buffer);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        return times[requests / 2];
    }

    private async Task<long> RepeatAsync(Stopwatch watch, TimeSpan time)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(server.Host, server.Port);
        var (stream, buffer, count) = (client.GetStream(), new byte[64 * 1024], 0L);
        for (; watch.Elapsed < time; count++) await OnceAsync(stream, buffer);
        return count;
    }

    private async Task OnceAsync(NetworkStream stream, byte[] buffer)
    {
        await stream.WriteAsync(_request);
        var (read, end) = (0, -1);
        while (end < 0)
        {
            read += await stream.ReadAsync(buffer.AsMemory(read));
            end = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }
        var head = Encoding.ASCII.GetString(buffer, 0, end);
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)) throw new InvalidOperationException(head);
        if (head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase)) await ChunkedAsync(stream, buffer, read);
        else await SizedAsync(stream, buffer, head, read - end - 4);
    }

    private static async Task SizedAsync(NetworkStream stream, byte[] buffer, string head, int have)
    {
        var at = head.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase) + 16;
        var line = head.IndexOf('\r', at);
        var length = int.Parse(line < 0 ? head[at..] : head[at..line], null);
        while (have < length) have += await stream.ReadAsync(buffer);
    }

    /// <summary>Only this request is under way on the connection, so that the last chunk ends what is there to read.</summary>
    private static async Task ChunkedAsync(NetworkStream stream, byte[] buffer, int read)
    {
        while (!buffer.AsSpan(0, read).EndsWith("0\r\n\r\n"u8)) read = await stream.ReadAsync(buffer);
    }
}
