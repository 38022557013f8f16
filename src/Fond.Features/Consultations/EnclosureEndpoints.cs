using Fond.Domain.Applications;
using Fond.Domain.Consultations;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

/// <summary>Documents that were sent with a consultation: <c>GET /consultations/{id}/documents/{documentId}</c> for whoever sees it and is not held out of its case, while it is out.</summary>
internal static class EnclosureEndpoints
{
    public static void MapEnclosures(this IEndpointRouteBuilder routes) => routes.MapMethods("/consultations/{id}/documents/{documentId}", [HttpMethods.Get, HttpMethods.Head], ReadAsync);

    private static async Task<IResult> ReadAsync(string id, string documentId, Visibility visibility, Enclosures enclosures, EnclosureSender sender, FileTransfer files, ActorContext caller, CancellationToken ct)
    {
        var key = GlobalId.KeyOf<Consultation>(id);
        var consultation = await visibility.Of<Consultation>().SingleOrDefaultAsync(c => c.Id == key, ct);
        var entry = consultation is null || (await enclosures.KeptFromAsync(caller.Actor, [key], ct)).Contains(key) ? null : await enclosures.ReadableAsync(consultation, documentId, ct);
        return entry is null ? files.Missing<CaseDocument>() : await sender.SendAsync(entry, ct);
    }
}

/// <summary>Gives a document that may be read: the application's form as a page, everything else as the file that it is.</summary>
internal sealed class EnclosureSender(FondDb db, FileTransfer files, ActorContext caller)
{
    public async Task<IResult> SendAsync(RegistryEntry entry, CancellationToken ct)
    {
        if (DocumentKinds.OfTheForm.Contains(entry.Kind)) return await FormAsync(entry, ct);
        if (entry.Kind == DocumentKind.Attachment)
        {
            var attachment = await db.Set<Attachment>().AsNoTracking().SingleAsync(a => a.Id == entry.TargetId, ct);
            return await files.SendAsync(attachment.Sha256, attachment.ContentType, attachment.FileName, ct);
        }

        RegistryFile file = entry is MatterDocument
            ? await db.Set<MatterDocumentFile>().AsNoTracking().SingleAsync(f => f.DocumentId == entry.Id, ct)
            : await db.Set<DocumentFile>().AsNoTracking().SingleAsync(f => f.DocumentId == entry.Id, ct);
        return await files.SendAsync(file.Sha256, file.ContentType, file.FileName, ct);
    }

    private async Task<IResult> FormAsync(RegistryEntry entry, CancellationToken ct)
    {
        var version = await db.Set<ApplicationVersion>().AsNoTracking().SingleAsync(v => v.Id == entry.TargetId, ct);
        var application = await db.Set<Application>().AsNoTracking().SingleAsync(a => a.Id == version.ApplicationId, ct);
        var (language, kind) = (caller.Language, entry.Kind.Title());
        return Results.Text(HtmlRendering.Of(new(version.Title, language, $"{kind.In(language)}, {application.CaseNumber}",
        [
            new Definitions([(CaseNumber.In(language), application.CaseNumber!), (ApplicationFields.Names[ApplicationFields.Organisation].In(language), application.Organisation), (kind.In(language), $"{entry.On:yyyy-MM-dd}")]),
            .. ApplicationText.Of(version.Content).Where(field => field.Lines.Count > 0).SelectMany(Answer),
        ])), HtmlRendering.ContentType);

        IEnumerable<Block> Answer(AnsweredField field) =>
        [
            new Heading(2, ApplicationFields.Names[field.Path].In(language)),
            field.Lines is [var only] ? new Paragraph(only.In(language)) : new Bullets([.. field.Lines.Select(line => line.In(language))]),
        ];
    }

    private static readonly Domain.Common.Text CaseNumber = new("Diarienummer", "Case number");
}
