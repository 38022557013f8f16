using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fond.Domain.Common;
using Fond.Features.Platform.Documents;

namespace Fond.Features.Reports;

/// <summary>A report: a document to be read, and its tables for programs.</summary>
/// <param name="Tables">Those without rows included, so that a program finds the same ones in each report.</param>
internal sealed record Report(Document Document, IReadOnlyList<ReportTable> Tables)
{
    private static readonly JsonSerializerOptions Letters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // it is not put into a page

    public static Report Of(string title, Language language, string footer, IEnumerable<Block> blocks)
    {
        List<Block> all = [.. blocks];
        return new(new(title, language, footer, [.. all.Where(b => b is not ReportTable { Rows.Count: 0 })]), [.. all.OfType<ReportTable>()]);
    }

    /// <exception cref="RefusedException"><see cref="ReportTableUnknown"/>.</exception>
    public byte[] Csv(string table)
    {
        var found = Tables.FirstOrDefault(t => t.Name == table) ?? throw new RefusedException(new ReportTableUnknown([.. Tables.Select(t => t.Name)]) { Path = ["table"] });
        return Platform.Documents.Csv.Of(Platform.Documents.Csv.Commas, found.Keys, found.Values);
    }

    public string Json() => new JsonObject
    {
        ["title"] = Document.Title,
        ["language"] = Document.Language.Code(),
        ["tables"] = new JsonObject(Tables.Select(t => KeyValuePair.Create(t.Name, (JsonNode?)Rows(t)))),
    }.ToJsonString(Letters);

    private static JsonArray Rows(ReportTable table) =>
        new([.. table.Values.Select(row => new JsonObject(table.Keys.Zip(row, (key, value) => KeyValuePair.Create(key, JsonSerializer.SerializeToNode(value)))))]);
}

public sealed record ReportTableUnknown(IReadOnlyList<string> Known) : Refusal("REPORT_TABLE_UNKNOWN", new(
    $"Rapporten har ingen sådan tabell. Den har {string.Join(", ", Known)}.", $"The report has no such table. It has {string.Join(", ", Known)}."));
