using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Projects;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Impact.MoneyBack;

/// <summary>A fund's prices are for whoever holds a role in it, since leads reckon with them too. What is stated of a project's savings follows the project.</summary>
internal sealed class MoneyVisibility(IVisible<Project> projects) : IVisible<PriceLine>, IVisible<PriceIndexLevel>, IVisible<SavingsCase>
{
    private static readonly Role[] Everybody = Enum.GetValues<Role>();

    public Expression<Func<PriceLine, bool>> To(Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs(Everybody);
        return all ? line => true : line => funds.Contains(line.FundId);
    }

    Expression<Func<PriceIndexLevel, bool>> IVisible<PriceIndexLevel>.To(Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs(Everybody);
        return all ? level => true : level => funds.Contains(level.FundId);
    }

    Expression<Func<SavingsCase, bool>> IVisible<SavingsCase>.To(Actor actor, FondDb db)
    {
        var seen = db.Set<Project>().Where(projects.To(actor, db));
        return stated => seen.Any(p => p.Id == stated.ProjectId);
    }
}
