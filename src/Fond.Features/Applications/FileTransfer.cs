using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.Consultations;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Antivirus;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Http;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Fond.Features.Applications;

/// <summary>What every file goes through on its way in and out: sign-in, size, the virus scanner, and answers with a code.</summary>
internal sealed class FileTransfer(ClamAv scanner, Finder finder, ActorContext caller, FondDb db, DatabaseEngine engine, ILogger<FileTransfer> log)
{
    /// <summary>A body as large as a file may be, which comes as slowly as its sender sends.</summary>
    public static void Takes(RouteHandlerBuilder route, long largestBytes = UploadedFile.LargestBytes) => route.WithMetadata(new BodyLimit(largestBytes + 1), new Untimed());

    /// <param name="path">What the mutation's input calls the id.</param>
    /// <param name="keep">What becomes of the bytes; gives what the answer tells.</param>
    /// <typeparam name="T">What the file is sent to: whoever does not see it is told so before any of the body is read.</typeparam>
    public async Task<IResult> ReceiveAsync<T>(HttpRequest request, string id, string path, Func<byte[], Task<object>> keep, CancellationToken ct) where T : Entity
    {
        if (caller.Actor.IsSignedIn && request.HasFormContentType) return Refused(StatusCodes.Status415UnsupportedMediaType, ErrorCodes.BadInput, BytesAsBody);
        return await AnswerAsync(async () =>
        {
            await finder.FindAsync<T>(id, ct, path);
            return Results.Json(await keep(await ScannedAsync(request.Body, request.ContentLength, ct)), statusCode: StatusCodes.Status201Created);
        });
    }

    /// <summary>Room for so much is made before any of it has come, whatever length is told.</summary>
    private const int FirstBytes = 1024 * 1024;

    /// <summary>The whole of a body or a file.</summary>
    /// <exception cref="RefusedException">When the scanner finds something.</exception>
    public async Task<byte[]> ScannedAsync(Stream sent, long? length, CancellationToken ct)
    {
        using var bytes = new MemoryStream((int)Math.Clamp(length ?? 0, 0, FirstBytes));
        await sent.CopyToAsync(bytes, ct);
        await ScanAsync(bytes, ct);
        return bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray();
    }

    /// <summary>For whoever is signed in; what is refused is told by its code.</summary>
    public async Task<IResult> AnswerAsync(Func<Task<IResult>> answer)
    {
        if (!caller.Actor.IsSignedIn) return Refused(StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, AccessError.SignIn);
        try
        {
            return await answer();
        }
        catch (RefusedException refused)
        {
            var missing = refused.Refusals.Any(r => r is NotFound);
            return Results.Json(new { errors = refused.Refusals.Select(r => UserError.From(r, caller.Language)) },
                statusCode: missing ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity);
        }
        catch (ScannerUnavailableException fault)
        {
            log.LogError(new LoggedFault(fault), "The virus scanner gave no verdict; files are refused until it does");
            return Refused(StatusCodes.Status503ServiceUnavailable, ErrorCodes.Unavailable, ScannerUnavailableException.Text);
        }
        catch (Exception fault) when (engine.IsPassing(fault))
        {
            log.LogWarning("The database cannot serve just now: {Fault}", DatabaseEngine.Describe(fault));
            return Refused(StatusCodes.Status503ServiceUnavailable, ErrorCodes.Unavailable, DatabaseEngine.TryAgain);
        }
        catch (ForbiddenException)
        {
            return Refused(StatusCodes.Status403Forbidden, ErrorCodes.Forbidden, ForbiddenException.Text);
        }
    }

    public async Task<IResult> SendAsync(string sha256, string contentType, string fileName, CancellationToken ct)
    {
        var content = await db.Set<AttachmentContent>().AsNoTracking().SingleAsync(c => c.Sha256 == sha256, ct);
        return Results.File(content.Bytes, contentType, fileName, entityTag: new($"\"{sha256}\""));
    }

    public IResult Missing<T>() => Refused(StatusCodes.Status404NotFound, new NotFound(typeof(T).Name));

    /// <summary>What has been disposed of.</summary>
    public IResult Gone()
    {
        var gone = new FileDisposed();
        return Refused(StatusCodes.Status410Gone, gone.Code, gone.Message);
    }

    private IResult Refused(int status, NotFound missing) => Refused(status, missing.Code, missing.Message);

    private IResult Refused(int status, string code, Text message) =>
        Results.Json(new { errors = new[] { new { code, message = message.In(caller.Language) } } }, statusCode: status);

    /// <summary>Files that came with a form.</summary>
    /// <exception cref="RefusedException">When the scanner finds something.</exception>
    public async Task<IReadOnlyList<SentFile>> ReadAsync(IFormFileCollection sent, CancellationToken ct)
    {
        var files = new List<SentFile>();
        foreach (var file in sent.Where(f => f.Length > 0))
        {
            await using var content = file.OpenReadStream();
            files.Add(new(file.FileName, await ScannedAsync(content, file.Length, ct)));
        }

        return files;
    }

    /// <summary>The whole of it, which then stands at its beginning.</summary>
    /// <exception cref="RefusedException">When the scanner finds something.</exception>
    public async Task ScanAsync(Stream file, CancellationToken ct)
    {
        file.Position = 0;
        var found = await scanner.FindAsync(file, ct);
        file.Position = 0;
        if (found is null) return;
        log.LogWarning("A file was refused: the scanner found {Signature}", found);
        throw new RefusedException(new AttachmentInfected());
    }

    private static readonly Text BytesAsBody = new(
        "Skicka filens innehåll som det är i anropets kropp, med ?fileName=, inte som ett formulär.",
        "Send the file's bytes as they are in the body of the request, with ?fileName=, not as a form.");

    private sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}

public sealed record FileDisposed() : Refusal("FILE_DISPOSED", new("Filen är gallrad. Handlingen finns kvar i diariet.", "The file has been disposed of. The document's entry is still in the registry."));
