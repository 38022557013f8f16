using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Governance;
using Fond.Features.Assessments;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Governance.Recusals;

/// <summary>Writes down that somebody takes no part in a case, whether they declare it themselves or it is said at the table.</summary>
internal sealed class CaseRecusals(FondDb db, ActorContext context, Clock clock, OwnAssessment assessments)
{
    public async Task<Recusal> AddAsync(Application application, long personId, RecusalGround ground, string reason, CancellationToken ct)
    {
        var recusal = new Recusal(application, personId, ground, reason, context.Actor.Id, clock.Now);
        db.Add(recusal);
        await VoidAsync(application, recusal, ct);
        return recusal;
    }

    /// <summary>Scores of somebody with a conflict do not count.</summary>
    private async Task VoidAsync(Application application, Recusal recusal, CancellationToken ct)
    {
        var own = (await db.AssessmentsOfAsync(application.Id, ct)).FirstOrDefault(a => a.AssessorId == recusal.PersonId && a.State != AssessmentState.ConflictDeclared);
        if (own is null) return;
        own.DeclareConflict(recusal.Reason, clock.Now);
        await assessments.GoOnAsync(application, ct);
    }
}
