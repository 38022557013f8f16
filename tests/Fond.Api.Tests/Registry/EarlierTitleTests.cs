using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Registry;

/// <summary>A case that has changed its name: what the registry says by the one that it had is under its mark, too.</summary>
public sealed class EarlierTitleTests : FondTest
{
    private const string Ground = "OSL 26 kap. 1 §", Earlier = "Kvastfena i skolan";

    private Stages Stages => new(Fond);

    [Fact]
    public async Task Entries_that_tell_an_earlier_title_follow_a_mark_that_is_put_later_and_one_that_is_there_already()
    {
        var application = await RenamedAsync();
        var before = await RegisterAsync(application, $"Fråga om {Earlier}");
        var other = await RegisterAsync(application, "Fråga");
        await MarkAsync(application, Ground);
        var after = await RegisterAsync(application, $"Svar om {Earlier}");
        Assert.Equal([Ground, null, Ground], [await GroundAsync(before), await GroundAsync(other), await GroundAsync(after)]);
        Assert.DoesNotContain(await EntriesAsync(application), entry => entry.Ground is null && entry.Subject.Contains("Kvastfena", StringComparison.Ordinal));

        await MarkAsync(application, null);
        Assert.All(await EntriesAsync(application), entry => Assert.Null(entry.Ground));
    }

    /// <summary>Handed in under one title, and supplemented under another.</summary>
    private async Task<string> RenamedAsync()
    {
        var application = await Cases.WholeDraftAsync(Fond);
        await Stages.Lead.DoAsync("saveApplicationDraft", new { applicationId = application, title = Earlier }, "application { id }");
        await Stages.Lead.DoAsync("submitApplication", new { applicationId = application }, "application { id }");
        await Stages.Officer.DoAsync("requestSupplement", new { applicationId = application, request = "Byt namn", lastDay = "2026-03-20" }, "application { id }");
        await Stages.Lead.DoAsync("saveApplicationDraft", new { applicationId = application, title = "Broar" }, "application { id }");
        await Stages.Lead.DoAsync("supplementApplication", new { applicationId = application }, "application { id }");
        return application;
    }

    private async Task<string> RegisterAsync(string application, string subject) => (await Stages.Officer.DoAsync("registerDocument",
        new { applicationId = application, kind = "LETTER", direction = "INCOMING", on = "2026-03-09", correspondent = "Skolverket", subject }, "document { id }"))["document"]!["id"]!.GetValue<string>();

    private Task<JsonNode> MarkAsync(string application, string? ground) => Stages.Officer.DoAsync("markApplication", new { applicationId = application, field = "title", ground }, "application { id }");

    private async Task<string?> GroundAsync(string document) =>
        (await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on CaseDocument { secrecy { ground } } } }", new { id = document }))["node"]!["secrecy"]?["ground"]!.GetValue<string>();

    private async Task<List<(string Subject, string? Ground)>> EntriesAsync(string application) =>
        [.. (await Stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, first: 100) { nodes { subject secrecy { ground } } } }", new { a = application }))["caseDocuments"]!["nodes"]!.AsArray()
            .Select(d => (d!["subject"]!.GetValue<string>(), d["secrecy"]?["ground"]!.GetValue<string>()))];
}
