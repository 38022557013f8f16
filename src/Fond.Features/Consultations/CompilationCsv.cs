using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Consultations;

/// <summary>A row a body, and one a comment of the public where there are any, with columns of their own for what the public was asked; for a spreadsheet.</summary>
internal static class CompilationCsv
{
    public static byte[] Of(Compiled compiled)
    {
        var (language, asked) = (compiled.Language, compiled.Comments.Count == 0 ? [] : compiled.Consultation.PublicQuestions);
        return Csv.Of(Csv.Semicolons, [.. Head(compiled.Consultation).Select(t => t.In(language)), .. asked],
            [.. compiled.Consultation.Requests.InOrder().Select(request => Row(compiled, request, asked.Count)), .. compiled.Comments.Select(comment => Row(compiled, comment, asked.Count))]);
    }

    private static IEnumerable<Text> Head(Consultation consultation) =>
    [
        new("Remissinstans", "Referral body"), new("Läge", "Status"), new("Inkom", "Received"), new("Ställningstagande", "Stance"),
        .. consultation.Questions.Select(q => new Text(q, q)), new("Övrigt", "Besides"), new("Filer", "Files"),
    ];

    private static IEnumerable<string> Row(Compiled compiled, ReferralRequest request, int asked)
    {
        var (consultation, language, statement) = (compiled.Consultation, compiled.Language, request.Statement);
        var (name, status) = (compiled.Names[request.BodyId], Terms.Of(consultation.StatusOf(request, compiled.Today)).In(language));
        return statement is null
            ? [name, status, "", "", .. Empty(consultation.Questions.Count + 2 + asked)]
            : [name, status, $"{statement.ReceivedOn:yyyy-MM-dd}", Terms.Of(statement.Stance).In(language), .. statement.Answers, statement.Text, string.Join(", ", compiled.Files[request.Id].Select(f => f.FileName)), .. Empty(asked)];
    }

    private static IEnumerable<string> Row(Compiled compiled, PublicComment comment, int asked) =>
    [
        comment.Name ?? CompilationDocument.Nameless.In(compiled.Language), new Text("allmänheten", "the public").In(compiled.Language), $"{MunicipalTime.Today(comment.ReceivedAt):yyyy-MM-dd}", "",
        .. Empty(compiled.Consultation.Questions.Count + 2), .. Enumerable.Range(0, asked).Select(i => comment.Answers.ElementAtOrDefault(i) ?? ""),
    ];

    private static IEnumerable<string> Empty(int cells) => Enumerable.Repeat("", cells);
}
