using Fond.Domain.Impact.MoneyBack;
using Fond.Features.Platform.GraphQL;
using GraphQL;
using GraphQL.Types;

namespace Fond.Features.Impact.MoneyBack;

internal sealed class MoneyBackType : ObjectGraphType<Reckoned>
{
    /// <summary>A simulation or a sensitivity analysis costs as much as so many fields.</summary>
    private const int Costly = 2_000;

    public MoneyBackType()
    {
        Name = "MoneyBack";
        Description = "What a project is worth at one horizon and discount rate. All figures are null where something in them may not be shown.";
        Field<NonNullGraphType<SavingsCaseType>>("case").Description("What it was reckoned from.").Resolve(c => c.Source.Case);
        Field<IntGraphType>("horizon").Description("Years after the start; flows of later years are not counted.").Resolve(c => c.Source.Valuation.Value?.Horizon);
        Field<DecimalGraphType>("rate").Description("The discount rate: 0.03 is 3 %.").Resolve(c => c.Source.Valuation.Value?.Rate);
        Field<MoneyType>("gross").Description("Savings before costs, without discounting.").Resolve(c => c.Source.Valuation.Value?.Gross);
        Field<MoneyType>("presentBenefit").Description("Savings at the value of the start.").Resolve(c => c.Source.Valuation.Value?.PresentBenefit);
        Field<MoneyType>("presentCost").Description("Costs at the value of the start.").Resolve(c => c.Source.Valuation.Value?.PresentCost);
        Field<MoneyType>("netPresentValue").Description("Present savings less present costs.").Resolve(c => c.Source.Valuation.Value?.NetPresentValue);
        Field<DecimalGraphType>("benefitCostRatio").Description("Present savings by present costs; null without costs.").Resolve(c => c.Source.Valuation.Value?.BenefitCostRatio);
        Field<IntGraphType>("paybackMonth").Description("The first month by whose end savings have covered costs and from which they do so to the end of the horizon, undiscounted; null when they do not cover them at its end.").Resolve(c => c.Source.Valuation.Value?.PaybackMonth);
        Field(m => m.BreakEvenShare, nullable: true).Description("How large a part of the savings is enough to cover the costs; above 1 when all are not.");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<BreakEvenType>>>>("breakEven").Description("How many cases a year would cover the costs, by each unit cost alone, whoever saves by it.").Resolve(c => c.Source.BreakEvenCases());
        Field<ListGraphType<NonNullGraphType<ShareType>>>("byPayer").Description("The same by whom it concerns; the parts sum to the whole. What is repaid to the fund is left out.").Resolve(c => c.Source.Valuation.Value?.Shares.Select(s => new PayerWorth(c.Source, s)));
        Field<StringGraphType>("sentence").Description("In words, with what cannot be said.").Resolve(c => c.Source.Sentence is { } sentence ? c.Say(sentence) : null);
        Field<UnavailableType>("unavailable").Description("Why the figures are not told.").Resolve(c => c.Source.Valuation.Reason);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<UnavailableType>>>>("doubts").Description("Where what is verified says more than was measured: no effect in the desired direction is shown, or whether one is cannot be told, or the stated difference is larger than the measured interval holds.").Resolve(c => c.Source.Doubts);
        Field<NonNullGraphType<TornadoType>>("sensitivity").Description("What happens when one thing at a time is otherwise than reckoned with.")
            .Argument<ListGraphType<NonNullGraphType<InputType<Uncertainty>>>>("uncertainties", Usual)
            .Resolve(c => c.Source.Sensitivity(c.GetArgument<List<Uncertainty>?>("uncertainties"))).FieldType.WithComplexityImpact(Costly);
        Field<NonNullGraphType<SimulationType>>("simulation").Description("What happens when everything uncertain varies at once; the same seed gives the same figures.")
            .Argument<NonNullGraphType<IntGraphType>>("seed", "Any number.", a => a.DefaultValue = 1)
            .Argument<ListGraphType<NonNullGraphType<InputType<Uncertainty>>>>("uncertainties", Usual)
            .Resolve(c => c.Source.Simulation(c.GetArgument<int>("seed"), c.GetArgument<List<Uncertainty>?>("uncertainties"))).FieldType.WithComplexityImpact(Costly);
    }

    private const string Usual = "At most 50. Left out: each verified saving as far as the 95 % confidence interval of the effect that it rests on reaches, every other from half to one and a half times what was reckoned with, and the costs from 0.8 to 1.2 times; the latter two are a convention, no measurement.";
}

internal sealed class BreakEvenType : ObjectGraphType<CasesAYear>
{
    public BreakEvenType()
    {
        Name = "BreakEven";
        Description = "The least number of prevented cases, as many in each year after the first to the end of the horizon and each lasting one year, by which the net present value is not negative; or why no number is enough.";
        Field<StringGraphType>("unitCost").Description("The unit cost's code; null where a party saves by none.").Resolve(c => c.Source.UnitCost);
        Field<LongGraphType>("casesAYear").Description("How many; 0 where nothing is to be covered.").Resolve(c => c.Source.Number);
        Field<UnavailableType>("unavailable").Description("Why no number is enough.").Resolve(c => c.Source.Reason);
    }
}

