using Fond.Domain.KeyFigures;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.KeyFigures;

internal sealed record DescribeKeyFigureInput : EditInput
{
    /// <summary>Which key figure.</summary>
    [GraphQL.Id]
    public required string KeyFigureId { get; init; }

    /// <summary>What it is, and where its values are from; all of it.</summary>
    public required KeyFigureTerms Terms { get; init; }
}

internal sealed class DescribeKeyFigure(KeyFigureDesk desk, Clock clock) : IHandler<DescribeKeyFigureInput, KeyFigure>
{
    public async Task<KeyFigure> Handle(DescribeKeyFigureInput input, CancellationToken ct)
    {
        var figure = await desk.FindAsync(input.KeyFigureId, input.ExpectedVersion, ct);
        var before = figure.KoladaKpi;
        figure.Describe(input.Terms, clock.Now);
        if (before is not null && figure.KoladaKpi is not null && figure.KoladaKpi != before) await desk.WithdrawFetchedAsync(figure, ct);
        return figure;
    }
}
