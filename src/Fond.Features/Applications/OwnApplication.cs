using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Applications;

internal static class OwnApplication
{
    /// <exception cref="ForbiddenException">When somebody else leads the project, or the lead no longer is an applicant of the fund.</exception>
    public static void DemandLead(this Actor actor, Application application)
    {
        if (!actor.IsSystem && application.LeadId != actor.Id) throw new ForbiddenException();
        actor.Demand(application.FundId, Role.Applicant);
    }

    /// <summary>The lead, or an officer whom the lead has let in.</summary>
    /// <exception cref="ForbiddenException">When it is neither, or they no longer hold their role in the fund.</exception>
    public static void DemandWriter(this Actor actor, Application application)
    {
        if (application.LeadId == actor.Id || !application.IsWrittenBy(actor.Id)) actor.DemandLead(application);
        else actor.Demand(application.FundId, Role.CaseOfficer);
    }

    /// <summary>For queries: that an application is not <see cref="Application.IsWorkOf"/> the person.</summary>
    public static Expression<Func<Application, bool>> WorkOfOthersThan(this FondDb db, long personId)
    {
        var written = db.Set<ApplicationCoAuthor>().Where(c => c.PersonId == personId && c.HasWritten).Owners(typeof(Application)).Ahead(); // few: PostgreSQL reckons that a look at each case shuts most of them out, and walks
        return a => a.LeadId != personId && !written.Contains(a.Id);
    }
}
