using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Consultations;

public sealed class CompilationTests : FondTest
{
    private Referrals Lund => new(Fond);

    [Fact]
    public async Task A_body_reads_no_others_statement_before_it_has_answered_or_the_consultation_has_closed()
    {
        var (id, bodies) = await Lund.SentAsync();
        await Fond.As("lund-remiss-2").DoAsync("answerConsultation", Referrals.Answer(id, bodies[1], "OBJECTS", "Nej"), "consultation { id }");
        Assert.Equal([true, false], Statements(await Lund.ReadAsync("lund-remiss-2", id)));
        Assert.Equal([true, false], Statements(await Lund.ReadAsync("lund-handlaggare", id)));
        var before = await Lund.ReadAsync("lund-remiss-3", id);
        Assert.Equal([false, false], Statements(before));
        Assert.Equal("ANSWERED", before["requests"]![0]!["status"]!.GetValue<string>()); // that it has answered is no secret
        Assert.Null(before["compilation"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await CsvAsync("lund-remiss-3", id)).Status);

        await Fond.As("lund-remiss-3").DoAsync("answerConsultation", Referrals.Answer(id, bodies[2]), "consultation { id }");
        Assert.Equal([true, true], Statements(await Lund.ReadAsync("lund-remiss-3", id)));
    }

    [Fact]
    public async Task When_it_has_closed_those_who_did_not_answer_read_too()
    {
        var (id, bodies) = await Lund.SentAsync();
        await Fond.As("lund-remiss-2").DoAsync("answerConsultation", Referrals.Answer(id, bodies[1]), "consultation { id }");
        Fond.Clock.SetUtcNow(new(2026, 6, 2, 9, 0, 0, TimeSpan.Zero));
        await Lund.Officer.DoAsync("closeConsultation", new { consultationId = id }, "consultation { id }");
        Assert.Equal([true, false], Statements(await Lund.ReadAsync("lund-remiss-3", id)));
    }

    [Fact]
    public async Task It_is_compiled_by_question_and_stance()
    {
        var (id, bodies) = await Lund.SentAsync();
        await Fond.As("lund-remiss-2").DoAsync("answerConsultation", Referrals.Answer(id, bodies[1], "OBJECTS", "Nej"), "consultation { id }");
        Fond.Clock.SetUtcNow(new(2026, 6, 2, 9, 0, 0, TimeSpan.Zero));
        await Fond.As("lund-remiss-3").DoAsync("answerConsultation", Referrals.Answer(id, bodies[2], "SUPPORTS", "Ja, gärna"), "consultation { id }");
        var compilation = (await Lund.ReadAsync("lund-handlaggare", id))["compilation"]!;
        Assert.Equal((2, 2, 1), (compilation["asked"]!.GetValue<int>(), compilation["answered"]!.GetValue<int>(), compilation["late"]!.GetValue<int>()));
        Assert.Equal(["SUPPORTS 1", "SUPPORTS_IN_PART 0", "OBJECTS 1", "NO_OBJECTION 0", "DECLINES 0"], compilation["stances"]!.AsArray().Select(s => $"{s!["stance"]} {s["count"]}"));
        var question = Assert.Single(compilation["questions"]!.AsArray())!;
        Assert.Equal(["SUPPORTS: Ja, gärna (late true)", "OBJECTS: Nej (late false)"], question["byStance"]!.AsArray()
            .Select(s => $"{s!["stance"]}: {s["answers"]![0]!["answer"]} (late {s["answers"]![0]!["late"]!.ToJsonString()})"));
    }

