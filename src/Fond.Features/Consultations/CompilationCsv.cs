using CsvHelper;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Consultations;

/// <summary>A row a body, for a spreadsheet: semicolons and a byte order mark, as those of Swedish offices expect.</summary>
internal static class CompilationCsv
{
    private static readonly CsvWriterOptions Form = new()
    {
        Separator = ';',
        WriteByteOrderMark = true,
        Injection = CsvInjection.Escape, // a cell that a spreadsheet would take for a formula is shown as the text that it is
    };

    public static byte[] Of(Compiled compiled)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Form, leaveOpen: true))
        {
            csv.WriteRecord([.. Head(compiled.Consultation).Select(t => t.In(compiled.Language))]);
            foreach (var request in compiled.Consultation.Requests.InOrder()) csv.WriteRecord([.. Row(compiled, request)]);
        }
        return bytes.ToArray();
    }

    private static IEnumerable<Text> Head(Consultation consultation) =>
    [
        new("Remissinstans", "Referral body"), new("Läge", "Status"), new("Inkom", "Received"), new("Ställningstagande", "Stance"),
        .. consultation.Questions.Select(q => new Text(q, q)), new("Övrigt", "Besides"),
    ];

    private static IEnumerable<string> Row(Compiled compiled, ReferralRequest request)
    {
        var (consultation, language, statement) = (compiled.Consultation, compiled.Language, request.Statement);
        var (name, status) = (compiled.Names[request.BodyId], Terms.Of(consultation.StatusOf(request, compiled.Today)).In(language));
        return statement is null
            ? [name, status, "", "", .. consultation.Questions.Select(_ => ""), ""]
            : [name, status, $"{statement.ReceivedOn:yyyy-MM-dd}", Terms.Of(statement.Stance).In(language), .. statement.Answers, statement.Text];
    }
}
