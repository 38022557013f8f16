using Fond.Domain.Access;
using Fond.Domain.Governance;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Governance;

internal sealed class GovernanceFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<Involvement>().AddScoped<CaseRecusals>();

    public void AddQueries(QueryFields queries) => queries.List("bodies", "Steering groups, boards, councils and referral bodies.", FieldAccess.Everybody, c =>
    {
        var bodies = c.Visible<Body>();
        if (c.GetArgument<BodyKind?>("kind") is { } kind) bodies = bodies.Where(b => b.Kind == kind);
        if (c.GetArgument<string?>("municipality") is { } municipality) bodies = bodies.Where(b => b.Municipality == municipality);
        return bodies;
    }, f => f.With<EnumType<BodyKind>>("kind", "Only this kind.").With<StringGraphType>("municipality", "Only this municipality's."), ascending: true);

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<SaveBody, SaveBodyInput, Body>("body", "Enters a body, or changes the one that is named.", Role.Administrator);
        mutations.Add<AddMember, AddMemberInput, Body>("body", "Gives somebody, or a function, a seat.", Role.Administrator);
        mutations.Add<EndMembership, EndMembershipInput, Body>("body", "Sets the last day of a seat; that it was held stays on record.", Role.Administrator);
        mutations.Add<DeclareRecusal, DeclareRecusalInput, Recusal>("recusal", "Declares a conflict of interest: the person is shut out of the case, and an assessment of theirs no longer counts.");
        mutations.Add<AddDelegation, AddDelegationInput, Body>("body", "Enters a line into a steering group's delegation table.", Role.Administrator);
        mutations.Add<EndDelegation, EndDelegationInput, Body>("body", "Sets the last day of a line of the delegation table; decisions that cite it stand.", Role.Administrator);
    }
}
