using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using GraphQL;
using GraphQL.Types;

namespace Fond.Features.Funds;

internal sealed class FundFeature : IFeature
{
    public void AddQueries(QueryFields queries)
    {
        queries.List("funds", "Funds, their rules and calls.", FieldAccess.Everybody, c =>
        {
            var funds = c.Visible<Fund>();
            return c.GetArgument<string?>("municipality") is { } municipality ? funds.Where(f => f.Municipality == municipality) : funds;
        }, f => f.With<StringGraphType>("municipality", "Only this municipality's."), ascending: true);
        queries.List("calls", "Calls for applications, newest first.", FieldAccess.Everybody, c =>
        {
            var calls = c.Visible<Call>();
            var now = c.Service<Clock>().Now;
            if (c.GetArgument<bool?>("open") is { } open) calls = calls.Where(x => (x.OpensAt <= now && now < x.ClosesAt) == open);
            if (c.GetArgument<string?>("fundId") is { } fund) calls = calls.Where(x => x.FundId == GlobalId.KeyOf<Fund>(fund));
            return calls;
        }, f => f.With<BooleanGraphType>("open", "Only open, or only closed ones.").With<IdGraphType>("fundId", "Only this fund's."));
        queries.List("ledger", "Every movement of money, newest first.", FieldAccess.SignedIn, c =>
        {
            var transactions = c.Visible<LedgerTransaction>();
            if (c.GetArgument<string?>("fundId") is { } fund) transactions = transactions.Where(t => t.FundId == GlobalId.KeyOf<Fund>(fund));
            if (c.GetArgument<string?>("applicationId") is { } application) transactions = transactions.Where(t => t.ApplicationId == GlobalId.KeyOf<Domain.Applications.Application>(application));
            if (c.GetArgument<LedgerKind?>("kind") is { } kind) transactions = transactions.Where(t => t.Kind == kind);
            return transactions;
        }, f => f.With<IdGraphType>("fundId", "Only this fund's.").With<IdGraphType>("applicationId", "Only this case's.").With<EnumType<LedgerKind>>("kind", "Only this kind."));
    }

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<CreateFund, CreateFundInput, Fund>("fund", "Founds a fund, without money or rules yet.", Role.Administrator);
        mutations.Add<AddFundRules, AddFundRulesInput, Fund>("fund", "States what holds for grants during some time; validities may not overlap.", Role.Administrator);
        mutations.Add<AllocateFunds, AllocateFundsInput, Fund>("fund", "Sets money aside for the fund, by decision of the council.", Role.Administrator);
        mutations.Add<CreateCall, CreateCallInput, Call>("call", "Announces a call with its times and criteria.", Role.Administrator, Role.CaseOfficer);
    }
}
