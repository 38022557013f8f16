using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Antivirus;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Fond.Features.Applications;

/// <summary>Files travel over plain HTTP beside the API: <c>POST /applications/{id}/attachments?fileName=…</c> with the bytes as body, <c>GET /attachments/{id}</c>.</summary>
internal static class AttachmentEndpoints
{
    public static void MapAttachments(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/applications/{id}/attachments", UploadAsync).WithMetadata(new BodyLimit(Attachment.LargestBytes + 1));
        routes.MapMethods("/attachments/{id}", [HttpMethods.Get, HttpMethods.Head], DownloadAsync);
    }

    private static async Task<IResult> UploadAsync(string id, string? fileName, HttpRequest request, MutationRunner runner, ClamAv scanner, ActorContext caller, ILogger<Attachment> log, CancellationToken ct)
    {
        if (!caller.Actor.IsSignedIn) return Refused(caller, StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, AccessError.SignIn);
        if (request.HasFormContentType) return Refused(caller, StatusCodes.Status415UnsupportedMediaType, ErrorCodes.BadInput, BytesAsBody);
        try
        {
            using var bytes = new MemoryStream();
            await request.Body.CopyToAsync(bytes, ct);
            if (await scanner.FindAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), ct) is { } found)
            {
                log.LogWarning("A file was refused: the scanner found {Signature}", found);
                throw new RefusedException(new AttachmentInfected());
            }
            var input = new AddAttachmentInput
            {
                ApplicationId = id,
                FileName = fileName ?? "",
                Content = bytes.ToArray(),
                IdempotencyKey = request.Headers["Idempotency-Key"] is [{ } key] ? key : null,
            };
            var attachment = await runner.RunAsync<AddAttachment, AddAttachmentInput, Attachment>(input, nameof(AddAttachment), ct);
            return Results.Json(new { id = GlobalId.Of<Attachment>(attachment.Id), attachment.FileName, attachment.ContentType, attachment.Size, attachment.Sha256 },
                statusCode: StatusCodes.Status201Created);
        }
        catch (RefusedException refused)
        {
            var missing = refused.Refusals.Any(r => r is NotFound);
            return Results.Json(new { errors = refused.Refusals.Select(r => UserError.From(r, caller.Language)) },
                statusCode: missing ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity);
        }
        catch (ScannerUnavailableException fault)
        {
            log.LogError(fault, "The virus scanner gave no verdict; files are refused until it does");
            return Refused(caller, StatusCodes.Status503ServiceUnavailable, ErrorCodes.Unavailable, ScannerUnavailableException.Text);
        }
        catch (ForbiddenException)
        {
            return Refused(caller, StatusCodes.Status403Forbidden, ErrorCodes.Forbidden, ForbiddenException.Text);
        }
    }

    private static async Task<IResult> DownloadAsync(string id, Visibility visibility, FondDb db, ActorContext caller, SecretReadings readings, CancellationToken ct)
    {
        var key = GlobalId.Read<Attachment>(id);
        var attachment = key is null ? null : await visibility.Of<Attachment>().SingleOrDefaultAsync(a => a.Id == key, ct);
        if (attachment is null) return Refused(caller, new NotFound(nameof(Attachment)));
        readings.Note(attachment, attachment.Secrecy);
        await readings.WriteAsync(ct);
        var content = await db.Set<AttachmentContent>().AsNoTracking().SingleAsync(c => c.Sha256 == attachment.Sha256, ct);
        return Results.File(content.Bytes, attachment.ContentType, attachment.FileName, entityTag: new($"\"{attachment.Sha256}\""));
    }

    private static IResult Refused(ActorContext caller, NotFound missing) => Refused(caller, StatusCodes.Status404NotFound, missing.Code, missing.Message);

    private static IResult Refused(ActorContext caller, int status, string code, Text message) =>
        Results.Json(new { errors = new[] { new { code, message = message.In(caller.Language) } } }, statusCode: status);

    private static readonly Text BytesAsBody = new(
        "Skicka filens innehåll som det är i anropets kropp, med ?fileName=, inte som ett formulär.",
        "Send the file's bytes as they are in the body of the request, with ?fileName=, not as a form.");

    private sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
