using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.KeyFigures;

/// <summary>A fund with areas, beside the whole municipality of the demo data, and a key figure.</summary>
internal static class KeyFigureGround
{
    public static async Task<string> FundAsync(IFond fond, string municipality) =>
        (await fond.As(null).ReadAsync("query($m: String) { funds(municipality: $m) { nodes { id } } }", new { m = municipality }))["funds"]!["nodes"]![0]!["id"]!.GetValue<string>();

    public static JsonObject Figure(string fund, string code = "behoriga") => new()
    {
        ["fundId"] = fund,
        ["code"] = code,
        ["unit"] = "procent",
        ["terms"] = Terms(),
    };

    public static JsonObject Terms() => new()
    {
        ["name"] = new JsonObject { ["sv"] = "Elever behöriga till gymnasiet", ["en"] = "Pupils eligible for upper secondary school" },
        ["definition"] = "Andel av eleverna i årskurs 9 i kommunens skolor.",
        ["direction"] = "HIGHER_IS_BETTER",
        ["source"] = "Skolverket",
        ["owner"] = "Utbildningsförvaltningen",
    };

    public static async Task<string> AddAsync(Client officer, string fund, string code = "behoriga") =>
        (await officer.DoAsync("addKeyFigure", Figure(fund, code), "keyFigure { id }"))["keyFigure"]!["id"]!.GetValue<string>();

    public static async Task<string> AreaAsync(Client officer, string fund, string code) =>
        (await officer.DoAsync("addKeyFigureArea", new { fundId = fund, code, name = $"Område {code}" }, "area { id }"))["area"]!["id"]!.GetValue<string>();

    public static async Task<JsonNode> RecordAsync(Client officer, string figure, params object[] rows) =>
        (await officer.DoAsync("recordKeyFigureValues", new { keyFigureId = figure, rows }, "report { loadId added revised unchanged }"))["report"]!;

    public static async Task<JsonArray> ValuesAsync(Client client, string figure, string filter = "") => (await client.ReadAsync(
        $"query($f: ID!) {{ keyFigureValues(keyFigureId: $f{filter}) {{ nodes {{ year gender value missing revision isCurrent area {{ code }} load {{ at origin by {{ name }} }} }} }} }}", new { f = figure }))["keyFigureValues"]!["nodes"]!.AsArray();

    public static async Task<HttpResponseMessage> PostAsync(Client client, string figure, string file, string? key = null)
    {
        var request = await client.RequestAsync(HttpMethod.Post, $"/key-figures/{figure}/values");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(file)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }
}
