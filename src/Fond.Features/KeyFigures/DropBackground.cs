using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.KeyFigures;
using Fond.Features.Platform;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.KeyFigures;

internal sealed record DropBackgroundInput : ProjectInput
{
    /// <summary>Which key figure.</summary>
    [GraphQL.Id]
    public required string KeyFigureId { get; init; }

    /// <summary>In which area.</summary>
    [GraphQL.Id]
    public required string AreaId { get; init; }
}

internal sealed class DropBackground(ProjectDesk desk, FondDb db, Clock clock) : IHandler<DropBackgroundInput, ProjectKeyFigure>
{
    public async Task<ProjectKeyFigure> Handle(DropBackgroundInput input, CancellationToken ct)
    {
        var project = await desk.LedOrHandledAsync(input, ct, Role.CaseOfficer, Role.Evaluator);
        project.DemandNotCalledOff();
        var (figure, area) = (GlobalId.KeyOf<KeyFigure>(input.KeyFigureId), GlobalId.KeyOf<KeyFigureArea>(input.AreaId));
        var named = await db.Set<ProjectKeyFigure>().SingleOrDefaultAsync(n => n.ProjectId == project.Id && n.KeyFigureId == figure && n.AreaId == area && n.DroppedAt == null, ct)
            ?? throw new RefusedException(new NotFound(nameof(KeyFigure)) { Path = ["keyFigureId"] });
        named.Drop(clock.Now);
        return named;
    }
}
