using CsvHelper;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Features.Platform;
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

    /// <param name="names">The bodies' names, by key.</param>
    public static byte[] Of(Consultation consultation, IReadOnlyDictionary<long, string> names, DateOnly today, Language language)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Form, leaveOpen: true))
        {
            csv.WriteRecord([.. Head(consultation).Select(t => t.In(language))]);
            foreach (var request in consultation.Requests.InOrder()) csv.WriteRecord([.. Row(consultation, request, names[request.BodyId], today, language)]);
        }
        return bytes.ToArray();
    }

    private static IEnumerable<Text> Head(Consultation consultation) =>
    [
        new("Remissinstans", "Referral body"), new("Läge", "Status"), new("Inkom", "Received"), new("Ställningstagande", "Stance"),
        .. consultation.Questions.Select(q => new Text(q, q)), new("Övrigt", "Besides"),
    ];

    private static IEnumerable<string> Row(Consultation consultation, ReferralRequest request, string name, DateOnly today, Language language)
    {
        var (status, statement) = (Terms.Of(consultation.StatusOf(request, today)).In(language), request.Statement);
        return statement is null
            ? [name, status, "", "", .. consultation.Questions.Select(_ => ""), ""]
            : [name, status, $"{statement.ReceivedOn:yyyy-MM-dd}", Terms.Of(statement.Stance).In(language), .. statement.Answers, statement.Text];
    }
}
