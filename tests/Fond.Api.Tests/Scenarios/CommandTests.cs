using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Fond.Api.Commands;
using Fond.Api.Hosting;
using Fond.Api.Tests.Support;
using Fond.Api.Tests.Support.Databases;

namespace Fond.Api.Tests.Scenarios;

public sealed class CommandTests : FondTest
{
    [Theory]
    [InlineData(null)]
    [InlineData("lund")]
    [InlineData("motala")]
    public async Task The_walkthrough_starts_a_fond_of_its_own_plays_and_ends_with_zero(string? name) => Assert.Equal(0, await Walkthrough.RunAsync(name is null ? [] : [name]));

    [Fact]
    public async Task A_start_that_cannot_be_ends_with_one()
    {
        var folder = Directory.CreateTempSubdirectory("fond-broken-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "application.json"), "{}");
        string[] args = ["--environment=Development", "--urls=http://127.0.0.1:0", $"--ConnectionStrings:Fond=Data Source={folder.FullName}/fond.db", $"--Workflows:Path={folder.FullName}"];
        Assert.Equal(1, await RunAsync(args));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(2, "nonsense")]
    [InlineData(2, "--help")]
    [InlineData(2, "add-administrator", "someone")]
    [InlineData(1, "walkthrough", "nonsense")]
    [InlineData(1, "verify-audit", "--environment=Development", "--ConnectionStrings:Fond=Data Source=/nowhere/at/all/fond.db")]
    public async Task What_cannot_be_done_ends_with_a_code_and_a_sentence(int code, params string[] args) => Assert.Equal(code, await RunAsync(args));

    [Theory]
    [InlineData("PostgreSql", "Host=127.0.0.1;Port={0};Database=fond;Username=fond;Password=hemligt;Timeout=1", false)]
    [InlineData("SqlServer", "Server=127.0.0.1,{0};Database=fond;User Id=fond;Password=hemligt;Connect Timeout=1", false)]
    [InlineData("PostgreSql", "Host=127.0.0.1;Port={0};Database=fond;Username=fond;Password=hemligt;Timeout=1", true)]
    [InlineData("SqlServer", "Server=127.0.0.1,{0};Database=fond;User Id=fond;Password=hemligt;Connect Timeout=1", true)]
    public async Task A_database_server_that_is_not_there_or_says_nothing_is_told_in_a_sentence_and_in_the_time_it_is_given(string provider, string connection, bool listens)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        if (!listens) server.Stop();
        var asked = Stopwatch.StartNew();
        var fault = await Assert.ThrowsAsync<StartupFault>(() => Migrate.RunAsync(["--environment=Development", $"--Database:Provider={provider}", $"--ConnectionStrings:Fond={string.Format(CultureInfo.InvariantCulture, connection, port)}"]));
        Assert.True(asked.Elapsed < TimeSpan.FromSeconds(30), $"{asked.Elapsed}"); // EF Core would try for a minute
        Assert.Contains("The database cannot be reached", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"{port}", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public async Task The_first_administrator_is_made_from_the_command_line_and_the_trail_says_so()
    {
        Assert.Equal(0, await RunAsync(["add-administrator", "ny-admin", "Ny administratör", "IT", "--environment=Development", .. Fond.DatabaseSettings]));
        Assert.Equal(0, await RunAsync(["add-administrator", "ny-admin", "Ny administratör", "IT", "--environment=Development", .. Fond.DatabaseSettings])); // again changes nothing
        Fond.Clock.SetUtcNow(TimeProvider.System.GetUtcNow()); // the command goes by the clock on the wall
        var me = (await Fond.As("ny-admin").ReadAsync("{ me { id roles { role } } }"))["me"]!;
        Assert.Equal("ADMINISTRATOR", Assert.Single(me["roles"]!.AsArray())!["role"]!.GetValue<string>());
        var entries = (await Fond.As("ny-admin").ReadAsync("query($id: ID) { audit(objectId: $id) { nodes { action who } } }", new { id = me["id"] }))["audit"]!["nodes"]!.AsArray();
        Assert.All(entries, e => Assert.Equal(("add-administrator", "Fond"), (e!["action"]!.GetValue<string>(), e["who"]!.GetValue<string>())));
    }

    [Fact]
    public async Task A_copy_is_written_once_and_on_a_server_by_its_own_programs()
    {
        var number = await Cases.SubmittedNumberAsync(Fond);
        var folder = Directory.CreateTempSubdirectory("fond-copy-");
        var file = Path.Combine(folder.FullName, "copy.db");
        string[] backup = ["backup", file, "--environment=Development", .. Fond.DatabaseSettings];
        if (TestDatabase.Engine == "Sqlite")
        {
            Assert.Equal(0, await RunAsync(backup));
            Assert.Equal(0, await RunAsync("verify-audit", "--environment=Development", $"--ConnectionStrings:Fond=Data Source={file}"));
            await using var copy = await Fond.AgainAsync($"--ConnectionStrings:Fond=Data Source={file}");
            Assert.Contains(number, (await copy.As("helsingborg-handlaggare").ReadAsync("{ applications { nodes { caseNumber } } }")).ToJsonString(), StringComparison.Ordinal);
        }
        Assert.Equal(1, await RunAsync(backup)); // there is a file already, or it is a server
        Assert.Equal(2, await RunAsync("backup"));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static Task<int> RunAsync(params string[] args) => Task.Run(() => (int)typeof(Walkthrough).Assembly.EntryPoint!.Invoke(null, [args])!);

    [Fact]
    public async Task Starting_again_keeps_the_data()
    {
        await Cases.SubmittedAsync(Fond);
        await using var again = await Fond.AgainAsync();
        const string ask = "{ applications { nodes { id caseNumber } } auditVerdict { entries brokenAt } people(first: 100) { nodes { id } } }";
        var (before, after) = (await Fond.As("revisor").ReadAsync(ask), await again.As("revisor").ReadAsync(ask));
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
    }
}
