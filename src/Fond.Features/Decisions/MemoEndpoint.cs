using Fond.Domain.Applications;
using Fond.Domain.Decisions;
using Fond.Features.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Decisions;

/// <summary>A memo as a file: <c>GET /memos/{id}</c>; as a draft until it is finished, and then the same bytes for ever.</summary>
internal static class MemoEndpoint
{
    public static void MapMemos(this IEndpointRouteBuilder routes) => routes.MapMethods("/memos/{id}", [HttpMethods.Get, HttpMethods.Head], ReadAsync);

    private static async Task<IResult> ReadAsync(string id, Visibility visibility, FondDb db, Clock clock, FileTransfer files, SecretReadings readings, CancellationToken ct)
    {
        var key = GlobalId.Read<DecisionMemo>(id);
        var memo = key is null ? null : await visibility.Of<DecisionMemo>().SingleOrDefaultAsync(m => m.Id == key, ct);
        if (memo is null) return files.Missing<DecisionMemo>();
        var application = await db.Set<Application>().AsNoTracking().SingleAsync(a => a.Id == memo.ApplicationId, ct);
        readings.NoteFields(application, application, MemoTemplate.Told);
        await readings.WriteAsync(ct);
        if (memo.File is { } file) return await files.SendAsync(file.Sha256, PdfRendering.ContentType, DecisionMemoType.FileName, ct);
        return Results.File(PdfRendering.Of(MemoDocument.Of(memo, application, clock.Today, isDraft: true), ct), PdfRendering.ContentType, DecisionMemoType.FileName);
    }
}
