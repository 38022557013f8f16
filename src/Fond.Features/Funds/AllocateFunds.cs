using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Funds;

internal sealed record AllocateFundsInput : EditInput
{
    /// <summary>Which fund.</summary>
    [GraphQL.Id]
    public required string FundId { get; init; }

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>The budget year.</summary>
    public required int Year { get; init; }

    /// <summary>By which decision.</summary>
    public required string Note { get; init; }
}

internal sealed class AllocateFunds(Finder finder, FondDb db, ActorContext context, Clock clock) : IHandler<AllocateFundsInput, Fund>
{
    public async Task<Fund> Handle(AllocateFundsInput input, CancellationToken ct)
    {
        var fund = await finder.FindAsync<Fund>(input.FundId, input.ExpectedVersion, ct, "fundId");
        context.Actor.Demand(fund.Id, Role.Administrator);
        Refuse.When(input.Year is < AmountYearImplausible.First or > AmountYearImplausible.Last, new AmountYearImplausible(input.Year) { Path = ["year"] });
        Refuse.When(string.IsNullOrWhiteSpace(input.Note), new FundFieldMissing { Path = ["note"] });
        db.Add(fund.Allocate(input.Amount, input.Year, input.Note, clock.Now));
        return fund;
    }
}
