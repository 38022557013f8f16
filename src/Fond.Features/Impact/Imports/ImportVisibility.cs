using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Impact.Imports;
using Fond.Domain.Projects;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;

namespace Fond.Features.Impact.Imports;

/// <summary>For those who log the project's measurements, as the batches: the number of rows would tell the size of a group that is hidden.</summary>
internal sealed class ImportVisibility : IVisible<MeasurementImport>
{
    public Expression<Func<MeasurementImport, bool>> To(Actor actor, FondDb db)
    {
        var logged = db.ProjectsImportedBy(actor);
        return import => logged.Any(p => p.Id == import.ProjectId);
    }
}

internal static class ImportedProjects
{
    /// <summary>What the caller logs measurements of, without those whose case a declared conflict shuts them out of.</summary>
    public static IQueryable<Project> ProjectsImportedBy(this FondDb db, Actor actor)
    {
        var shut = db.ShutOutOf(actor.Id);
        return db.ProjectsLoggedBy(actor).Where(p => !shut.Contains(p.ApplicationId));
    }
}
