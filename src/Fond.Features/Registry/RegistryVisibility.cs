using System.Linq.Expressions;
using Fond.Domain.Applications;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Assessments;
using Fond.Features.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Registry;

/// <summary>The whole registry of a case for those who handle it; for the lead, assessors and evaluators what passed between the applicant and the fund; for whoever sits in a body also what is laid before it.</summary>
internal sealed class RegistryVisibility(Clock clock, IVisible<Application> applications) : IVisible<CaseDocument>, IVisible<DocumentFile>
{
    public Expression<Func<CaseDocument, bool>> To(Actor actor, FondDb db)
    {
        if (!actor.IsSignedIn) return d => false;
        var seen = db.Set<Application>().Where(applications.To(actor, db));
        var kinds = DocumentKinds.OfTheApplicant.ToArray();
        var laid = db.LaidBefore(actor, clock.Today);
        var own = AnyOf.Terms<CaseDocument>(d => kinds.Contains(d.Kind) && seen.Any(a => a.Id == d.ApplicationId), d => laid.Contains(d.Id));
        return applications.Handled(actor, db) is { } handled ? db.OwnOrOfCases(d => d.ApplicationId, own, handled) : own;
    }

    Expression<Func<DocumentFile, bool>> IVisible<DocumentFile>.To(Actor actor, FondDb db)
    {
        var visible = db.Set<CaseDocument>().Where(To(actor, db));
        return f => visible.Any(d => d.Id == f.DocumentId);
    }
}
