using Fond.Domain.Access;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Projects;
using Fond.Features.Applications;
using Fond.Features.Platform.GraphQL;
using GraphQL;
using GraphQL.Builders;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace Fond.Features.Impact.MoneyBack;

internal sealed class SavingsCaseType : NodeType<SavingsCase>
{
    public SavingsCaseType() : base("What a project costs and saves as it was stated once, with the prices and costs of that day. What is stated anew is another version.")
    {
        Value("number", "1, 2, 3 ... in the project.", c => c.Number);
        Value("basis", "How far it can be trusted.", c => c.Basis);
        Value("statedAt", "When.", c => c.StatedAt);
        Value("valuedOn", "The day whose prices and costs it is reckoned with.", c => c.ValuedOn);
        Value("startYear", "The calendar year of year 0, in whose prices all is told.", c => c.StartYear);
        Value("note", "Why it was stated, or stated anew.", c => c.Note).NotedInProject<SavingsCase>(c => c.ProjectId);
        Field<ListGraphType<NonNullGraphType<ValueType<StatedSaving>>>>("savings").Description("Cases prevented; null to others than the evaluator where any rests on too few.")
            .Resolve(c => Shown(c, c.Source)).FieldType.NotedInProject<SavingsCase>(c => c.ProjectId, "counterfactual", "derivation");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<UsedPriceType>>>>("unitCosts").Description("The prices that it uses.").Resolve(c => c.Source.UnitCosts);
        Values("costs", "What the project costs, by year.", c => c.Costs);
        One<Person>("statedBy", "Who.", c => c.StatedById);
        One<Project>("project", "Whose it is.", c => c.ProjectId);
        this.AddMoneyBack().Resolve(c => Reckoned(c, c.Source));
    }

    private static IDataLoaderResult<IReadOnlyList<StatedSaving>?> Shown(IResolveFieldContext context, SavingsCase stated) =>
        ShownSavings.Of(context, stated.ProjectId).Then(shown => stated.IsShowable(shown!.Sight) ? stated.Savings : null);

    private static IDataLoaderResult<Reckoned?> Reckoned(IResolveFieldContext context, SavingsCase stated) => context.Reckon(stated.ProjectId, _ => stated);
}

internal static class MoneyBackField
{
    /// <summary>The field that values what is stated, at a horizon and a rate.</summary>
    public static FieldBuilder<T, object> AddMoneyBack<T>(this ObjectGraphType<T> type) => type.Field<MoneyBackType>("moneyBack")
        .Description("What it is worth: who saves, who pays, and when savings have covered costs.")
        .Argument<NonNullGraphType<IntGraphType>>("horizon", "Years after the start, 0 to 60.", a => a.DefaultValue = 5)
        .Argument<NonNullGraphType<DecimalGraphType>>("rate", "The discount rate, 0 to 0.2.", a => a.DefaultValue = MoneyCase.DefaultRate);

    /// <param name="choose">Which of what is stated of the project.</param>
    public static IDataLoaderResult<Reckoned?> Reckon(this IResolveFieldContext context, long projectId, Func<ShownSavings, SavingsCase?> choose)
    {
        var (horizon, rate) = (context.GetArgument<int>("horizon"), context.GetArgument<decimal>("rate"));
        return ShownSavings.Of(context, projectId).Then(shown => shown is not null && choose(shown) is { } stated ? new Reckoned(stated, horizon, rate, shown.Sight) : null);
    }
}

internal sealed class UsedPriceType : ObjectGraphType<UnitCost>
{
    public UsedPriceType()
    {
        Name = "UsedPrice";
        Description = "A line of the price list as it was when it was reckoned with.";
        Field(u => u.Code).Description("As in the price list.");
        Field<NonNullGraphType<StringGraphType>>("name").Description("What one case is.").Resolve(c => c.Say(c.Source.NameIn));
        Field<NonNullGraphType<ValueType<Party>>>("party").Description("Whose cost it is.").Resolve(c => c.Source.Party);
        Field<NonNullGraphType<MoneyType>>("amount").Description("What one case costs a year.").Resolve(c => c.Source.Amount);
        Field(u => u.PriceYear).Description("In the prices of which year.");
        Field(u => u.Source).Description("Where the figure is from.");
    }
}
