using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry.Releases;

/// <summary>The decision in writing: <c>GET /releases/{id}</c>, <c>GET /matter-releases/{id}</c>.</summary>
internal static class ReleaseEndpoint
{
    public static void MapReleases(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/releases/{id}", [HttpMethods.Get, HttpMethods.Head], ReadAsync);
        routes.MapMethods("/matter-releases/{id}", [HttpMethods.Get, HttpMethods.Head], ReadOfMatterAsync);
    }

    private static async Task<IResult> ReadAsync(string id, Visibility visibility, FondDb db, ActorContext caller, FileTransfer files, SecretReadings readings, CancellationToken ct)
    {
        if (await WrittenAsync<ReleaseRequest>(id, visibility, caller, ct) is not { } request) return files.Missing<ReleaseRequest>();
        var document = await db.Set<CaseDocument>().AsNoTracking().SingleAsync(d => d.Id == request.DocumentId, ct);
        var application = await db.Set<Application>().AsNoTracking().SingleAsync(a => a.Id == request.ApplicationId, ct);
        readings.Note(request, document.Secrecy ?? application.Secrecy);
        readings.NoteFields(request, application, request.MaskedFields);
        await readings.WriteAsync(ct);
        return await PageAsync(request, document, application.CaseNumber!, application.FundId, db, ct);
    }

    private static async Task<IResult> ReadOfMatterAsync(string id, Visibility visibility, FondDb db, ActorContext caller, FileTransfer files, SecretReadings readings, CancellationToken ct)
    {
        if (await WrittenAsync<MatterReleaseRequest>(id, visibility, caller, ct) is not { } request) return files.Missing<MatterReleaseRequest>();
        var document = await db.Set<MatterDocument>().AsNoTracking().SingleAsync(d => d.Id == request.DocumentId, ct);
        var matter = await db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == request.MatterId, ct);
        readings.Note(request, document.Secrecy ?? matter.Secrecy);
        await readings.WriteAsync(ct);
        return await PageAsync(request, document, matter.CaseNumber, matter.FundId, db, ct);
    }

    private static async Task<T?> WrittenAsync<T>(string id, Visibility visibility, ActorContext caller, CancellationToken ct) where T : DocumentRelease
    {
        var key = GlobalId.Read<T>(id);
        return key is null || !ReleaseRequestType.Readers.Admits(caller.Actor) ? null : await visibility.Of<T>().SingleOrDefaultAsync(r => r.Id == key && r.WrittenAt != null, ct);
    }

    private static async Task<IResult> PageAsync(DocumentRelease request, RegistryEntry document, string caseNumber, long fundId, FondDb db, CancellationToken ct)
    {
        var fund = await db.Set<Fund>().AsNoTracking().SingleAsync(f => f.Id == fundId, ct);
        var board = await db.Set<Body>().Where(b => b.Id == fund.BoardBodyId).Select(b => b.Name).SingleOrDefaultAsync(ct);
        return Results.Text(HtmlRendering.Of(ReleaseDecision.Of(request, document, caseNumber, board ?? $"{fund.Municipality} kommun")), HtmlRendering.ContentType);
    }
}

/// <summary>A decision not to hand out a document, or only in part, with how to appeal (offentlighets- och sekretesslagen 6 kap. 3 och 7–8 §§, förvaltningslagen 43–45 §§). In Swedish, the language of authorities.</summary>
internal static class ReleaseDecision
{
    /// <summary>As the registry has it: who asks may be anybody, and is not told to everybody.</summary>
    public static DocumentEntry Entry(DocumentRelease request, RegistryEntry document) =>
        DocumentEntry.Out(DocumentKind.ReleaseDecision, request.Requester ?? "Den som begärt handlingen", $"Aktbilaga {document.Number}") with { IsPrivate = true };

    public static Document Of(DocumentRelease request, RegistryEntry document, string caseNumber, string authority) => new("Beslut om utlämnande av allmän handling", Language.Swedish, $"{authority}, {caseNumber}",
    [
        new Definitions(
        [
            ("Myndighet", authority),
            ("Diarienummer", caseNumber),
            ("Handling", $"Aktbilaga {document.Number}, {document.Kind.Title().Sv.ToLowerInvariant()} den {document.On:yyyy-MM-dd}"),
            ("Begäran kom in", $"{request.ReceivedOn:yyyy-MM-dd}"),
            ("Beslutsdag", $"{MunicipalTime.Today(request.WrittenAt!.Value):yyyy-MM-dd}"),
        ]),
        new Heading(2, "Beslut"),
        new Paragraph(request.Outcome == ReleaseOutcome.InPart
            ? $"Handlingen lämnas ut med undantag för följande uppgifter: {Masked(request)}"
            : "Begäran om att få ta del av handlingen avslås."),
        new Heading(2, "Bestämmelse"),
        new Paragraph(request.Ground!),
        new Heading(2, "Skäl för beslutet"),
        new Paragraph(request.Reasons!),
        new Heading(2, "Hur man överklagar"),
        new Paragraph($"""
            Beslutet kan överklagas hos kammarrätten. Överklagandet ska vara skriftligt och ställas till kammarrätten, men lämnas in till {authority}.

            Överklagandet ska ha kommit in dit inom tre veckor från den dag då den som överklagar fick del av beslutet.

            Ange vilket beslut som överklagas, med diarienummer, och vilken ändring som begärs. Ange också namn och hur kammarrätten kan nå den som överklagar.

            {authority} prövar om överklagandet har kommit in i rätt tid och lämnar det i så fall vidare till kammarrätten.
            """),
    ]);

    private static string Masked(DocumentRelease request) => string.Join("; ", request.MaskedFields.Select(field => ApplicationFields.Names[field].Sv).Append(request.Masked).OfType<string>());
}
