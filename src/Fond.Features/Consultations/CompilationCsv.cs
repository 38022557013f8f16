using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Consultations;

/// <summary>A row a body, for a spreadsheet.</summary>
internal static class CompilationCsv
{
    public static byte[] Of(Compiled compiled) => Csv.Of(
        Csv.Semicolons, Head(compiled.Consultation).Select(t => t.In(compiled.Language)), compiled.Consultation.Requests.InOrder().Select(request => Row(compiled, request)));

    private static IEnumerable<Text> Head(Consultation consultation) =>
    [
        new("Remissinstans", "Referral body"), new("Läge", "Status"), new("Inkom", "Received"), new("Ställningstagande", "Stance"),
        .. consultation.Questions.Select(q => new Text(q, q)), new("Övrigt", "Besides"), new("Filer", "Files"),
    ];

    private static IEnumerable<string> Row(Compiled compiled, ReferralRequest request)
    {
        var (consultation, language, statement) = (compiled.Consultation, compiled.Language, request.Statement);
        var (name, status) = (compiled.Names[request.BodyId], Terms.Of(consultation.StatusOf(request, compiled.Today)).In(language));
        return statement is null
            ? [name, status, "", "", .. consultation.Questions.Select(_ => ""), "", ""]
            : [name, status, $"{statement.ReceivedOn:yyyy-MM-dd}", Terms.Of(statement.Stance).In(language), .. statement.Answers, statement.Text, string.Join(", ", compiled.Files[request.Id].Select(f => f.FileName))];
    }
}