    [Fact]
    public async Task The_table_is_a_file_in_which_nothing_is_a_formula()
    {
        var (id, bodies) = await Lund.SentAsync(d => d["questions"] = new JsonArray("=1+1?"));
        await Fond.As("lund-remiss-2").DoAsync("answerConsultation", Referrals.Answer(id, bodies[1], "OBJECTS", "=HYPERLINK(\"http://x\";\"y\")"), "consultation { id }");
        await Fond.As("lund-remiss-3").DoAsync("answerConsultation", Referrals.Answer(id, bodies[2], "NO_OBJECTION", "-2+3"), "consultation { id }");
        var (status, text) = await CsvAsync("lund-handlaggare", id);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            """
            Remissinstans;Läge;Inkom;Ställningstagande;"'=1+1?";Övrigt;Filer
            Kommunala funktionshinderrådet;har svarat;2026-03-10;avstyrker;"'=HYPERLINK(""http://x"";""y"")";;
            Kommunala pensionärsrådet;har svarat;2026-03-10;ingen erinran;"'-2+3";;
            """.ReplaceLineEndings("\n"), text.ReplaceLineEndings("\n").TrimEnd());
        Assert.Equal(HttpStatusCode.NotFound, (await CsvAsync("helsingborg-handlaggare", id)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await CsvAsync(null, id)).Status);
    }

    [Theory]
    [InlineData("=1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@x")]
    public async Task A_cell_that_a_spreadsheet_would_compute_is_shown_as_text(string answer)
    {
        var (id, bodies) = await Lund.SentAsync();
        await Fond.As("lund-remiss-2").DoAsync("answerConsultation", Referrals.Answer(id, bodies[1], "SUPPORTS", answer), "consultation { id }");
        Assert.Contains($";\"'{answer}\";", (await CsvAsync("lund-handlaggare", id)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_used_again_and_each_body_asked_once()
    {
        var bodies = await Lund.BodiesAsync();
        var input = new { municipality = "Lund", name = "Råden", bodyIds = new[] { bodies[1], bodies[2] } };
        await Fond.As("helsingborg-handlaggare").ForbiddenAsync("FORBIDDEN", "mutation($input: SaveReferralGroupInput!) { saveReferralGroup(input: $input) { errors { code } } }", new { input });
        var group = (await Lund.Officer.DoAsync("saveReferralGroup", input, "referralGroup { id }"))["referralGroup"]!["id"]!.GetValue<string>();
        await Fond.As("helsingborg-handlaggare").RefusedAsync("NOT_FOUND", "saveReferralGroup", new { referralGroupId = group, input.municipality, input.name, input.bodyIds }, "referralGroupId");
        await Lund.Officer.RefusedAsync("REFERRAL_GROUP_EMPTY", "saveReferralGroup", new { input.municipality, input.name, bodyIds = Array.Empty<string>() }, "bodyIds");
        var id = await Lund.DraftAsync([bodies[2]], d => d["groupIds"] = new JsonArray(group));
        var asked = (await Lund.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Consultation { requests { body { id } } } } referralGroups(municipality: \"Lund\") { nodes { name bodies { id } } } }", new { id }));
        Assert.Equal([bodies[2], bodies[1]], asked["node"]!["requests"]!.AsArray().Select(r => r!["body"]!["id"]!.GetValue<string>()));
        Assert.Equal(2, Assert.Single(asked["referralGroups"]!["nodes"]!.AsArray(), g => g!["name"]!.GetValue<string>() == "Råden")!["bodies"]!.AsArray().Count);
        Assert.Empty((await Fond.As("helsingborg-handlaggare").ReadAsync("{ referralGroups { nodes { id } } }"))["referralGroups"]!["nodes"]!.AsArray());
    }

    [Fact]
    public async Task What_awaits_a_body_is_listed_until_it_has_answered()
    {
        var (id, bodies) = await Lund.SentAsync();
        Assert.Contains(id, await AwaitingAsync("lund-remiss-2"));
        Assert.Contains(id, await AwaitingAsync("lund-remiss-3"));
        await Fond.As("lund-remiss-2").DoAsync("answerConsultation", Referrals.Answer(id, bodies[1]), "consultation { id }");
        Assert.DoesNotContain(id, await AwaitingAsync("lund-remiss-2"));
        Assert.Empty(await AwaitingAsync("lund-handlaggare"));
    }

    private static IEnumerable<bool> Statements(JsonNode consultation) => consultation["requests"]!.AsArray().Select(r => r!["statement"] is not null);

    private async Task<IReadOnlyList<string>> AwaitingAsync(string person) =>
        [.. (await Fond.As(person).ReadAsync("{ consultations(awaitsMe: true) { nodes { id } } }"))["consultations"]!["nodes"]!.AsArray().Select(n => n!["id"]!.GetValue<string>())];

    private async Task<(HttpStatusCode Status, string Text)> CsvAsync(string? person, string id)
    {
        var client = new Client(Fond, person) { Language = "sv" };
        using var response = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, $"/consultations/{id}/compilation.csv"));
        return (response.StatusCode, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()).TrimStart('\uFEFF'));
    }
}
