using Fond.Domain.Access;
using Fond.Domain.KeyFigures;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.KeyFigures;

internal sealed record FollowKeyFigureInput : EditInput
{
    /// <summary>Which key figure.</summary>
    [GraphQL.Id]
    public required string KeyFigureId { get; init; }

    /// <summary>Whether the fund follows it from then on.</summary>
    public required bool Follows { get; init; }

    /// <summary>The day of the steering group's decision.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Of the minutes: § 12.</summary>
    public required string Paragraph { get; init; }
}

internal sealed class FollowKeyFigure(Finder finder, ActorContext context, Clock clock) : IHandler<FollowKeyFigureInput, KeyFigure>
{
    public async Task<KeyFigure> Handle(FollowKeyFigureInput input, CancellationToken ct)
    {
        var figure = await finder.FindAsync<KeyFigure>(input.KeyFigureId, input.ExpectedVersion, ct, "keyFigureId");
        context.Actor.Demand(figure.FundId, Role.SteeringChair, Role.SteeringSecretary);
        figure.Decide(new(input.Follows, input.DecidedOn, input.Paragraph), clock.Today);
        return figure;
    }
}
