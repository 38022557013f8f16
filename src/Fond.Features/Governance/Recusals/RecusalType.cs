using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Governance;
using Fond.Features.Applications;
using Fond.Features.Assessments;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Governance.Recusals;

internal sealed class RecusalType : NodeType<Recusal>
{
    public RecusalType() : base("That somebody who prepares or decides a case does not take part in it (jäv).")
    {
        Value("ground", "The point of the law.", r => r.Ground);
        Value("reason", "What the conflict is.", r => r.Reason).NotedIn<Recusal>(r => r.ApplicationId);
        Value("declaredAt", "When it was written down.", r => r.DeclaredAt);
        One<Person>("person", "Who has the conflict.", r => r.PersonId);
        One<Person>("declaredBy", "Who wrote it down.", r => r.DeclaredById);
        One<Application>("application", "In which case.", r => r.ApplicationId);
    }
}

/// <summary>One's own, and those of the cases that one handles.</summary>
internal sealed class RecusalVisibility(IVisible<Application> applications) : IVisible<Recusal>
{
    public Expression<Func<Recusal, bool>> To(Actor actor, FondDb db)
    {
        var me = actor.Id;
        Expression<Func<Recusal, bool>> own = r => r.PersonId == me;
        return applications.Handled(actor, db) is { } handled ? db.OwnOrOfCases(r => r.ApplicationId, own, handled) : own;
    }
}
