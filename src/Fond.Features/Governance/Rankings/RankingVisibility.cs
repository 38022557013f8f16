using System.Linq.Expressions;
using Fond.Domain.Governance.Rankings;
using Fond.Features.Assessments;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Governance.Rankings;

/// <summary>Those who have a vote in it, and those who handle or examine the fund's cases. What it says of a case that one is shut out of is left out.</summary>
internal sealed class RankingVisibility : IVisible<Ranking>
{
    public Expression<Func<Ranking, bool>> To(Actor actor, FondDb db)
    {
        var me = actor.Id;
        var (all, funds) = actor.FundsAs(AssessmentVisibility.Handlers);
        if (all) return ranking => true;
        var voting = db.Set<RankingBallot>().Where(b => b.PersonId == me).Owners(typeof(Ranking)).Ahead();
        return funds.Length > 0 ? ranking => voting.Contains(ranking.Id) || funds.Contains(ranking.FundId) : ranking => voting.Contains(ranking.Id);
    }
}
