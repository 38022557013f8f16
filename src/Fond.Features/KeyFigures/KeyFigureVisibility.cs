using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.KeyFigures;
using Fond.Domain.Projects;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.KeyFigures;

/// <summary>A fund's key figures are for whoever holds a role in it: applicants describe their needs by them, too. What a project names follows the project.</summary>
internal sealed class KeyFigureVisibility(IVisible<Project> projects) : IVisible<ProjectKeyFigure>, IVisible<KeyFigure>, IVisible<KeyFigureArea>, IVisible<KeyFigureLoad>, IVisible<KeyFigureValue>
{
    private static readonly Role[] Everybody = Enum.GetValues<Role>();

    public Expression<Func<KeyFigure, bool>> To(Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs(Everybody);
        return all ? figure => true : figure => EF.MultipleParameters(funds).Contains(figure.FundId);
    }

    Expression<Func<KeyFigureArea, bool>> IVisible<KeyFigureArea>.To(Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs(Everybody);
        return all ? area => true : area => EF.MultipleParameters(funds).Contains(area.FundId);
    }

    Expression<Func<KeyFigureLoad, bool>> IVisible<KeyFigureLoad>.To(Actor actor, FondDb db)
    {
        var seen = db.Set<KeyFigure>().Where(To(actor, db));
        return load => seen.Any(f => f.Id == load.KeyFigureId);
    }

    Expression<Func<KeyFigureValue, bool>> IVisible<KeyFigureValue>.To(Actor actor, FondDb db)
    {
        var seen = db.Set<KeyFigure>().Where(To(actor, db));
        return value => seen.Any(f => f.Id == value.KeyFigureId);
    }

    Expression<Func<ProjectKeyFigure, bool>> IVisible<ProjectKeyFigure>.To(Actor actor, FondDb db)
    {
        var seen = db.Set<Project>().Where(projects.To(actor, db));
        return named => seen.Any(p => p.Id == named.ProjectId);
    }
}
