using System.Text.Json.Serialization;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Imports;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.Imports;

/// <summary>What an upload of measurements carries; it comes over plain HTTP, not through the schema.</summary>
internal sealed record ImportMeasurementsInput : ProjectInput, IJudgedByRow
{
    public LogMode Mode { get; init; }

    public bool DryRun { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>The file, which its checksum stands for where inputs are compared.</summary>
    [JsonIgnore]
    public Stream File { get; init; } = Stream.Null;
}

internal sealed class ImportMeasurements(ProjectDesk desk, FondDb db, DatabaseEngine engine, ActorContext context, Clock clock, AuditTrail trail) : IHandler<ImportMeasurementsInput, MeasurementImport>
{
    public async Task<MeasurementImport> Handle(ImportMeasurementsInput input, CancellationToken ct)
    {
        var project = await desk.LoggedAsync(input, ct);
        Refuse.When(!await db.Set<MeasurementPlan>().AnyAsync(p => p.ProjectId == project.Id, ct), new PlanMissing { Path = ["projectId"] });
        Refuse.When(await db.Set<MeasurementImport>().CountAsync(i => i.ProjectId == project.Id && i.EndedAt == null, ct) >= MeasurementImport.MostAtOnce,
            new ImportTooManyAtOnce(MeasurementImport.MostAtOnce) { Path = ["projectId"] });
        var import = new MeasurementImport(project, context.Actor.Id, input.Mode, input.DryRun, input.Sha256, input.File.Length, clock.Now);
        db.Add(import);
        await trail.SaveAsync(ct); // the pieces need its key
        input.File.Position = 0;
        await db.InsertAsync(engine, ImportPieces.Cut(input.File, import.Id), ct);
        return import;
    }
}
