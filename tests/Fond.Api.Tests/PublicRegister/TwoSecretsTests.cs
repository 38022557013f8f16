using System.Text.Encodings.Web;
using System.Text.Json;
using Fond.Api.Tests.Meetings;
using Fond.Api.Tests.Support;
using UglyToad.PdfPig;

namespace Fond.Api.Tests.PublicRegister;

/// <summary>Two Fonds that differ in a secret alone answer the public alike: in what is found, in its order and its pages, in faults, and in how many statements it took.</summary>
public sealed class TwoSecretsTests
{
    private const string One = "Almkärr", Other = "Ekbacka", Plain = "Råd för alla";

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Goals = ["helsingborg-trygghet", "fhm-1"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_marked_case_is_the_same_whatever_it_says_and_whenever_it_was_marked(bool beforeItsDecision)
    {
        async Task<List<string>> AnswersAsync(string word, string goal)
        {
            await using var fond = await FondServer.StartAsync();
            var story = new SecretStory(fond, word);
            await story.PrepareAsync($"Råd i {word}", [goal]);
            if (beforeItsDecision) await story.MarkAsync();
            await story.EndAsync();
            if (!beforeItsDecision) await story.MarkAsync();
            return await AskAsync(fond);
        }

        Same(await AnswersAsync(One, Goals[0]), await AnswersAsync(Other, Goals[1]));
    }

    [Fact]
    public async Task A_marked_document_is_the_same_whatever_it_says()
    {
        async Task<List<string>> AnswersAsync(string word)
        {
            await using var fond = await FondServer.StartAsync();
            var story = new SecretStory(fond, word);
            await story.PrepareAsync(Plain, Goals);
            await story.EndAsync();
            await story.MarkDocumentsAsync();
            return await AskAsync(fond);
        }

        Same(await AnswersAsync(One), await AnswersAsync(Other));
    }

    /// <summary>The word stands in the title, the summary and what the agenda and the registry are called after it; nowhere else.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Marked_fields_are_the_same_whatever_they_say_and_whenever_they_were_marked(bool beforeTheDecision)
    {
        async Task<List<string>> AnswersAsync(string word, string goal)
        {
            await using var fond = await FondServer.StartAsync();
            var story = new SecretStory(fond, "skolan");
            await story.PrepareAsync($"Råd i {word}", [goal]);
            if (beforeTheDecision) await story.MarkFieldsAsync("title", "summary", "serves");
            await story.EndAsync();
            if (!beforeTheDecision) await story.MarkFieldsAsync("title", "summary", "serves");
            return await AskAsync(fond);
        }

        Same(await AnswersAsync(One, Goals[0]), await AnswersAsync(Other, Goals[1]));
    }

    [Fact]
    public async Task Without_a_mark_the_word_is_found_and_told()
    {
        await using var fond = await FondServer.StartAsync();
        var story = new SecretStory(fond, One);
        await story.PrepareAsync($"Råd i {One}", Goals);
        await story.EndAsync();
        var answers = await AskAsync(fond);
        foreach (var field in new[] { "publicRegister", "publicMinutes", "publicConsultations", "publicDocuments", "/register/cases/", "/open/grants.json", "/minutes/" })
            Assert.Contains(answers, a => a.StartsWith($"{field}", StringComparison.Ordinal) && a[a.IndexOf('\n')..].Contains(One, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_that_is_not_decided_leaves_no_trace()
    {
        async Task<List<string>> AnswersAsync(string? word)
        {
            await using var fond = await FondServer.StartAsync();
            if (word is not null) await new SecretStory(fond, word).PrepareAsync($"Råd i {word}", Goals);
            return await AskAsync(fond);
        }

        Same(await AnswersAsync(null), await AnswersAsync(One));
    }

    private static void Same(List<string> answers, List<string> others)
    {
        Assert.Equal(answers.Count, others.Count);
        foreach (var (answer, other) in answers.Zip(others)) Assert.Equal(answer, other);
    }

    /// <summary>Each answer after what was asked and how many statements it took.</summary>
    private static async Task<List<string>> AskAsync(FondServer fond)
    {
        var call = await Cases.CallAsync(fond, "helsingborg");
        var questions = await PublicQuestions.OfAsync(fond, new Dictionary<string, string[]>
        {
            ["municipality"] = ["Helsingborg", "Lund"],
            ["callId"] = [call],
            ["bodyId"] = [await new MeetingStages(fond).BodyAsync()],
            ["goal"] = Goals,
            ["text"] = [One, Other, "Råd"],
            ["caseNumber"] = ["1/2026", "9/2026"],
        });
        var answers = new List<string>();
        foreach (var question in questions.All()) answers.Add(await CountedAsync(fond, question[2..], async () => (await fond.As(null).AskAsync(question)).ToJsonString(Unescaped)));
        foreach (var path in await PathsAsync(fond)) answers.Add(await CountedAsync(fond, path, () => PageAsync(fond, path)));
        return answers;
    }

    private static async Task<string> CountedAsync(FondServer fond, string question, Func<Task<string>> ask)
    {
        var before = fond.Commands;
        var answer = await ask();
        return $"{question}\n{fond.Commands - before} statements\n{answer.Replace(fond.Http.BaseAddress!.Authority, "", StringComparison.Ordinal)}";
    }

    private static async Task<IEnumerable<string>> PathsAsync(FondServer fond)
    {
        var minutes = (await fond.As(null).ReadAsync("{ publicMinutes { nodes { path pdfPath } } }"))["publicMinutes"]!["nodes"]!.AsArray();
        return
        [
            .. new[] { "/register", "/register/ended", "/register/minutes", "/register/consultations", "/register/matters" }.SelectMany(page => new[] { One, Other, "Råd" }.Select(text => $"{page}?text={Uri.EscapeDataString(text)}")),
            "/register?future=Stop", "/register/cases/Helsingborg/1/2026", "/register/cases/Helsingborg/9/2026", "/open", "/open/grants.json", "/open/grants.csv",
            .. minutes.SelectMany(m => new[] { m!["path"]!.GetValue<string>(), m["pdfPath"]!.GetValue<string>() }),
        ];
    }

    /// <summary>Status, headers and what can be read; a PDF says itself when it was written, to the second.</summary>
    private static async Task<string> PageAsync(FondServer fond, string path)
    {
        using var response = await fond.Http.GetAsync(path);
        var isPdf = response.Content.Headers.ContentType?.MediaType == "application/pdf";
        var headers = response.Headers.Concat(response.Content.Headers).Where(h => h.Key != "Date" && !(isPdf && h.Key == "Content-Length")).Select(h => $"{h.Key}: {string.Join(',', h.Value)}");
        return $"{response.StatusCode}\n{string.Join('\n', headers)}\n{(isPdf ? Words(await response.Content.ReadAsByteArrayAsync()) : await response.Content.ReadAsStringAsync())}";
    }

    private static string Words(byte[] pdf)
    {
        using var read = PdfDocument.Open(pdf);
        return string.Join('\n', read.GetPages().Select(p => p.Text));
    }
}
