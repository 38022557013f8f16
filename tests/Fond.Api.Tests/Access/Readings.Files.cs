using System.Net;
using System.Text;
using Fond.Api.Tests.Support;
using Fond.Features.Platform.GraphQL;

namespace Fond.Api.Tests.Access;

internal sealed partial class Readings
{
    /// <summary>Of reports, those with words in them; numbers are another matter.</summary>
    private static readonly string[] Tables = ["verdicts", "projects", "goals", "attained", "lessons", "change_stories", "plan_changes", "steering_documents"];

    /// <summary>What is no file: the schema's own door, what machines ask, pages that hold no case, and what a link's secret opens.</summary>
    private static readonly string[] NoFiles = ["/graphql", "/dev", "/health", "/walkthrough", "/remiss", "/tillstyrkan"];

    /// <param name="name">Who asks; null: the public.</param>
    /// <param name="cases">Where the register has pages of the cases, as paths.</param>
    public async Task FetchAsync(string? name, IReadOnlyList<string> cases)
    {
        var client = fond.As(name);
        foreach (var route in AccessTable.Routes(fond).Where(r => r.Method == "GET").Select(r => r.Route).Where(r => !NoFiles.Contains(r) && !Array.Exists(NoFiles, no => r.StartsWith(no + "/", StringComparison.Ordinal))))
            foreach (var (path, row) in await PathsAsync(route, cases)) await FetchAsync(client, name, route, path, row);
    }

    private async Task FetchAsync(Client client, string? name, string route, string path, (string, long)? row)
    {
        var page = Page(path) is { } other && other != path ? await BodyAsync(client, other) : null;
        var before = await LastAsync();
        if (await BodyAsync(client, path) is not { } body) return;
        var told = IsText(page ?? body) ? ToldIn(page ?? body) : row is { } thing && owner(thing) is { } secret ? [secret] : [];
        if (told.Any()) Telling.Add($"GET {route}");
        await DemandAsync(told, before, name, $"GET {route}");
    }

    /// <summary>What says in words what a PDF says.</summary>
    private static string? Page(string path) => path.EndsWith(".pdf", StringComparison.Ordinal) ? path[..^".pdf".Length] + ".html" : path.EndsWith("/pdf", StringComparison.Ordinal) ? path[..^"/pdf".Length] : null;

    /// <summary>PDF and zip say nothing in words that can be looked for.</summary>
    private static bool IsText(string body) => !body.StartsWith("%PDF", StringComparison.Ordinal) && !body.StartsWith("PK", StringComparison.Ordinal);

    /// <returns>Null where it is refused.</returns>
    private static async Task<string?> BodyAsync(Client client, string path)
    {
        using var request = await client.RequestAsync(HttpMethod.Get, path);
        using var response = await client.SendAsync(request);
        return response.StatusCode == HttpStatusCode.OK ? WebUtility.HtmlDecode(Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync())) : null;
    }

    private async Task<IReadOnlyList<(string Path, (string, long)? Row)>> PathsAsync(string route, IReadOnlyList<string> cases)
    {
        if (route.Contains("{**caseNumber}", StringComparison.Ordinal)) return [.. cases.Select(path => (path, ((string, long)?)null))];
        if (!route.Contains("{id}", StringComparison.Ordinal)) return [(route, null)];
        var entity = FondSchema.NodeTypes().Single(t => t.Entity.Name == AccessTable.KindOf(route)).Entity;
        return [.. from id in await IdsAsync(entity)
                   from table in route.Contains("{table}", StringComparison.Ordinal) ? Tables : [""]
                   select (route.Replace("{id}", GlobalId.Of(entity.Name, id), StringComparison.Ordinal).Replace("{table}", table, StringComparison.Ordinal), ((string, long)?)(entity.Name, id))];
    }
}
