using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Registry.Retention;

internal sealed class RetentionFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<FileShredder>().AddScoped<DisposalCandidates>();

    private static readonly FieldAccess Readers = FieldAccess.For(RetentionRoles.Readers);

    public void AddQueries(QueryFields queries)
    {
        queries.List("retentionRules", "How long documents are kept, newest rule first; of a kind the newest holds.", Readers, c => c.GetArgument<string?>("fundId") is { } fund
            ? c.Visible<RetentionRule>().Where(r => r.FundId == GlobalId.KeyOf<Fund>(fund))
            : c.Visible<RetentionRule>(), f => f.With<IdGraphType>("fundId", "Only this fund's."));
        queries.List("disposals", "Proposed and settled disposals, newest first.", Readers, c =>
        {
            var disposals = c.Visible<Disposal>();
            if (c.GetArgument<string?>("fundId") is { } fund) disposals = disposals.Where(d => d.FundId == GlobalId.KeyOf<Fund>(fund));
            return c.GetArgument<DisposalState?>("state") is { } state ? disposals.Where(d => d.State == state) : disposals;
        }, f => f.With<IdGraphType>("fundId", "Only this fund's.").With<EnumType<DisposalState>>("state", "Only in this state."));
    }

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<SetRetentionRule, SetRetentionRuleInput, RetentionRule>("retentionRule", "Says how long a fund keeps documents of a kind, and by which decision; takes the place of an earlier rule.", Role.Administrator, Role.BoardRegistrar);
        mutations.Add<ProposeDisposal, ProposeDisposalInput, Disposal>("disposal", "Proposes that documents of cases and matters whose time has come lose their content.", RetentionRoles.Keepers);
        mutations.Add<ApproveDisposal, ApproveDisposalInput, Disposal>("disposal", "Approves it, as somebody other than who proposed it: the files are gone, the entries stay.", RetentionRoles.Keepers);
        mutations.Add<RejectDisposal, RejectDisposalInput, Disposal>("disposal", "Rejects it: nothing is disposed of.", RetentionRoles.Keepers);
    }
}
