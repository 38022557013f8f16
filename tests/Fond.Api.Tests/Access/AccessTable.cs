using System.Net;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Fond.Domain.Common;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Notifications;
using GraphQL.Types;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Api.Tests.Access;

/// <summary>Asks for everything as everybody, by the schema that runs, and notes who got what.</summary>
internal sealed class AccessTable(FondServer fond, AccessGround ground)
{
    private const int Refused = -1;

    /// <summary>Enough of a kind to hold some of Helsingborg's and some of others.</summary>
    private const int Sample = 45;

    /// <summary>What everybody has some of.</summary>
    private static readonly string[] Personal = ["me", "notifications", "node: Notification", "Person.email", "markNotificationRead"];

    /// <summary>What nobody who was asked for it got, of all that has been asked for.</summary>
    public IReadOnlyList<string> Closed => _closed;

    /// <summary>Fields that said nothing to anybody, of any object: whom they are told is not known.</summary>
    public IReadOnlyList<string> Empty => _empty;

    private readonly List<string> _closed = [], _empty = [];

    public async Task<string> QueriesAsync()
    {
        var schema = await SchemaAsync();
        var rows = new List<(string, List<string>)>();
        foreach (var field in schema["queryType"]!["fields"]!.AsArray().Where(f => f!["name"]!.GetValue<string>() != "node"))
        {
            var name = field!["name"]!.GetValue<string>();
            var isList = field["args"]!.AsArray().Any(a => a!["name"]!.GetValue<string>() == "first");
            rows.Add((name, await RowAsync(name, client => isList ? ListedAsync(client, name, field) : FieldAsync(client, name, field))));
        }
        return Table("query field", rows);
    }

    /// <summary>Each kind of object, the fields that not everybody may see who sees the object, and by name those that they may.</summary>
    public async Task<string> ObjectsAsync()
    {
        var fields = new OutputSchema(fond.Services.GetRequiredService<ISchema>());
        var (rows, open) = (new List<(string, List<string>)>(), new List<string>());
        foreach (var name in FondSchema.NodeTypes().Select(t => t.Entity.Name).Order(StringComparer.Ordinal))
        {
            var told = new Told(name, await SampleAsync(name), fields.Of(name));
            foreach (var client in ground.Askers.SelectMany(a => new[] { a.Everywhere, a.InFund, a.Owner }).Distinct()) await told.AskAsync(client);
            rows.Add(await ToldRowAsync($"node: {name}", told.Seen, told.Count));
            foreach (var field in told.Guarded) rows.Add(await ToldRowAsync($"{name}.{field}", client => told.Whole(client, field), told.Said(field)));
            _empty.AddRange(told.Empty.Select(field => $"{name}.{field}"));
            open.Add($"- `{name}`: {string.Join(", ", told.Open)}\n");
        }
        return Table("object or field", rows) + "\nOf the objects asked for, told to everybody who sees them; in brackets what was empty in all:\n\n" + string.Concat(open);
    }

    private async Task<(string, List<string>)> ToldRowAsync(string what, Func<Client, int> count, int total) => (what, await RowAsync(what, client => Task.FromResult(count(client)), total));

    public async Task<string> MutationsAsync()
    {
        var inputs = new InputSchema((await fond.As("administrator").ReadAsync(InputSchema.Query))["__schema"]!);
        var rows = new List<(string, List<string>)>();
        foreach (var mutation in inputs.Mutations.OrderBy(m => m == "DeclareConflict").ThenBy(m => m, StringComparer.Ordinal)) // after which one sees less
        {
            var name = char.ToLowerInvariant(mutation[0]) + mutation[1..];
            rows.Add((name, await ReachAsync(name, place => client => DoesAsync(client, mutation, inputs, place))));
        }

        return Table("mutation", rows.OrderBy(r => r.Item1, StringComparer.Ordinal).ToList());
    }

    public async Task<string> EndpointsAsync()
    {
        var rows = new List<(string, List<string>)>();
        foreach (var (method, route) in Routes(fond)) rows.Add(($"{method} {route}", await ReachAsync(route, place => client => FetchesEitherAsync(client, method, route, place))));
        return Table("endpoint", rows);
    }

