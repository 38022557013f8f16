using Fond.Domain.Consultations;
using Fond.Domain.Governance;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Consultations;

internal sealed record SaveReferralGroupInput : EditInput
{
    /// <summary>The group to change; left out: a new one.</summary>
    [GraphQL.Id]
    public string? ReferralGroupId { get; init; }

    /// <summary>Whose it is; never changes.</summary>
    public required string Municipality { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Who belongs to it: bodies of any kind.</summary>
    [GraphQL.Id]
    public required IReadOnlyList<string> BodyIds { get; init; }
}

internal sealed class SaveReferralGroup(ConsultationDrafts drafts, Finder finder, FondDb db) : IHandler<SaveReferralGroupInput, ReferralGroup>
{
    public async Task<ReferralGroup> Handle(SaveReferralGroupInput input, CancellationToken ct)
    {
        var known = input.ReferralGroupId is { } id ? await finder.FindAsync<ReferralGroup>(id, input.ExpectedVersion, ct, "referralGroupId") : null;
        var municipality = known?.Municipality ?? input.Municipality.Trim();
        await drafts.DemandMunicipalityAsync(municipality, ct);
        var bodies = await drafts.BodiesAsync(input.BodyIds, ct);
        if (known is null) db.Add(known = new ReferralGroup(municipality, input.Name, bodies));
        else known.Change(input.Name, bodies);
        return known;
    }
}