/// <summary>A party's part of what was reckoned.</summary>
internal sealed record PayerWorth(Reckoned Reckoned, Share Share);

internal sealed class ShareType : ObjectGraphType<PayerWorth>
{
    public ShareType()
    {
        Name = "PayerShare";
        Description = "One party's money within the horizon.";
        Field<NonNullGraphType<EnumType<Payer>>>("payer").Description("Who.").Resolve(c => c.Source.Share.Party.Payer);
        Field<StringGraphType>("board").Description("The board's name, when it is a board.").Resolve(c => c.Source.Share.Party.Board);
        Field<NonNullGraphType<MoneyType>>("gross").Description("Savings before costs, without discounting; below zero when the party loses.").Resolve(c => c.Source.Share.Gross);
        Field<NonNullGraphType<MoneyType>>("presentBenefit").Description("Savings at the value of the start.").Resolve(c => c.Source.Share.PresentBenefit);
        Field<NonNullGraphType<MoneyType>>("presentCost").Description("Costs at the value of the start.").Resolve(c => c.Source.Share.PresentCost);
        Field<NonNullGraphType<MoneyType>>("netPresentValue").Description("The one less the other.").Resolve(c => c.Source.Share.NetPresentValue);
        Field<DecimalGraphType>("benefitCostRatio").Description("The party's present savings by its present costs; null where it pays nothing.").Resolve(c => c.Source.Share.BenefitCostRatio);
        Field<IntGraphType>("paybackMonth").Description("The first month by whose end the party's savings have covered its costs and from which they do so to the end of the horizon, undiscounted; null when they do not, and where it pays nothing.").Resolve(c => c.Source.Share.PaybackMonth);
        Field<DecimalGraphType>("breakEvenShare").Description("How large a part of the party's savings covers its costs; above 1 when all do not, null where it saves or pays nothing.").Resolve(c => c.Source.Share.BreakEvenShare);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<BreakEvenType>>>>("breakEven").Description("How many cases a year would cover what the party itself pays, by each unit cost of its own alone.").Resolve(c => c.Source.Reckoned.BreakEvenCases(c.Source.Share));
    }
}

internal sealed class TornadoType : ObjectGraphType<Answer<IReadOnlyList<Swing>>>
{
    public TornadoType()
    {
        Name = "Tornado";
        Description = "A one-way sensitivity analysis, or why there is none.";
        Field<ListGraphType<NonNullGraphType<SwingType>>>("swings").Description("Widest first, as a tornado diagram shows them.").Resolve(c => c.Source.Value);
        Field<UnavailableType>("unavailable").Description("Why there is none.").Resolve(c => c.Source.Reason);
    }
}

internal sealed class SwingType : ObjectGraphType<Swing>
{
    public SwingType()
    {
        Name = "Swing";
        Description = "What the net present value becomes at either end of something uncertain.";
        Field<StringGraphType>("unitCost").Description("Savings by this unit cost; null: what the project costs.").Resolve(c => c.Source.Uncertainty.UnitCost);
        Field<NonNullGraphType<DecimalGraphType>>("low").Description("The lowest factor on it.").Resolve(c => c.Source.Uncertainty.Low);
        Field<NonNullGraphType<DecimalGraphType>>("high").Description("The highest factor on it.").Resolve(c => c.Source.Uncertainty.High);
        Field<NonNullGraphType<MoneyType>>("atLow").Description("The net present value at the lowest.").Resolve(c => c.Source.AtLow);
        Field<NonNullGraphType<MoneyType>>("atHigh").Description("The net present value at the highest.").Resolve(c => c.Source.AtHigh);
    }
}

internal sealed class SimulationType : ObjectGraphType<Answer<Simulation>>
{
    public SimulationType()
    {
        Name = "Simulation";
        Description = "The net present value over many draws, each effect that savings rest on drawn once by its interval, each other factor from a triangle with its top at 1; or why there is none.";
        Field<IntGraphType>("runs").Description("How many draws.").Resolve(c => c.Source.Value?.Runs);
        Field<IntGraphType>("seed").Description("What they began with.").Resolve(c => c.Source.Value?.Seed);
        Field<MoneyType>("median").Description("As often above as below.").Resolve(c => c.Source.Value?.Median);
        Field<MoneyType>("lower").Description("Below it in 2.5 % of the draws.").Resolve(c => c.Source.Value?.Lower);
        Field<MoneyType>("upper").Description("Above it in 2.5 % of the draws.").Resolve(c => c.Source.Value?.Upper);
        Field<FloatGraphType>("chanceOfGain").Description("The share of the draws with a net gain, 0 to 1.").Resolve(c => c.Source.Value?.ChanceOfGain);
        Field<UnavailableType>("unavailable").Description("Why there is none.").Resolve(c => c.Source.Reason);
    }
}
