using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Impact.Imports;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;

namespace Fond.Features.Impact.Imports;

/// <summary>For those who log the project's measurements, and for those who examine what was done: as the batches, since the number of rows would tell the size of a group that is hidden.</summary>
internal sealed class ImportVisibility : IVisible<MeasurementImport>
{
    public Expression<Func<MeasurementImport, bool>> To(Actor actor, FondDb db)
    {
        var examines = actor.HasIn(null, Role.Auditor, Role.Administrator);
        var logged = db.ProjectsLoggedBy(actor);
        return import => examines || logged.Any(p => p.Id == import.ProjectId);
    }
}