    public static IEnumerable<(string Method, string Route)> Routes(FondServer fond) => fond.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => (Method: m, Route: e.RoutePattern.RawText!)))
        .Where(e => !e.Route.Contains("fallback", StringComparison.Ordinal)).Distinct().OrderBy(e => e.Route, StringComparer.Ordinal).ThenBy(e => e.Method, StringComparer.Ordinal);

    private async Task<List<string>> RowAsync(string what, Func<Client, Task<int>> seen, int? all = null)
    {
        var counts = new List<(int Everywhere, int InFund, int Owner)>();
        foreach (var asker in ground.Askers) counts.Add((await seen(asker.Everywhere), await seen(asker.InFund), await seen(asker.Owner)));
        var total = all ?? counts.Max(c => Math.Max(c.Everywhere, Math.Max(c.InFund, c.Owner)));
        return [.. counts.Select(c => Asker.Cell(c.Everywhere, c.InFund, c.Owner, total, Personal.Contains(what)))];
    }

    /// <summary>For what is done to one thing: there are two to do it to, one here and one elsewhere.</summary>
    private async Task<List<string>> ReachAsync(string what, Func<Dictionary<string, string>, Func<Client, Task<bool>>> reach) => await RowAsync(what,
        async client => (await reach(ground.Here)(client) ? 1 : 0) + (await reach(ground.There)(client) ? 1 : 0), 2);

    private async Task<int> ListedAsync(Client client, string name, JsonNode field)
    {
        var seen = 0;
        foreach (var arguments in Places(field))
        {
            var answer = await client.AskAsync($"{{ {name}(first: 100 {arguments}) {{ edges {{ cursor }} }} }}");
            if (answer["errors"] is not null) return Refused;
            seen += answer["data"]![name]!["edges"]!.AsArray().Count;
        }
        return seen;
    }

    private async Task<int> FieldAsync(Client client, string name, JsonNode field)
    {
        var seen = 0;
        foreach (var arguments in Places(field))
        {
            var answer = await client.AskAsync($"{{ {name}{(arguments.Length > 0 ? $"({arguments})" : "")} {{ __typename }} }}");
            seen += answer["errors"] is null && answer["data"]![name] is not null ? 1 : 0;
        }
        return seen;
    }

    /// <summary>What the field demands to be told: of each place, or nothing once.</summary>
    private IEnumerable<string> Places(JsonNode field)
    {
        var demanded = field["args"]!.AsArray().Where(a => a!["type"]!["kind"]!.GetValue<string>() == "NON_NULL").Select(a => a!["name"]!.GetValue<string>()).ToList();
        return demanded.Count == 0 ? [""] : new[] { ground.Here, ground.There }.Select(place => string.Join(' ', demanded.Select(name => $"{name}: \"{place[name]}\"")));
    }

    private async Task<bool> DoesAsync(Client client, string mutation, InputSchema inputs, Dictionary<string, string> place)
    {
        var name = char.ToLowerInvariant(mutation[0]) + mutation[1..];
        var input = ProbeInput.Of(inputs, mutation, ground.ToWhom(client, place));
        if (name == "markNotificationRead" && (await client.AskAsync("{ notifications(first: 1) { nodes { id } } }"))["data"]?["notifications"]?["nodes"]?[0]?["id"] is { } own && place == ground.Here) input["notificationId"] = own.DeepClone();
        var answer = await client.AskAsync($"mutation($input: {mutation}Input!) {{ {name}(input: $input) {{ errors {{ code path }} }} }}", new { input });
        if (answer["errors"] is { } errors) return IsAdmitted(errors[0]!["extensions"]!["code"]!.GetValue<string>());
        return answer["data"]![name]!["errors"]!.AsArray().All(e => IsAdmitted(e!["code"]!.GetValue<string>()) || e["path"]!.AsArray() is [var only] && !place.ContainsKey(only!.GetValue<string>()) && only.GetValue<string>() != "notificationId");
    }

    private static bool IsAdmitted(string code) => code is not ("FORBIDDEN" or "UNAUTHENTICATED" or "NOT_FOUND" or "WORKFLOW_ROLE_NOT_PERMITTED" or "MINUTES_NOT_APPROVER");

    /// <summary>What is here and now, or what has come further.</summary>
    private async Task<bool> FetchesEitherAsync(Client client, string method, string route, Dictionary<string, string> place) => await FetchesAsync(client, method, route, ground.ToWhom(client, place))
        || (method != "POST" && route.Contains("{id}", StringComparison.Ordinal) && (place == ground.Here ? ground.LaterHere : ground.LaterThere) is var later && later.ContainsKey(NamedBy(route)) && await FetchesAsync(client, method, route, later));

    private static async Task<bool> FetchesAsync(Client client, string method, string route, Dictionary<string, string> place) =>
        await StatusAsync(client, method, route, place) is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound);

    /// <summary>What is answered to somebody who asks for, or sends to, the place's thing of the route's kind.</summary>
    public static async Task<HttpStatusCode> StatusAsync(Client client, string method, string route, Dictionary<string, string> place)
    {
        var path = route.Contains("{id}", StringComparison.Ordinal) ? route.Replace("{id}", place[NamedBy(route)], StringComparison.Ordinal) : route;
        using var request = await client.RequestAsync(new HttpMethod(method), path.Replace("{name}", "helsingborg", StringComparison.Ordinal)
            .Replace("{number:int}", "1", StringComparison.Ordinal).Replace("{table}", "verdicts", StringComparison.Ordinal)
            .Replace("{municipality}", place.GetValueOrDefault("municipality", ""), StringComparison.Ordinal).Replace("{documentId}", place.GetValueOrDefault("enclosureId", ""), StringComparison.Ordinal).Replace("{**caseNumber}", place.GetValueOrDefault("caseNumber", ""), StringComparison.Ordinal)
            + (route == "/consultations/{id}/files" ? $"?bodyId={place["bodyId"]}" : ""));
        if (method == "POST") request.Content = IsForm(route) ? new FormUrlEncodedContent([new("answers-0", "Bra")]) : new ByteArrayContent("{}"u8.ToArray());
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private static bool IsForm(string route) => route is "/remisser/{id}" or "/remiss" or "/remiss/tid" or "/tillstyrkan";

    /// <summary>Of what the route's thing is.</summary>
    public static string KindOf(string route) => NamedBy(route) switch
    {
        "draftId" => nameof(Domain.Applications.Application),
        "importId" => nameof(Domain.Impact.Imports.MeasurementImport),
        "memoId" => nameof(Domain.Decisions.DecisionMemo),
        var named => char.ToUpperInvariant(named[0]) + named[1..^"Id".Length],
    };

    private static string NamedBy(string route) => route.Split('/')[1..] switch
    {
        ["applications", _, "archive"] => "applicationId",
        ["applications", ..] => "draftId",
        ["attachments", ..] => "attachmentId",
        ["documents", "files", ..] => "documentFileId",
        ["documents", ..] => "documentId",
        ["evidence", ..] => "evidenceFileId",
        ["funds", ..] => "fundId",
        ["key-figures", ..] => "keyFigureId",
        ["matters", _, "archive"] => "matterId",
        ["matter-documents", "files", ..] => "matterDocumentFileId",
        ["matter-documents", ..] => "matterDocumentId",
        ["measurement-imports", ..] => "importId",
        ["memos", ..] => "memoId",
        ["minutes", ..] => "minutesId",
        ["programmes", ..] => "programmeId",
        ["projects", ..] => "projectId",
        ["releases", ..] => "releaseRequestId",
        ["matter-releases", ..] => "matterReleaseRequestId",
        ["statement-files", ..] => "statementFileId",
        ["consultations" or "remisser", ..] => "consultationId",
        _ => throw new ArgumentException($"No kind of thing is known for {route}.", nameof(route)),
    };

    private async Task<List<string>> SampleAsync(string name)
    {
        var entity = FondSchema.NodeTypes().Single(t => t.Entity.Name == name).Entity;
        var ids = await (Task<List<long>>)GetType().GetMethod(nameof(IdsAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.MakeGenericMethod(entity).Invoke(this, [])!;
        return [.. ids.TakeLast(entity == typeof(Notification) ? ids.Count : Sample / 3 * 2).Concat(ids.Take(Sample / 3)).Distinct().Select(id => GlobalId.Of(entity.Name, id))];
    }

    private Task<List<long>> IdsAsync<T>() where T : Entity => fond.InDatabaseAsync(db => db.Set<T>().IgnoreAutoIncludes().OrderBy(e => e.Id).Select(e => e.Id).ToListAsync());

    private async Task<JsonNode> SchemaAsync() => (await fond.As("administrator").ReadAsync("{ __schema { queryType { fields { name args { name type { kind } } } } } }"))["__schema"]!;

    private string Table(string what, IReadOnlyList<(string Name, List<string> Cells)> rows)
    {
        _closed.AddRange(rows.Where(r => r.Cells.TrueForAll(cell => cell == "none")).Select(r => r.Name));
        return $"| {what} | {string.Join(" | ", ground.Askers.Select(a => a.Name))} |\n|{string.Concat(Enumerable.Repeat(" --- |", ground.Askers.Count + 1))}\n"
            + string.Concat(rows.Select(r => $"| `{r.Name}` | {string.Join(" | ", r.Cells)} |\n"));
    }
}
