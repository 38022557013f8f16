using Fond.Domain.Common;
using Fond.Domain.Impact.Imports;
using Fond.Domain.KeyFigures;
using Fond.Features.Applications;
using Fond.Features.Impact.Imports;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Http;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.KeyFigures;

/// <summary>Values as files: <c>POST /key-figures/{id}/values</c> with CSV as the body, <c>GET /key-figures/{id}/values.csv?revisions=…</c>.</summary>
internal static class KeyFigureEndpoints
{
    /// <summary>Of ten thousand rows, a hundred bytes each.</summary>
    private const int LargestBytes = 1024 * 1024;

    public static void MapKeyFigures(this IEndpointRouteBuilder routes)
    {
        FileTransfer.Takes(routes.MapPost("/key-figures/{id}/values", ReceiveAsync), LargestBytes);
        routes.MapGet("/key-figures/{id}/values.csv", SendAsync);
    }

    private static Task<IResult> ReceiveAsync(string id, HttpRequest request, Finder finder, MutationRunner runner, FileTransfer files, CancellationToken ct) => files.AnswerAsync(async () =>
    {
        await finder.FindAsync<KeyFigure>(id, ct, "keyFigureId"); // before anything is received
        var bytes = await files.ScannedAsync(request.Body, request.ContentLength, ct);
        Refuse.When(!await CsvText.MayBeAsync(new MemoryStream(bytes), ct), new ImportNotText());
        var input = new LoadKeyFigureFileInput { KeyFigureId = id, File = bytes, IdempotencyKey = request.IdempotencyKey() };
        return Results.Json(await runner.RunAsync<LoadKeyFigureFile, LoadKeyFigureFileInput, KeyFigureReport>(input, nameof(LoadKeyFigureFile), ct));
    });

    private static Task<IResult> SendAsync(string id, bool? revisions, Visibility visibility, FileTransfer files, CancellationToken ct) => files.AnswerAsync(async () =>
    {
        var key = GlobalId.Read<KeyFigure>(id);
        var figure = key is null ? null : await visibility.Of<KeyFigure>().SingleOrDefaultAsync(f => f.Id == key, ct);
        if (figure is null) return files.Missing<KeyFigure>();
        var told = await (
            from value in visibility.Of<KeyFigureValue>()
            where value.KeyFigureId == figure.Id && (value.IsCurrent || revisions == true)
            join area in visibility.Of<KeyFigureArea>() on value.AreaId equals area.Id
            join load in visibility.Of<KeyFigureLoad>() on value.LoadId equals load.Id
            orderby area.Code, value.Year, value.Gender, value.Revision
            select new ToldValue(value, area.Code, area.Name, load.At)).ToListAsync(ct);
        return Results.File(KeyFigureCsv.Of(figure, told), "text/csv; charset=utf-8", "nyckeltal.csv");
    });
}
