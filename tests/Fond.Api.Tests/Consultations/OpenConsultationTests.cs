using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Consultations;

public sealed class OpenConsultationTests : FondTest
{
    private Referrals Lund => new(Fond);

    [Fact]
    public async Task Anybody_comments_on_the_open_page_without_scripts_and_without_a_name()
    {
        var id = await OpenAsync();
        var (status, page) = await GetAsync(id);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<label for=\"answers-0\">Vad tycker du?</label>", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"sv\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(id, ("answers-0", "Fler mötesplatser."), ("answers-1", ""))).Status);
        var (refusedStatus, refused) = await PostAsync(id, ("answers-0", " "), ("name", "Åsa \"x\""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refusedStatus);
        Assert.Contains("<div role=\"alert\">", refused, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\" aria-describedby=\"answers-0-fault\"", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"Åsa &quot;x&quot;\"", refused, StringComparison.Ordinal);
        Assert.Equal([" Fler mötesplatser.|"], await CommentsAsync("lund-handlaggare", id));
    }

    [Fact]
    public async Task Anybody_comments_through_the_api_without_signing_in()
    {
        var id = await OpenAsync();
        var open = (await Fond.As(null).ReadAsync("{ openConsultations(first: 1) { nodes { id title questions lastDay letter caseNumber } } }"))["openConsultations"]!["nodes"]![0]!;
        Assert.Equal((id, "Plan för social hållbarhet", 2), (open["id"]!.GetValue<string>(), open["title"]!.GetValue<string>(), open["questions"]!.AsArray().Count));
        await Fond.As(null).DoAsync("commentConsultation", new { consultationId = id, name = "Åsa", answers = new[] { "", "Ja" }, idempotencyKey = "1" }, "receipt { receivedAt }");
        await Fond.As(null).DoAsync("commentConsultation", new { consultationId = id, answers = new[] { "Nej" }, idempotencyKey = "1" }, "receipt { receivedAt }"); // nobody's key
        await Fond.As(null).RefusedAsync("PUBLIC_COMMENT_EMPTY", "commentConsultation", new { consultationId = id, answers = new[] { " ", "-" } });
        await Fond.As(null).RefusedAsync("CONSULTATION_ANSWERS_TOO_MANY", "commentConsultation", new { consultationId = id, answers = new[] { "a", "b", "c" } }, "answers");
        await Fond.As(null).RefusedAsync("PUBLIC_COMMENT_NAME_INVALID", "commentConsultation", new { consultationId = id, name = new string('x', 101), answers = new[] { "a" } }, "name");
        Assert.Equal([" Nej", "Åsa |Ja"], await CommentsAsync("lund-handlaggare", id));
    }

    [Theory]
    [InlineData("Jag heter så, 811218-9876.")]
    [InlineData("19811218 9876")]
    public async Task Personal_identity_numbers_are_not_received(string text)
    {
        var id = await OpenAsync();
        await Fond.As(null).RefusedAsync("PUBLIC_COMMENT_PERSONAL_NUMBER", "commentConsultation", new { consultationId = id, answers = new[] { "Ja", text } }, "answers.1");
        await Fond.As(null).RefusedAsync("PUBLIC_COMMENT_PERSONAL_NUMBER", "commentConsultation", new { consultationId = id, name = text, answers = new[] { "Ja" } }, "name");
        Assert.Empty(await CommentsAsync("lund-handlaggare", id));
    }

    [Fact]
    public async Task What_is_not_open_to_the_public_does_not_exist_for_it()
    {
        var (closed, _) = await Lund.SentAsync();
        var draft = await Lund.DraftAsync([], Public);
        foreach (var id in new[] { closed, draft, "x" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(id)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(id, ("answers-0", "Ja"))).Status);
            await Fond.As(null).RefusedAsync("NOT_FOUND", "commentConsultation", new { consultationId = id, answers = new[] { "Ja" } }, "consultationId");
        }
        Assert.DoesNotContain((await Fond.As(null).ReadAsync("{ openConsultations { nodes { id } } }"))["openConsultations"]!["nodes"]!.AsArray(), o => o!["id"]!.GetValue<string>() == closed || o["id"]!.GetValue<string>() == draft);
        var open = await OpenAsync();
        Fond.Clock.SetUtcNow(new(2026, 6, 1, 21, 59, 59, TimeSpan.Zero)); // a second before midnight in Lund
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(open)).Status);
        Fond.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(open)).Status);
    }

    [Fact]
    public async Task Comments_are_read_by_those_who_handle_the_matter()
    {
        var id = await OpenAsync();
        await Fond.As(null).DoAsync("commentConsultation", new { consultationId = id, name = "Åsa", answers = new[] { "Ja" } }, "receipt { receivedAt }");
        Assert.Single(await CommentsAsync("lund-handlaggare", id));
        Assert.Empty(await CommentsAsync("helsingborg-handlaggare", id));
        const string Ask = "query($id: ID!) { publicComments(consultationId: $id) { nodes { name } } }";
        await Fond.As("lund-remiss-2").ForbiddenAsync("FORBIDDEN", Ask, new { id });
        await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", Ask, new { id });
    }

    [Fact]
    public async Task The_compilation_is_a_document_to_be_read_and_a_pdf_to_be_kept()
    {
        var id = await OpenAsync();
        var bodies = await Lund.BodiesAsync();
        await Fond.As("lund-remiss-2").DoAsync("answerConsultation", new { consultationId = id, bodyId = bodies[1], stance = "OBJECTS", answers = new[] { "Nej <i>" }, text = "Tack." }, "consultation { id }");
        await Fond.As(null).DoAsync("commentConsultation", new { consultationId = id, name = "Åsa", answers = new[] { "Bra" } }, "receipt { receivedAt }");
        var html = await DocumentAsync("lund-handlaggare", id, "html");
        foreach (var text in new[] { "Remissammanställning: Plan för social hållbarhet", "<dt>Avstyrker</dt>", "Nej &lt;i&gt;", "Kommunala pensionärsrådet", "Synpunkter från allmänheten", "Åsa" })
            Assert.Contains(text, Encoding.UTF8.GetString(html), StringComparison.Ordinal);
        Assert.StartsWith("%PDF", Encoding.Latin1.GetString(await DocumentAsync("lund-handlaggare", id, "pdf")), StringComparison.Ordinal);
        Assert.DoesNotContain("Åsa", Encoding.UTF8.GetString(await DocumentAsync("lund-remiss-2", id, "html")), StringComparison.Ordinal); // it has answered, and reads bodies' statements
        Assert.Empty(await DocumentAsync("lund-remiss-3", id, "html", HttpStatusCode.Forbidden));
        Assert.Empty(await DocumentAsync(null, id, "pdf", HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task The_publics_comments_are_compiled_in_the_table_and_over_the_api_too()
    {
        var id = await OpenAsync();
        var bodies = await Lund.BodiesAsync();
        await Fond.As("lund-remiss-2").DoAsync("answerConsultation", new { consultationId = id, bodyId = bodies[1], stance = "OBJECTS", answers = new[] { "Nej" }, text = "Tack." }, "consultation { id }");
        await Fond.As(null).DoAsync("commentConsultation", new { consultationId = id, name = "Åsa", answers = new[] { "", "=Bra" } }, "receipt { receivedAt }");
        await Fond.As(null).DoAsync("commentConsultation", new { consultationId = id, answers = new[] { "Fler" } }, "receipt { receivedAt }");
        Assert.Equal(
            """
            Remissinstans;Läge;Inkom;Ställningstagande;Är det bra?;Övrigt;Filer;Vad tycker du?;Något mer?
            Kommunala funktionshinderrådet;har svarat;2026-03-10;avstyrker;Nej;Tack.;;;
            Kommunala pensionärsrådet;inväntas;;;;;;;
            Åsa;allmänheten;2026-03-10;;;;;;"'=Bra"
            Utan namn;allmänheten;2026-03-10;;;;;Fler;
            """.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(await DocumentAsync("lund-handlaggare", id, "csv")).TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd());
        Assert.DoesNotContain("Åsa", Encoding.UTF8.GetString(await DocumentAsync("lund-remiss-2", id, "csv")), StringComparison.Ordinal);
        const string Ask = "query($id: ID!) { node(id: $id) { ... on Consultation { compilation { statements { body { name } stance text late files { fileName } } publicComments { name answers } } } } }";
        var compilation = (await Lund.Officer.ReadAsync(Ask, new { id }))["node"]!["compilation"]!;
        Assert.Equal([" Fler", "Åsa |=Bra"], compilation["publicComments"]!.AsArray().Select(c => $"{c!["name"]} {string.Join('|', c["answers"]!.AsArray())}").Order());
        Assert.Equal("Tack.", Assert.Single(compilation["statements"]!.AsArray())!["text"]!.GetValue<string>());
        await Fond.As("lund-remiss-2").ForbiddenAsync("FORBIDDEN", Ask, new { id });
    }

    private async Task<byte[]> DocumentAsync(string? person, string id, string form, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var client = new Client(Fond, person) { Language = "sv" };
        using var response = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, $"/consultations/{id}/compilation.{form}"));
        Assert.Equal(expected, response.StatusCode);
        return expected == HttpStatusCode.OK ? await response.Content.ReadAsByteArrayAsync() : [];
    }

    private async Task<string> OpenAsync() => (await Lund.SentAsync(Public)).Id;

    private static void Public(JsonObject draft) => draft["publicQuestions"] = new JsonArray("Vad tycker du?", "Något mer?");

    /// <summary>Name and answers, newest first.</summary>
    private async Task<IReadOnlyList<string>> CommentsAsync(string person, string id) => [.. (await Fond.As(person).ReadAsync(
        "query($id: ID!) { publicComments(consultationId: $id) { nodes { name answers } } }", new { id }))["publicComments"]!["nodes"]!.AsArray()
        .Select(c => $"{c!["name"]} {string.Join('|', c["answers"]!.AsArray())}")];

    private async Task<(HttpStatusCode Status, string Page)> GetAsync(string id) => await AnswerAsync(HttpMethod.Get, id, null);

    private async Task<(HttpStatusCode Status, string Page)> PostAsync(string id, params (string Name, string Value)[] fields) =>
        await AnswerAsync(HttpMethod.Post, id, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    private async Task<(HttpStatusCode Status, string Page)> AnswerAsync(HttpMethod method, string id, HttpContent? content)
    {
        var client = new Client(Fond, null) { Language = "sv" };
        using var request = await client.RequestAsync(method, $"/remisser/{id}");
        request.Content = content;
        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
