using Fond.Domain.Impact.Qualitative;
using Fond.Domain.Projects;
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

namespace Fond.Features.Impact.Qualitative;

/// <summary>Files of observations and stories: <c>POST /projects/{id}/observations/{number}/files?fileName=…</c> or <c>…/change-stories/{number}/files</c> with the bytes as body; <c>GET /evidence/{id}</c>.</summary>
internal static class EvidenceEndpoints
{
    public static void MapEvidence(this IEndpointRouteBuilder routes)
    {
        Map("observations", EvidenceOf.Observation);
        Map("change-stories", EvidenceOf.ChangeStory);
        routes.MapMethods("/evidence/{id}", [HttpMethods.Get, HttpMethods.Head], DownloadAsync);

        void Map(string records, EvidenceOf of) => FileTransfer.Takes(routes.MapPost($"/projects/{{id}}/{records}/{{number:int}}/files",
            (string id, int number, string? fileName, HttpRequest request, MutationRunner runner, FileTransfer files, CancellationToken ct) => files.ReceiveAsync<Project>(request, id, "projectId", content =>
                KeepAsync(new() { ProjectId = id, Of = of, Number = number, FileName = fileName ?? "", Content = content, IdempotencyKey = request.IdempotencyKey() }, runner, ct), ct)));
    }

    private static async Task<object> KeepAsync(AddEvidenceInput input, MutationRunner runner, CancellationToken ct)
    {
        var file = await runner.RunAsync<AddEvidence, AddEvidenceInput, EvidenceFile>(input, nameof(AddEvidence), ct);
        return new { id = GlobalId.Of<EvidenceFile>(file.Id), file.FileName, file.ContentType, file.Size, file.Sha256 };
    }

    private static async Task<IResult> DownloadAsync(string id, Visibility visibility, FondDb db, FileTransfer files, SecretReadings readings, CancellationToken ct)
    {
        var key = GlobalId.Read<EvidenceFile>(id);
        var file = await visibility.Of<EvidenceFile>().SingleOrDefaultAsync(f => f.Id == key, ct);
        if (file is null) return files.Missing<EvidenceFile>();
        if (await db.IsDisposedAsync(file, ct)) return files.Gone();
        var about = await db.Set<Project>().IgnoreAutoIncludes().Where(p => p.Id == file.ProjectId).Select(p => p.ApplicationId).SingleAsync(ct);
        readings.Note(file, await db.MarkOfTargetAsync(about, file.Id, ct, DocumentKind.Evidence));
        await readings.WriteAsync(ct);
        return await files.SendAsync(file.Sha256, file.ContentType, file.FileName, ct);
    }
}
