using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Fond.Api.Hosting;
using Fond.Api.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace Fond.Api.Tests.Platform;

/// <summary>The log of the program itself, as it comes out of the process: a line an event, whatever was sent.</summary>
public sealed class LogInjectionTests : FondTest
{
    private const string Forged = "\r\n{\"LogLevel\":\"Forged\"}\u001b[31m";

    [Fact]
    public async Task Nothing_that_is_sent_makes_a_line_of_its_own_or_colours_the_log()
    {
        using var program = Start();
        try
        {
            var address = await AddressAsync(program);
            await ForgeAsync(address);
            var lines = await LinesUntilAsync(program, "/the-end");
            Assert.Contains(lines, line => line.Contains("Forged", StringComparison.Ordinal)); // it did get there
            Assert.All(lines, line => Assert.NotEqual("Forged", JsonNode.Parse(line)!["LogLevel"]!.GetValue<string>()));
            Assert.All(lines, line => Assert.DoesNotContain(line, char.IsControl));
        }
        finally
        {
            program.Kill();
        }
    }

    [Fact]
    public async Task In_production_the_log_is_json()
    {
        await using var production = FondHost.Build(["--environment=Production", "--Auth:Authority=https://login.example.org", .. Fond.DatabaseSettings]);
        Assert.Equal("json", production.Configuration["Logging:Console:FormatterName"]);
    }

    private static async Task ForgeAsync(string address)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        var token = (await (await http.PostAsJsonAsync("/dev/token", new { person = "administrator" })).Content.ReadFromJsonAsync<JsonNode>())!["token"]!.GetValue<string>();
        using (await http.GetAsync($"/lost{Uri.EscapeDataString(Forged)}?query={Uri.EscapeDataString(Forged)}")) { }
        using (await http.PostAsJsonAsync("/graphql", new { query = $"{{ __typename }} # {Forged}\n", operationName = Forged })) { }
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var input = new { subject = Forged, name = Forged, organisation = Forged, email = Forged, idempotencyKey = Forged };
        using (await http.PostAsJsonAsync("/graphql", new { query = "mutation($input: RegisterPersonInput!) { registerPerson(input: $input) { errors { code } } }", variables = new { input } })) { }
        await SayAsync(new Uri(address), $"GET /graphql HTTP/1.1\r\nHost: fond\r\nConnection: close\r\nUser-Agent: a{Forged}\r\nAuthorization: Bearer {Forged}\r\n\r\n");
        await SayAsync(new Uri(address), $"GET /{Forged} HTTP/1.1\r\nHost: fond\r\nConnection: close\r\n\r\n");
        using (await http.GetAsync("/the-end")) { }
    }

    /// <summary>What no decent client would send.</summary>
    private static async Task SayAsync(Uri address, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(request));
        using var answer = new StreamReader(client.GetStream());
        Assert.NotEmpty(await answer.ReadToEndAsync());
    }

    private Process Start() => Process.Start(new ProcessStartInfo("dotnet",
        [typeof(FondHost).Assembly.Location, "--environment=Development", "--urls=http://127.0.0.1:0", .. Fond.DatabaseSettings, "--Background:Enabled=false", "--Logging:Console:FormatterName=json",
            "--Logging:LogLevel:Default=Debug", "--Logging:LogLevel:Microsoft.AspNetCore=Debug", "--Logging:LogLevel:Microsoft.EntityFrameworkCore=Information", "--Logging:LogLevel:Fond=Trace"])
    { RedirectStandardOutput = true })!;

    private static async Task<string> AddressAsync(Process program)
    {
        const string told = "Fond is running at ";
        var welcome = await LinesUntilAsync(program, "Stop with Ctrl+C");
        return welcome.Single(line => line.StartsWith(told, StringComparison.Ordinal))[told.Length..];
    }

    /// <summary>The last line holds the text and is left out.</summary>
    private static async Task<List<string>> LinesUntilAsync(Process program, string text)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var lines = new List<string>();
        while (await program.StandardOutput.ReadLineAsync(limit.Token) is { } line && !line.Contains(text, StringComparison.Ordinal)) lines.Add(line);
        return lines;
    }
}
