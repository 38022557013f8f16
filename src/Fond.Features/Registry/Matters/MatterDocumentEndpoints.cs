using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Http;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry.Retention;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry.Matters;

/// <summary>Files of documents that are registered by hand in a matter: <c>POST /matter-documents/{id}/files?fileName=…</c> with the bytes as body, <c>GET /matter-documents/files/{id}</c>.</summary>
internal static class MatterDocumentEndpoints
{
    public static void MapMatterDocuments(this IEndpointRouteBuilder routes)
    {
        FileTransfer.Takes(routes.MapPost("/matter-documents/{id}/files", UploadAsync));
        routes.MapMethods("/matter-documents/files/{id}", [HttpMethods.Get, HttpMethods.Head], DownloadAsync);
    }

    private static Task<IResult> UploadAsync(string id, string? fileName, HttpRequest request, MutationRunner runner, FileTransfer files, CancellationToken ct) => files.ReceiveAsync<MatterDocument>(request, id, "documentId", async content =>
    {
        var input = new AddDocumentFileInput { DocumentId = id, FileName = fileName ?? "", Content = content, IdempotencyKey = request.IdempotencyKey() };
        var file = await runner.RunAsync<AddMatterDocumentFile, AddDocumentFileInput, MatterDocumentFile>(input, nameof(AddMatterDocumentFile), ct);
        return new { id = GlobalId.Of<MatterDocumentFile>(file.Id), file.FileName, file.ContentType, file.Size, file.Sha256 };
    }, ct);

    private static async Task<IResult> DownloadAsync(string id, Visibility visibility, FondDb db, FileTransfer files, SecretReadings readings, CancellationToken ct)
    {
        var key = GlobalId.Read<MatterDocumentFile>(id);
        var file = key is null ? null : await visibility.Of<MatterDocumentFile>().SingleOrDefaultAsync(f => f.Id == key, ct);
        if (file is null) return files.Missing<MatterDocumentFile>();
        if (await db.IsDisposedAsync(file, ct)) return files.Gone();
        var document = await db.Set<MatterDocument>().AsNoTracking().SingleAsync(d => d.Id == file.DocumentId, ct);
        readings.Note(document, document.Secrecy ?? (await db.MarksOfMattersAsync([document.MatterId], ct))[document.MatterId]);
        await readings.WriteAsync(ct);
        return await files.SendAsync(file.Sha256, file.ContentType, file.FileName, ct);
    }
}
