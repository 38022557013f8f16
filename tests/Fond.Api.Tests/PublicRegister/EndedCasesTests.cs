using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.PublicRegister;

/// <summary>Cases that have a page in the register without a decision on money are listed there too.</summary>
public sealed class EndedCasesTests : FondTest
{
    private const string Ask = "query($m: String, $t: String) { publicEndedCases(municipality: $m, text: $t) { nodes { caseNumber municipality fund isMarked title organisation phase } } publicRegister { nodes { caseNumber } } }";

    private Stages Stages => new(Fond);

    [Fact]
    public async Task What_was_withdrawn_is_listed_with_its_page_and_what_is_open_is_not()
    {
        var application = await Cases.SubmittedAsync(Fond);
        Assert.Empty(await ReadAsync(new { }));
        await Stages.Lead.DoAsync("withdrawApplication", new { applicationId = application }, "application { id }");
        var ended = Assert.Single(await ReadAsync(new { m = "Helsingborg" }))!;
        Assert.Equal("WITHDRAWN", ended["phase"]!.GetValue<string>());
        Assert.Empty(await ReadAsync(new { m = "Lund" }));
        Assert.Single(await ReadAsync(new { t = ended["title"]!.GetValue<string>()[..8] }));
        var path = $"/register/cases/Helsingborg/{string.Join('/', ended["caseNumber"]!.GetValue<string>().Split('/').Select(Uri.EscapeDataString))}";
        Assert.Contains($"<a href=\"{path}\">", await PageAsync("/register/ended"), StringComparison.Ordinal);
        Assert.Contains("Ansökan är återkallad", await PageAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_marked_one_tells_its_number_alone_and_no_search_finds_what_it_says()
    {
        var application = await Cases.SubmittedAsync(Fond);
        await Stages.Lead.DoAsync("withdrawApplication", new { applicationId = application }, "application { id }");
        var open = Assert.Single(await ReadAsync(new { }))!;
        var title = open["title"]!.GetValue<string>();
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = "OSL 26 kap. 1 §" }, "application { id }");
        var marked = Assert.Single(await ReadAsync(new { t = open["caseNumber"]!.GetValue<string>() }))!;
        Assert.Equal((true, null, null), (marked["isMarked"]!.GetValue<bool>(), marked["title"], marked["organisation"]));
        Assert.Empty(await ReadAsync(new { t = title }));
        Assert.DoesNotContain(title, await PageAsync("/register/ended"), StringComparison.Ordinal);
    }

    private async Task<JsonArray> ReadAsync(object filter) => (await Fond.As(null).ReadAsync(Ask, filter))["publicEndedCases"]!["nodes"]!.AsArray();

    private async Task<string> PageAsync(string path) => await Fond.Http.GetStringAsync(path, TestContext.Current.CancellationToken);
}
