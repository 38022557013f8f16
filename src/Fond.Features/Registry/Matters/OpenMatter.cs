using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Programmes;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Registry.Matters;

internal sealed record OpenMatterInput : MutationInput
{
    /// <summary>By whose series it is numbered, and whose officers keep it.</summary>
    [GraphQL.Id]
    public required string FundId { get; init; }

    /// <summary>Shortly, what it is about. Everybody may read it unless it is marked, so that it names nobody and tells nothing secret.</summary>
    public required string Title { get; init; }

    /// <summary>The programme that it is about.</summary>
    [GraphQL.Id]
    public string? ProgrammeId { get; init; }

    /// <summary>The body whose own matter it is.</summary>
    [GraphQL.Id]
    public string? BodyId { get; init; }

    /// <summary>By which provision it may be secret: OSL 26 kap. 1 §. A matter is public at once, so what is marked later has been read by then.</summary>
    public string? Ground { get; init; }
}

internal sealed class OpenMatter(Finder finder, FondDb db, ActorContext context, Clock clock, CaseNumbering numbers) : IHandler<OpenMatterInput, Matter>
{
    public async Task<Matter> Handle(OpenMatterInput input, CancellationToken ct)
    {
        var fund = await finder.FindAsync<Fund>(input.FundId, ct, "fundId");
        context.Actor.Demand(fund.Id, Role.CaseOfficer, Role.BoardRegistrar);
        var programme = input.ProgrammeId is { } about ? await finder.FindAsync<Programme>(about, ct, "programmeId") : null;
        var body = input.BodyId is { } whose ? await finder.FindAsync<Body>(whose, ct, "bodyId") : null;
        var matter = new Matter(fund, new(input.Title, programme, body, SecrecyMark.By(input.Ground, context.Actor.Id, clock.Now)), await numbers.NextOfAsync(fund, ct), context.Actor.Id, clock.Today);
        db.Add(matter);
        return matter;
    }
}
