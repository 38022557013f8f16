using Fond.Domain.Applications;
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

namespace Fond.Features.Applications;

/// <summary>Files travel over plain HTTP beside the API: <c>POST /applications/{id}/attachments?fileName=…</c> with the bytes as body, <c>GET /attachments/{id}</c>.</summary>
internal static class AttachmentEndpoints
{
    public static void MapAttachments(this IEndpointRouteBuilder routes)
    {
        FileTransfer.Takes(routes.MapPost("/applications/{id}/attachments", UploadAsync));
        routes.MapMethods("/attachments/{id}", [HttpMethods.Get, HttpMethods.Head], DownloadAsync);
    }

    private static Task<IResult> UploadAsync(string id, string? fileName, HttpRequest request, MutationRunner runner, FileTransfer files, CancellationToken ct) => files.ReceiveAsync<Application>(request, id, "applicationId", async content =>
    {
        var input = new AddAttachmentInput { ApplicationId = id, FileName = fileName ?? "", Content = content, IdempotencyKey = request.IdempotencyKey() };
        var attachment = await runner.RunAsync<AddAttachment, AddAttachmentInput, Attachment>(input, nameof(AddAttachment), ct);
        return new { id = GlobalId.Of<Attachment>(attachment.Id), attachment.FileName, attachment.ContentType, attachment.Size, attachment.Sha256 };
    }, ct);

    private static async Task<IResult> DownloadAsync(string id, Visibility visibility, FondDb db, FileTransfer files, SecretReadings readings, CancellationToken ct)
    {
        var key = GlobalId.Read<Attachment>(id);
        var attachment = key is null ? null : await visibility.Of<Attachment>().SingleOrDefaultAsync(a => a.Id == key, ct);
        if (attachment is null) return files.Missing<Attachment>();
        if (await db.IsDisposedAsync(attachment, ct)) return files.Gone();
        readings.Note(attachment, attachment.Secrecy ?? await db.MarkOfCaseAsync(attachment.ApplicationId, ct));
        await readings.WriteAsync(ct);
        return await files.SendAsync(attachment.Sha256, attachment.ContentType, attachment.FileName, ct);
    }
}
