using System.Text.Json.Nodes;

namespace Fond.Api.Tests.Support;

/// <summary>A folder of workflow definitions in which an administrator has changed one.</summary>
internal sealed class ChangedDefinition : IDisposable
{
    public DirectoryInfo Files { get; } = Directory.CreateTempSubdirectory("fond-workflows-");

    /// <summary>A Fond started again over the folder.</summary>
    public async Task<FondServer> AgainAsync(FondServer fond, string name, Action<JsonObject> change)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "workflows"))) File.Copy(file, Path.Combine(Files.FullName, Path.GetFileName(file)), overwrite: true);
        var path = Path.Combine(Files.FullName, name);
        var definition = JsonNode.Parse(await File.ReadAllTextAsync(path))!.AsObject();
        change(definition);
        await File.WriteAllTextAsync(path, definition.ToJsonString()); // on one line: layout is no change
        return await fond.AgainAsync($"--Workflows:Path={Files.FullName}");
    }

    public static JsonObject State(JsonObject file, string name) => file["states"]!.AsArray().Single(s => s!["name"]!.GetValue<string>() == name)!.AsObject();

    public void Dispose() => Files.Delete(recursive: true);
}
