using System.Text.Json.Nodes;
using Fond.Api.Tests.Support.Databases;

namespace Fond.Faults.Support;

/// <summary>What a Fond needs around it: a database, an issuer of tokens, a mail server, and workflows whose timers a test can wait for.</summary>
internal sealed class Surroundings : IAsyncDisposable
{
    private readonly DirectoryInfo _workflows = Directory.CreateTempSubdirectory("fond-workflows-");
    private readonly TestIssuer _issuer;

    private Surroundings(TestIssuer issuer, TestDatabase database, PostgreSqlCluster? server)
    {
        (_issuer, Database, Server) = (issuer, database, server);
        WriteWorkflows();
    }

    public TestDatabase Database { get; }

    /// <summary>Null on SQLite.</summary>
    public PostgreSqlCluster? Server { get; }

    public MailCatcher Mail { get; } = new();

    public static async Task<Surroundings> OfAsync(string engine)
    {
        var server = engine == "PostgreSql" ? await PostgreSqlCluster.StartNewAsync() : null;
        TestDatabase database = server is null ? new SqliteTestDatabase() : await PostgreSqlTestDatabase.CreateAsync(server.Connection, null);
        return new Surroundings(await TestIssuer.StartAsync(), database, server);
    }

    /// <summary>A Fond in them, yet to be started; on an empty database it begins with the demo data.</summary>
    public FondProcess Fond(MailCatcher? mail = null, params string[] settings) => new(_issuer, [
        "--environment=Development", $"--Auth:Authority={_issuer.Address}", "--RateLimit:Burst=1000000", "--RateLimit:PerSecond=100000",
        "--Background:EverySeconds=1", "--Logging:LogLevel:Default=Warning", $"--Workflows:Path={_workflows.FullName}",
        "--Email:Host=127.0.0.1", $"--Email:Port={(mail ?? Mail).Port}", "--Email:Tls=false", .. Database.Settings, .. settings]);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (Server is not null) await Server.DisposeAsync();
        await _issuer.DisposeAsync();
        Mail.Dispose();
        _workflows.Delete(recursive: true);
    }

    /// <summary>A second after it was handed in, an officer is reminded of an application; after another it is accepted by itself.</summary>
    private void WriteWorkflows()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "workflows"))) File.Copy(file, Path.Combine(_workflows.FullName, Path.GetFileName(file)));
        var place = Path.Combine(_workflows.FullName, "application.json");
        var definition = JsonNode.Parse(File.ReadAllText(place))!;
        var check = definition["states"]!.AsArray().Single(s => s!["name"]!.GetValue<string>() == "formal-check")!;
        check["timers"]![0]!["after"] = "PT1S";
        check["timers"]!.AsArray().Add(new JsonObject
        {
            ["name"] = "by-itself",
            ["title"] = new JsonObject { ["sv"] = "Godtas", ["en"] = "Is accepted" },
            ["after"] = "PT2S",
            ["trigger"] = "accept",
        });
        check["transitions"]!.AsArray().Single(t => t!["trigger"]!.GetValue<string>() == "accept")!["by"]!.AsArray().Add("SYSTEM");
        File.WriteAllText(place, definition.ToJsonString());
    }
}
