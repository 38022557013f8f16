using Fond.Domain.Impact.Imports;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.Imports;

internal sealed record CancelMeasurementImportInput : EditInput
{
    /// <summary>Which import.</summary>
    [GraphQL.Id]
    public required string ImportId { get; init; }
}

internal sealed class CancelMeasurementImport(Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<CancelMeasurementImportInput, MeasurementImport>
{
    public async Task<MeasurementImport> Handle(CancelMeasurementImportInput input, CancellationToken ct)
    {
        var import = await finder.FindAsync<MeasurementImport>(input.ImportId, input.ExpectedVersion, ct, "importId");
        if (!await db.ProjectsImportedBy(context.Actor).AnyAsync(p => p.Id == import.ProjectId, ct)) throw new ForbiddenException();
        import.Cancel(clock.Now);
        await db.DropPiecesAsync(import.Id, ct);
        return import;
    }
}
