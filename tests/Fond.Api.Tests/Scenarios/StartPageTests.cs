using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Scenarios;

public sealed partial class StartPageTests : FondTest
{
    [Fact]
    public async Task The_page_is_served_whole_and_loads_nothing_from_elsewhere()
    {
        var page = await ReadAsync("/");
        var files = Loaded().Matches(page).Select(m => m.Groups["path"].Value).ToList();
        Assert.Equal(["/favicon.svg", "/fond.css", "/fond.js"], files.Order(StringComparer.Ordinal));
        var script = await ReadAsync("/fond.js");
        files.AddRange(Imported().Matches(script).Select(m => "/" + m.Groups["path"].Value));
        foreach (var file in files)
        {
            var content = await ReadAsync(file);
            Assert.DoesNotContain("//", content.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal).Split('\n').Where(l => !l.StartsWith("//", StringComparison.Ordinal)).Aggregate("", string.Concat), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_people_come_with_their_municipality_and_those_of_every_fund_without()
    {
        var people = (await Fond.Http.GetFromJsonAsync<JsonArray>("/dev/people"))!;
        var of = people.ToDictionary(p => p!["person"]!.GetValue<string>(), p => p!["municipality"]?.GetValue<string>());
        Assert.Equal(("Helsingborg", "Haninge", "Lund", "Motala"), (of["helsingborg-projektledare"], of["haninge-kommunstyrelse-1"], of["lund-remiss-7"], of["motala-ordforande"]));
        Assert.Equal(["administrator", "revisor"], of.Where(p => p.Value is null).Select(p => p.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_comes_from_the_data_is_shown_as_text_and_never_as_markup_or_code() =>
        Assert.All(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Fond.Api", "wwwroot"), "*.js"), script => Assert.DoesNotMatch(Markup(), File.ReadAllText(script)));

    private async Task<string> ReadAsync(string path)
    {
        using var response = await Fond.Http.GetAsync(path);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} {response.StatusCode}");
        Assert.StartsWith("default-src 'self';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        return await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("(?:<script src|<link [^>]*href)=\"(?<path>[^\"]+)\"")]
    private static partial Regex Loaded();

    [GeneratedRegex(@"(inner|outer)HTML|insertAdjacentHTML|setHTML|document\.write|DOMParser|createContextualFragment|srcdoc|\beval\b|\bFunction\(|javascript:|setAttribute\('(on|href|src)|\.(href|src|action)\s*=")]
    private static partial Regex Markup();

    [GeneratedRegex(@"from '\./(?<path>[a-z]+\.js)'")]
    private static partial Regex Imported();
}
