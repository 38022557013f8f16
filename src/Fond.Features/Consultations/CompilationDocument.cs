using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Consultations;

/// <summary>What came in, to be read: who answered, then question by question and stance by stance, then the public.</summary>
internal static class CompilationDocument
{
    /// <summary>Of whoever comments without a name.</summary>
    public static readonly Text Nameless = new("Utan namn", "Without a name");

    public static Document Of(Compiled compiled)
    {
        var (consultation, language) = (compiled.Consultation, compiled.Language);
        return new(Say(compiled, $"Remissammanställning: {consultation.Title}", $"Compilation of statements: {consultation.Title}"), language,
            Say(compiled, $"Remissammanställning, {consultation.CaseNumber}, {compiled.Today:yyyy-MM-dd}", $"Compilation of statements, {consultation.CaseNumber}, {compiled.Today:yyyy-MM-dd}"),
            [.. Facts(compiled), .. Answers(compiled), .. Besides(compiled), .. Files(compiled), .. Public(compiled)]);
    }

    private static IEnumerable<Block> Facts(Compiled compiled)
    {
        var (consultation, compilation) = (compiled.Consultation, Compilation.Of(compiled.Consultation));
        yield return new Definitions([
            (Say(compiled, "Diarienummer", "Case number"), consultation.CaseNumber),
            (Say(compiled, "Sista svarsdag", "Last day for answers"), $"{consultation.LastDay:yyyy-MM-dd}"),
            (Say(compiled, "Tillfrågade", "Asked"), $"{compilation.Asked}"),
            (Say(compiled, "Har svarat", "Have answered"), $"{compilation.Statements.Count}"),
            (Say(compiled, "Därav för sent", "Of these late"), $"{compilation.Statements.Count(s => s.IsLate)}"),
            .. compilation.Stances().Select(s => (Capital(Terms.Of(s.Stance).In(compiled.Language)), $"{s.Count}")),
        ]);
        yield return new Heading(2, Say(compiled, "Remissinstanserna", "The referral bodies"));
        yield return new Table(Say(compiled, "Vilka som tillfrågades och vad de svarade", "Who was asked, and what they answered"),
            [new(Say(compiled, "Remissinstans", "Referral body"), 3), new(Say(compiled, "Läge", "Status"), 2), new(Say(compiled, "Ställningstagande", "Stance"), 2)],
            [.. consultation.Requests.InOrder().Select(r => (IReadOnlyList<string>)
                [compiled.Names[r.BodyId], Terms.Of(consultation.StatusOf(r, compiled.Today)).In(compiled.Language), r.Statement is null ? "–" : Terms.Of(r.Statement.Stance).In(compiled.Language)])]);
    }

    private static IEnumerable<Block> Answers(Compiled compiled)
    {
        foreach (var (question, i) in Compilation.Of(compiled.Consultation).Questions.Select((q, i) => (q, i)))
        {
            yield return new Heading(2, Say(compiled, $"Fråga {i + 1}", $"Question {i + 1}"));
            yield return new Paragraph(question.Question);
            foreach (var stance in question.ByStance)
            {
                yield return new Heading(3, Capital(Terms.Of(stance.Stance).In(compiled.Language)));
                yield return new Definitions([.. stance.Answers.Select(a => (Who(compiled, a.BodyId, a.IsLate), a.Answer))]);
            }
        }
    }

    private static IEnumerable<Block> Besides(Compiled compiled)
    {
        var said = Compilation.Of(compiled.Consultation).Statements.Where(s => s.Statement.Text.Length > 0).ToList();
        if (said.Count == 0) yield break;
        yield return new Heading(2, Say(compiled, "Övrigt", "Besides"));
        yield return new Definitions([.. said.Select(s => (Who(compiled, s.BodyId, s.IsLate), s.Statement.Text))]);
    }

    private static IEnumerable<Block> Files(Compiled compiled)
    {
        var sent = compiled.Consultation.Requests.InOrder().Where(r => r.Statement is not null && compiled.Files[r.Id].Any()).ToList();
        if (sent.Count == 0) yield break;
        yield return new Heading(2, Say(compiled, "Filer", "Files"));
        yield return new Definitions([.. sent.Select(r => (compiled.Names[r.BodyId], string.Join(", ", compiled.Files[r.Id].Select(f => f.FileName))))]);
    }

    private static string Who(Compiled compiled, long bodyId, bool isLate) => compiled.Names[bodyId] + (isLate ? Say(compiled, " (för sent)", " (late)") : "");

    private static IEnumerable<Block> Public(Compiled compiled)
    {
        if (compiled.Comments.Count == 0) yield break;
        yield return new Heading(2, Say(compiled, "Synpunkter från allmänheten", "Comments of the public"));
        foreach (var (question, i) in compiled.Consultation.PublicQuestions.Select((q, i) => (q, i)))
        {
            yield return new Heading(3, question);
            yield return new Definitions([.. compiled.Comments.Where(c => c.Answers.ElementAtOrDefault(i) is { Length: > 0 })
                .Select(c => (c.Name ?? Nameless.In(compiled.Language), c.Answers[i]))]);
        }
    }

    private static string Say(Compiled compiled, string sv, string en) => new Text(sv, en).In(compiled.Language);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
