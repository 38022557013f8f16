using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.KeyFigures;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.KeyFigures;

internal sealed record NameBackgroundInput : ProjectInput
{
    /// <summary>Which key figure of the fund.</summary>
    [GraphQL.Id]
    public required string KeyFigureId { get; init; }

    /// <summary>In which of the fund's areas.</summary>
    [GraphQL.Id]
    public required string AreaId { get; init; }

    /// <summary>Why it is of account here.</summary>
    public required string Reason { get; init; }
}

internal sealed class NameBackground(ProjectDesk desk, Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<NameBackgroundInput, ProjectKeyFigure>
{
    public async Task<ProjectKeyFigure> Handle(NameBackgroundInput input, CancellationToken ct)
    {
        var project = await desk.LedOrHandledAsync(input, ct, Role.CaseOfficer, Role.Evaluator);
        var figure = await finder.FindAsync<KeyFigure>(input.KeyFigureId, ct, "keyFigureId");
        var area = await finder.FindAsync<KeyFigureArea>(input.AreaId, ct, "areaId");
        var named = new ProjectKeyFigure(project, figure, area, input.Reason, context.Actor.Id, clock.Now);
        Refuse.When(await db.Set<ProjectKeyFigure>().AnyAsync(n => n.ProjectId == project.Id && n.KeyFigureId == figure.Id && n.AreaId == area.Id && n.DroppedAt == null, ct), new KeyFigureNamedAlready { Path = ["keyFigureId"] });
        db.Add(named);
        return named;
    }
}
