using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Impact.MoneyBack;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Impact.MoneyBack;

internal sealed class MoneyFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<SavingsDesk>();

    public void AddQueries(QueryFields queries)
    {
        queries.List("priceList", "What cases cost, by fund; newest first, lines that have ended included.", FieldAccess.SignedIn, c =>
        {
            var lines = c.Visible<PriceLine>();
            if (c.GetArgument<string?>("fundId") is { } fund) lines = lines.Where(l => l.FundId == GlobalId.KeyOf<Fund>(fund));
            if (c.GetArgument<string?>("code") is { } code) lines = lines.Where(l => l.Code == code);
            if (c.GetArgument<Payer?>("payer") is { } payer) lines = lines.Where(l => l.Payer == payer);
            if (c.GetArgument<DateOnly?>("validOn") is { } day) lines = lines.Where(l => l.From <= day && (l.To == null || l.To >= day));
            return lines;
        }, f => f.With<IdGraphType>("fundId", "Only this fund's.").With<StringGraphType>("code", "Only lines of this code.").With<EnumType<Payer>>("payer", "Only this payer's costs.").With<DateOnlyGraphType>("validOn", "Only those that may be used on this day."));
        queries.List("priceIndex", "Levels of funds' price indexes, newest first, corrected ones included.", FieldAccess.SignedIn, c =>
        {
            var levels = c.Visible<PriceIndexLevel>();
            if (c.GetArgument<string?>("fundId") is { } fund) levels = levels.Where(l => l.FundId == GlobalId.KeyOf<Fund>(fund));
            if (c.GetArgument<int?>("year") is { } year) levels = levels.Where(l => l.Year == year);
            return levels;
        }, f => f.With<IdGraphType>("fundId", "Only this fund's.").With<IntGraphType>("year", "Only this year's."));
    }

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<AddPrice, AddPriceInput, PriceLine>("priceLine", "Adds a line to the fund's price list; one of the same code that holds by then ends the day before.", Role.Administrator);
        mutations.Add<EndPrice, EndPriceInput, PriceLine>("priceLine", "Sets the last day of a line of the price list.", Role.Administrator);
        mutations.Add<SetPriceIndex, SetPriceIndexInput, PriceIndexLevel>("priceIndexLevel", "Adds a year's level to the fund's price index, or a corrected one.", Role.Administrator);
        mutations.Add<ProposeSavings, ProposeSavingsInput, SavingsCase>("savingsCase", "States what the project is expected to save; another version each time.", Role.Applicant, Role.CaseOfficer);
        mutations.Add<VerifySavings, VerifySavingsInput, SavingsCase>("savingsCase", "The evaluator states what has been saved, by what was measured; another version each time.", Role.Evaluator);
    }
}
