using Fond.Domain.Common;
using Fond.Domain.KeyFigures;
using Fond.Features.KeyFigures.Kolada;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.KeyFigures;

internal sealed record RefreshKeyFigureInput : EditInput
{
    /// <summary>Which key figure.</summary>
    [GraphQL.Id]
    public required string KeyFigureId { get; init; }
}

internal sealed class RefreshKeyFigure(KeyFigureDesk desk, KoladaSettings kolada, Clock clock) : IHandler<RefreshKeyFigureInput, KeyFigure>
{
    public async Task<KeyFigure> Handle(RefreshKeyFigureInput input, CancellationToken ct)
    {
        var figure = await desk.FindAsync(input.KeyFigureId, input.ExpectedVersion, ct);
        Refuse.When(!kolada.IsConfigured, new KoladaNotConfigured());
        figure.AskFor(clock.Now);
        return figure;
    }
}
