using Fond.Domain.Applications;
using Fond.Features.Platform.Access;

namespace Fond.Features.Applications;

internal static class OwnApplication
{
    /// <exception cref="ForbiddenException">When somebody else leads the project.</exception>
    public static void DemandLead(this Actor actor, Application application)
    {
        if (!actor.IsSystem && application.LeadId != actor.Id) throw new ForbiddenException();
    }
}
