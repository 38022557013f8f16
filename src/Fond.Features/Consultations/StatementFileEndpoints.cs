using Fond.Domain.Consultations;
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

namespace Fond.Features.Consultations;

/// <summary>Files of statements: <c>POST /consultations/{id}/files?bodyId=…&amp;fileName=…</c> with the bytes as body, before the body answers; <c>GET /statement-files/{id}</c>.</summary>
internal static class StatementFileEndpoints
{
    public static void MapStatementFiles(this IEndpointRouteBuilder routes)
    {
        FileTransfer.Takes(routes.MapPost("/consultations/{id}/files", UploadAsync));
        routes.MapMethods("/statement-files/{id}", [HttpMethods.Get, HttpMethods.Head], DownloadAsync);
    }

    private static Task<IResult> UploadAsync(string id, string? bodyId, string? fileName, HttpRequest request, MutationRunner runner, FileTransfer files, CancellationToken ct) => files.ReceiveAsync<Consultation>(request, id, "consultationId", async content =>
    {
        var input = new AddStatementFileInput { ConsultationId = id, BodyId = bodyId ?? "", FileName = fileName ?? "", Content = content, IdempotencyKey = request.IdempotencyKey() };
        var file = await runner.RunAsync<AddStatementFile, AddStatementFileInput, StatementFile>(input, nameof(AddStatementFile), ct);
        return new { id = GlobalId.Of<StatementFile>(file.Id), file.FileName, file.ContentType, file.Size, file.Sha256 };
    }, ct);

    private static async Task<IResult> DownloadAsync(string id, Visibility visibility, FondDb db, FileTransfer files, SecretReadings readings, CancellationToken ct)
    {
        var key = GlobalId.Read<StatementFile>(id);
        var file = await visibility.Of<StatementFile>().SingleOrDefaultAsync(f => f.Id == key, ct);
        if (file is null) return files.Missing<StatementFile>();
        if (await db.IsDisposedAsync(file, ct)) return files.Gone();
        var about = await db.Set<Consultation>().IgnoreAutoIncludes().Where(c => c.Id == file.ConsultationId).Select(c => c.ApplicationId).SingleAsync(ct);
        readings.Note(file, await db.MarkOfTargetAsync(about, file.Id, ct, DocumentKind.StatementFile));
        await readings.WriteAsync(ct);
        return await files.SendAsync(file.Sha256, file.ContentType, file.FileName, ct);
    }
}
