using Fond.Domain.Common;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>One party's money within a horizon.</summary>
/// <param name="Gross">Savings before costs and without discounting; below zero when the party loses.</param>
/// <param name="PresentBenefit">Savings at the value of the start.</param>
/// <param name="PresentCost">Costs at the value of the start.</param>
public sealed record Share(Party Party, Money Gross, Money PresentBenefit, Money PresentCost)
{
    public Money NetPresentValue => PresentBenefit - PresentCost;

    /// <summary>As <see cref="Valuation.PaybackMonth"/>, of what the party itself saves and pays; null also where it pays nothing.</summary>
    public int? PaybackMonth { get; init; }

    /// <summary>Present benefit by present cost; null where the party pays nothing.</summary>
    public decimal? BenefitCostRatio => PresentCost.Ore == 0 ? null : (decimal)PresentBenefit.Ore / PresentCost.Ore;

    /// <summary>How large a part of what the party saves covers what it pays; null where it saves nothing or pays nothing.</summary>
    public decimal? BreakEvenShare => PresentCost.Ore == 0 || PresentBenefit.Ore <= 0 ? null : (decimal)PresentCost.Ore / PresentBenefit.Ore;
}

/// <summary>
/// What a project gains within a horizon. Flows of year y are divided by (1 + rate)^y, those of the horizon's last year included: SNS and SKL's investment view of social measures, with standard
/// discounting. Each party's sums are rounded to öre, and the whole is the sum of the parties', so that parts always make up the whole.
/// </summary>
/// <param name="PaybackMonth">The first month, counted from the start, by the end of which savings have covered costs and from which they do so to the end of the horizon, undiscounted, each year's spread evenly over its months; null when they do not cover them at its end.</param>
public sealed record Valuation(int Horizon, decimal Rate, IReadOnlyList<Share> Shares, int? PaybackMonth)
{
    public Money Gross => Shares.Sum(s => s.Gross);

    public Money PresentBenefit => Shares.Sum(s => s.PresentBenefit);

    public Money PresentCost => Shares.Sum(s => s.PresentCost);

    public Money NetPresentValue => PresentBenefit - PresentCost;

    /// <summary>Present benefit by present cost; null without costs.</summary>
    public decimal? BenefitCostRatio => PresentCost.Ore == 0 ? null : (decimal)PresentBenefit.Ore / PresentCost.Ore;

    /// <param name="horizon">Years after the start, 0 to <see cref="MoneyCase.LongestHorizon"/>.</param>
    /// <param name="rate">The discount rate: 0.03 is 3 %.</param>
    /// <exception cref="RefusedException">With every fault of the case at once.</exception>
    public static Valuation Of(MoneyCase money, int horizon, decimal rate = MoneyCase.DefaultRate)
    {
        Refuse.When(horizon is < 0 or > MoneyCase.LongestHorizon, new MoneyYearInvalid(MoneyCase.LongestHorizon) { Path = ["horizon"] });
        Refuse.When(rate is < 0 or > 0.2m, new MoneyRateInvalid { Path = ["rate"] });
        var flows = money.Flows().FindAll(f => f.Year <= horizon);
        var shares = flows.GroupBy(f => f.Party).OrderBy(g => g.Key.Payer).ThenBy(g => g.Key.Board, StringComparer.Ordinal).Select(g => new Share(g.Key,
            MoneyCase.Whole(g.Where(f => !f.IsCost).Sum(f => f.Ore)), Present(g.Where(f => !f.IsCost), rate), Present(g.Where(f => f.IsCost), rate))
        { PaybackMonth = Payback.MonthOf([.. g], horizon) });
        return new(horizon, rate, [.. shares], Payback.MonthOf(flows, horizon));
    }

    internal static decimal Factor(decimal rate, int year)
    {
        var factor = 1m;
        for (var y = 0; y < year; y++) factor *= 1 + rate;
        return factor;
    }

    private static Money Present(IEnumerable<Flow> flows, decimal rate) => MoneyCase.Whole(flows.Sum(f => f.Ore / Factor(rate, f.Year)));
}
