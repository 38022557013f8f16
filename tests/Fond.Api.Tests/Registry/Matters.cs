using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Registry;

/// <summary>Matters of Lund, kept by its officer.</summary>
internal sealed class Matters(FondServer fond)
{
    public Stages Lund { get; } = new(fond, "lund");

    public async Task<string> FundAsync() => (await Lund.Officer.ReadAsync("{ funds(municipality: \"Lund\") { nodes { id } } }"))["funds"]!["nodes"]![0]!["id"]!.GetValue<string>();

    public async Task<(string Id, string Number)> OpenAsync(string title)
    {
        var matter = (await Lund.Officer.DoAsync("openMatter", new { fundId = await FundAsync(), title }, "matter { id caseNumber }"))["matter"]!;
        return (matter["id"]!.GetValue<string>(), matter["caseNumber"]!.GetValue<string>());
    }

    /// <summary>Drawn up on 9 March 2026.</summary>
    public async Task<string> RegisterAsync(string matter, string kind, string subject, int? corrects = null) =>
        (await Lund.Officer.DoAsync("registerMatterDocument", new { matterId = matter, kind, direction = "DRAWN_UP", on = "2026-03-09", subject, corrects }, "document { id }"))["document"]!["id"]!.GetValue<string>();

    /// <returns>The path of the file.</returns>
    public async Task<string> UploadAsync(string document, string content = "%PDF-1.7")
    {
        using var upload = await Lund.Officer.RequestAsync(HttpMethod.Post, $"/matter-documents/{document}/files?fileName=a.pdf");
        upload.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content));
        using var response = await Lund.Officer.SendAsync(upload);
        return $"/matter-documents/files/{JsonNode.Parse(await response.Content.ReadAsStringAsync())!["id"]!.GetValue<string>()}";
    }

    public Task CloseAsync(string matter) => Lund.Officer.DoAsync("closeMatter", new { matterId = matter }, "matter { closedOn closedBy { name } }");

    public Task KeepAsync(string fund, string kind, int years) => Lund.Registrar.DoAsync("setRetentionRule", new { fundId = fund, kind, years, decision = "KS 2020/15 § 4" }, "retentionRule { id }");
}
