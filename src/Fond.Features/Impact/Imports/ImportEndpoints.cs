using System.Security.Cryptography;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Imports;
using Fond.Domain.Projects;
using Fond.Features.Applications;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Http;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.Imports;

/// <summary>
/// <c>POST /projects/{id}/measurements?mode=…&amp;dryRun=…</c> with CSV as the body: answered when the file is kept, worked through in the background. <c>GET /measurement-imports/{id}/faults.csv</c>: what was
/// wrong with it, for whoever mends the file in a spreadsheet.
/// </summary>
internal static class ImportEndpoints
{
    /// <summary>Twice what a hundred thousand rows of all columns take.</summary>
    public const int LargestBytes = 32 * 1024 * 1024;

    /// <summary>What of a body is held in memory; the rest goes by way of a file that is gone with the request.</summary>
    private const int InMemory = 64 * 1024;

    public static void MapMeasurementImports(this IEndpointRouteBuilder routes)
    {
        FileTransfer.Takes(routes.MapPost("/projects/{id}/measurements", ReceiveAsync), LargestBytes);
        routes.MapGet("/measurement-imports/{id}/faults.csv", FaultsAsync);
    }

    /// <summary>As many faults and warnings as are kept.</summary>
    private static Task<IResult> FaultsAsync(string id, Visibility visibility, FondDb db, ActorContext caller, FileTransfer files, CancellationToken ct) => files.AnswerAsync(async () =>
    {
        var key = GlobalId.Read<MeasurementImport>(id);
        var import = await visibility.Of<MeasurementImport>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == key, ct);
        return import is null ? files.Missing<MeasurementImport>() : Results.File(ImportFaultsCsv.Of(await db.AllFaultsAsync(import, ct), caller.Language), Csv.ContentType, "faults.csv");
    });

    private static Task<IResult> ReceiveAsync(string id, string? mode, string? dryRun, HttpRequest request, Finder finder, MutationRunner runner, FileTransfer files, CancellationToken ct) => files.AnswerAsync(async () =>
    {
        await finder.FindAsync<Project>(id, ct, "projectId"); // before anything is received
        request.EnableBuffering(InMemory, LargestBytes + 1);
        var input = new ImportMeasurementsInput
        {
            ProjectId = id,
            Mode = Choice("mode", mode ?? "ALL_OR_NOTHING", ("ALL_OR_NOTHING", LogMode.AllOrNothing), ("VALID_ROWS", LogMode.ValidRows)),
            DryRun = Choice("dryRun", dryRun ?? "false", ("false", false), ("true", true)),
            Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(request.Body, ct)),
            File = request.Body,
            IdempotencyKey = request.IdempotencyKey(),
        };
        await files.ScanAsync(request.Body, ct);
        Refuse.When(!await CsvText.MayBeAsync(request.Body, ct), new ImportNotText());
        var import = await runner.RunAsync<ImportMeasurements, ImportMeasurementsInput, MeasurementImport>(input, nameof(ImportMeasurements), ct);
        return Results.Json(new { id = GlobalId.Of<MeasurementImport>(import.Id), import.Bytes, import.Sha256 }, statusCode: StatusCodes.Status202Accepted);
    });

    private static T Choice<T>(string option, string said, params (string Name, T Value)[] known) => Array.Exists(known, k => k.Name == said)
        ? Array.Find(known, k => k.Name == said).Value
        : throw new RefusedException(new ImportOptionUnknown(string.Join(", ", known.Select(k => k.Name))) { Path = [option] });
}
