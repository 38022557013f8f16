using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Meetings;
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

namespace Fond.Features.Meetings;

/// <summary>Minutes as a page and as a file, beside the API: for everybody once announced, before that for those who see the meeting.</summary>
internal static class MinutesEndpoints
{
    public static void MapMinutes(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/minutes/{id}", [HttpMethods.Get, HttpMethods.Head], (string id, MinutesReader reader, CancellationToken ct) => reader.ReadAsync(id, asPdf: false, ct));
        routes.MapMethods("/minutes/{id}/pdf", [HttpMethods.Get, HttpMethods.Head], (string id, MinutesReader reader, CancellationToken ct) => reader.ReadAsync(id, asPdf: true, ct));
    }
}

/// <summary>Gives the minutes out, whole to those who see the meeting and otherwise what is for everybody; what is marked as secret is noted as read first.</summary>
internal sealed class MinutesReader(Visibility visibility, FondDb db, ActorContext caller, SecretReadings readings, MinutesArchive archive)
{
    public async Task<IResult> ReadAsync(string id, bool asPdf, CancellationToken ct)
    {
        var (minutes, isInsider) = await FindAsync(GlobalId.Read<Minutes>(id), ct);
        if (minutes is null)
        {
            var missing = new NotFound(nameof(Minutes));
            return Results.Json(new { errors = new[] { new { code = missing.Code, message = missing.Message.In(caller.Language) } } }, statusCode: StatusCodes.Status404NotFound);
        }
        var content = await MinutesContent.ReadAsync(db, minutes, ct);
        if (isInsider)
        {
            foreach (var item in content.Items)
            {
                if (content.CaseOf(item) is not { } application) continue;
                readings.Note(application, content.MarkOf(item));
                readings.NoteFields(application, application, ApplicationFields.All); // which of them the matter tells is not known
            }

            await readings.WriteAsync(ct);
        }
        var bytes = await archive.ReadAsync(content, asPdf, !isInsider, ct);
        return asPdf
            ? Results.File(bytes, PdfRendering.ContentType, $"protokoll-{minutes.MetOn:yyyy-MM-dd}.pdf")
            : Results.Bytes(bytes, HtmlRendering.ContentType);
    }

    private async Task<(Minutes? Minutes, bool IsInsider)> FindAsync(long? key, CancellationToken ct)
    {
        if (key is null) return (null, false);
        if (await visibility.Of<Minutes>().SingleOrDefaultAsync(m => m.Id == key, ct) is { } seen) return (seen, true);
        return (await db.Set<Minutes>().AsNoTracking().Where(PublicMinutes.IsOpen).SingleOrDefaultAsync(m => m.Id == key, ct), false);
    }
}
