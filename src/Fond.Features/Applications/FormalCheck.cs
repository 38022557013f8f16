using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.Platform.Access;

namespace Fond.Features.Applications;

internal static class FormalCheck
{
    /// <summary>An officer of the fund who neither leads nor writes the application.</summary>
    /// <exception cref="ForbiddenException">When the caller is no officer there.</exception>
    /// <exception cref="RefusedException"><see cref="CaseOwn"/> or <see cref="CaseCoWritten"/>.</exception>
    public static void DemandChecker(this Actor actor, Application application)
    {
        actor.DemandOffice(application.FundId, application.LeadId, Role.CaseOfficer);
        Refuse.When(application.CoAuthors.Any(c => c.PersonId == actor.Id), new CaseCoWritten());
    }
}

/// <summary>Jäv, kommunallagen (2017:725) 6 kap. 28 §.</summary>
public sealed record CaseCoWritten() : Refusal("CASE_CO_WRITTEN", new(
    "Du är medförfattare till ansökan och är därmed jävig. Någon annan måste göra den formella prövningen.",
    "You are a co-author of the application, which is a conflict of interest. Somebody else must make the formal check."));
