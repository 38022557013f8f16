using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using UglyToad.PdfPig;

namespace Fond.Api.Tests.Decisions;

/// <summary>Tjänsteskrivelsen, from the case to the registry.</summary>
public sealed class DecisionMemoTests : FondTest
{
    private const string Shown = "memo { id version finishedAt sha256 path text { summary documents bestInterests matter proposal dispatchTo } }";

    private Stages Stages => new(Fond);

    [Fact]
    public async Task A_memo_begins_with_what_the_case_gives_and_is_registered_as_it_was_finished()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var begun = (await Stages.Officer.DoAsync("saveDecisionMemo", new { applicationId = application }, Shown))["memo"]!;
        var text = begun["text"]!;
        Assert.Contains(text["documents"]!.AsArray(), d => d!.GetValue<string>().StartsWith("Ansökan 2026-", StringComparison.Ordinal));
        Assert.Contains("beviljas", text["proposal"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotEmpty(text["bestInterests"]!.GetValue<string>());
        var id = begun["id"]!.GetValue<string>();
        var changed = (await Stages.Secretary.DoAsync("saveDecisionMemo", new { applicationId = application, summary = "Styrgruppen föreslås bevilja medel." }, Shown))["memo"]!;
        Assert.Equal((id, "Styrgruppen föreslås bevilja medel.", text["matter"]!.GetValue<string>()), (changed["id"]!.GetValue<string>(), changed["text"]!["summary"]!.GetValue<string>(), changed["text"]!["matter"]!.GetValue<string>()));
        Assert.Contains("Utkast", await WordsAsync(changed["path"]!.GetValue<string>()), StringComparison.Ordinal);

        var finished = (await Stages.Officer.DoAsync("finishDecisionMemo", new { memoId = id }, Shown))["memo"]!;
        var bytes = await BytesAsync(finished["path"]!.GetValue<string>());
        Assert.Equal(finished["sha256"]!.GetValue<string>(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var words = await WordsAsync(finished["path"]!.GetValue<string>());
        foreach (var said in new[] { "Tjänsteskrivelse", "Beslutsunderlag", "Barnets bästa", "Förslag till beslut", "Beslut expedieras till", "Styrgruppen föreslås bevilja medel." }) Assert.Contains(said, words, StringComparison.Ordinal);
        Assert.DoesNotContain("Utkast", words, StringComparison.Ordinal);
        var entry = (await Stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: DECISION_MEMO) { nodes { direction target { id } } } }", new { a = application }))["caseDocuments"]!["nodes"]!.AsArray().Single()!;
        Assert.Equal(("DRAWN_UP", id), (entry["direction"]!.GetValue<string>(), entry["target"]!["id"]!.GetValue<string>()));
        await Stages.Officer.RefusedAsync("MEMO_FINISHED", "finishDecisionMemo", new { memoId = id });
        var next = (await Stages.Officer.DoAsync("saveDecisionMemo", new { applicationId = application, summary = "Nytt underlag." }, Shown))["memo"]!;
        Assert.NotEqual(id, next["id"]!.GetValue<string>());
        Assert.Equal(bytes, await BytesAsync(finished["path"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_a_memo_lacks_is_named_and_where_children_are_concerned_so_are_their_interests()
    {
        var application = await Cases.SubmittedAsync(Fond);
        var memo = (await Stages.Officer.DoAsync("saveDecisionMemo", new { applicationId = application, bestInterests = "", dispatchTo = Array.Empty<string>() }, Shown))["memo"]!["id"]!.GetValue<string>();
        var faults = (await Stages.Officer.TryAsync("finishDecisionMemo", new { memoId = memo }, "__typename"))["errors"]!.AsArray();
        Assert.Equal(["bestInterests", "proposal", "dispatchTo"], faults.Select(f => f!["path"]![0]!.GetValue<string>()));
        Assert.All(faults, f => Assert.Equal("MEMO_PART_MISSING", f!["code"]!.GetValue<string>()));
        await Stages.Officer.RefusedAsync("MEMO_LINES_INVALID", "saveDecisionMemo", new { applicationId = application, documents = new[] { "Ansökan", " " } }, "documents");
        await Stages.Officer.RefusedAsync("CONFLICT", "saveDecisionMemo", new { applicationId = application, summary = "x1", expectedVersion = 99 }, "expectedVersion");
    }

    [Fact]
    public async Task A_memo_is_for_those_who_handle_the_case()
    {
        var application = await Cases.SubmittedAsync(Fond);
        var memo = (await Stages.Officer.DoAsync("saveDecisionMemo", new { applicationId = application }, Shown))["memo"]!;
        var (id, path) = (memo["id"]!.GetValue<string>(), memo["path"]!.GetValue<string>());
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", "mutation($input: SaveDecisionMemoInput!) { saveDecisionMemo(input: $input) { errors { code } } }", new { input = new { applicationId = application } });
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "saveDecisionMemo", new { applicationId = application }, "applicationId");
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "finishDecisionMemo", new { memoId = id }, "memoId");
        foreach (var (person, status) in new[] { ("helsingborg-ordforande", HttpStatusCode.OK), ("helsingborg-projektledare", HttpStatusCode.NotFound), ("haninge-handlaggare", HttpStatusCode.NotFound) })
        {
            var client = Fond.As(person);
            using var response = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, path));
            Assert.Equal(status, response.StatusCode);
        }
        Assert.Empty((await Stages.Lead.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { memos { id } } } }", new { id = application }))["node"]!["memos"]!.AsArray());
    }

    private async Task<byte[]> BytesAsync(string path)
    {
        using var response = await Stages.Officer.SendAsync(await Stages.Officer.RequestAsync(HttpMethod.Get, path));
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private async Task<string> WordsAsync(string path)
    {
        using var read = PdfDocument.Open(await BytesAsync(path));
        return string.Join(' ', read.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text));
    }
}
