using Fond.Domain.Access;
using Fond.Domain.Registry;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Registry.Matters;

internal sealed record RegisterMatterDocumentInput : DocumentInput
{
    /// <summary>The matter.</summary>
    [GraphQL.Id]
    public required string MatterId { get; init; }
}

internal sealed class RegisterMatterDocument(Finder finder, ActorContext context, MatterRegistry registry) : IHandler<RegisterMatterDocumentInput, MatterDocument>
{
    public async Task<MatterDocument> Handle(RegisterMatterDocumentInput input, CancellationToken ct)
    {
        var matter = await finder.FindAsync<Matter>(input.MatterId, input.ExpectedVersion, ct, "matterId");
        context.Actor.Demand(matter.FundId, Role.CaseOfficer, Role.BoardRegistrar);
        return await registry.AddAsync(matter, input.Entry(), ct, by: context.Actor.Id);
    }
}
