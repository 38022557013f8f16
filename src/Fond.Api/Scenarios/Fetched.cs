using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Fond.Api.Scenarios;

/// <summary>What came back for a path.</summary>
internal sealed record Fetched(int Status, string? Type, byte[] Content)
{
    private static ReadOnlySpan<byte> PdfBegins => "%PDF-"u8;

    private static ReadOnlySpan<byte> PdfEnds => "%%EOF"u8;

    /// <summary>In the form of an answer to a query, so that what stands in it is told and kept alike; without data when it is no JSON.</summary>
    public JsonNode Answer()
    {
        var json = Type is "application/json" ? JsonNode.Parse(Content) : null;
        return (json as JsonObject)?["errors"] is null ? new JsonObject { ["data"] = json } : json!;
    }

    /// <summary>What is otherwise than told; null: nothing.</summary>
    /// <param name="contains">With kept values in their places.</param>
    public string? Fault(ScenarioFile told, IEnumerable<string> contains)
    {
        if (Status != told.Status) return string.Create(CultureInfo.InvariantCulture, $"was answered with {Status}, not {told.Status}");
        if (Type != told.Type) return $"is {Type ?? "of no type"}, not {told.Type}";
        if (Type is "application/pdf" && !(Content.AsSpan().StartsWith(PdfBegins) && Content.AsSpan().TrimEnd("\r\n"u8).EndsWith(PdfEnds))) return "is no whole PDF";
        var text = Encoding.UTF8.GetString(Content);
        return contains.FirstOrDefault(c => !text.Contains(c, StringComparison.Ordinal)) is { } missing ? $"does not say \"{missing}\"" : null;
    }
}
