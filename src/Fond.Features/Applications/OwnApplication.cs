using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Features.Platform.Access;

namespace Fond.Features.Applications;

internal static class OwnApplication
{
    /// <exception cref="ForbiddenException">When somebody else leads the project, or the lead no longer is an applicant of the fund.</exception>
    public static void DemandLead(this Actor actor, Application application)
    {
        if (!actor.IsSystem && application.LeadId != actor.Id) throw new ForbiddenException();
        actor.Demand(application.FundId, Role.Applicant);
    }
}
