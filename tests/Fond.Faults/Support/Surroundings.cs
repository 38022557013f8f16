using System.Text.Json.Nodes;
using Fond.Api.Tests.Support.Databases;

namespace Fond.Faults.Support;

/// <summary>What a Fond needs around it: a database, an issuer of tokens, a mail server, and workflows whose timers a test can wait for.</summary>
internal sealed class Surroundings : IAsyncDisposable
{
    private readonly DirectoryInfo _workflows = Directory.CreateTempSubdirectory("fond-workflows-");
    private readonly TestIssuer _issuer;

    private Surroundings(TestIssuer issuer, TestDatabase database)
    {
        (_issuer, Database) = (issuer, database);
        WriteWorkflows();
    }

    /// <summary>With the demo data.</summary>
    public TestDatabase Database { get; }

    public MailCatcher Mail { get; } = new();

    public static async Task<Surroundings> OfAsync(string engine)
    {
        var database = await (await Templates.OfAsync(engine)).CopyAsync();
        if (engine == "PostgreSql") await (await Templates.ServerAsync()).RunAsync("psql", "--command", "CHECKPOINT"); // or the copy's sequences fall back when the server is killed
        return new Surroundings(await TestIssuer.StartAsync(), database);
    }

    /// <summary>Makes a Fond follow workflows in which a second after it was handed in, an officer is reminded of an application; after another it is accepted by itself.</summary>
    public string Hurried => $"--Workflows:Path={_workflows.FullName}";

    /// <summary>A Fond in them, yet to be started.</summary>
    public FondProcess Fond(MailCatcher? mail = null, TestDatabase? database = null, params string[] settings) => new(_issuer, [
        "--environment=Development", $"--Auth:Authority={_issuer.Address}", "--RateLimit:Burst=1000000", "--RateLimit:PerSecond=100000",
        "--Background:EverySeconds=1", "--Logging:LogLevel:Default=Warning",
        "--Email:Host=127.0.0.1", $"--Email:Port={(mail ?? Mail).Port}", "--Email:Tls=false", .. (database ?? Database).Settings, .. settings]);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await _issuer.DisposeAsync();
        Mail.Dispose();
        _workflows.Delete(recursive: true);
    }

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
