using System.Globalization;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Impact.MoneyBack;

namespace Fond.Domain.Repayments;

/// <summary>A part of a repayment plan: what a unit whose costs fall pays back, and when.</summary>
/// <param name="Unit">Who pays, such as a board.</param>
/// <param name="DueOn">The last day on which it is not late.</param>
public sealed record PlannedInstalment(string Unit, DateOnly DueOn, Money Amount);

/// <summary>How a project's savings come back to the fund.</summary>
/// <param name="Instalments">Of a plan by saving units; otherwise none.</param>
/// <param name="Share">Of verified savings, above 0 and at most 1; only of that model.</param>
/// <param name="Contract">Only of an outcome contract.</param>
/// <param name="Goal">What must be reached for the investor to have more than the loan; only of an outcome contract.</param>
/// <param name="DeviationReason">Why it is another model than the fund's rules say; demanded when it is.</param>
public sealed record RepaymentTerms(RepaymentModel Model, IReadOnlyList<PlannedInstalment> Instalments, decimal? Share, OutcomeContract? Contract, string? Goal, string? DeviationReason)
{
    public const int LongestText = 500, LongestUnit = 200;

    private const int MostInstalments = 60;

    /// <param name="usual">By the fund's rules.</param>
    /// <param name="granted">To the project, over all years.</param>
    internal IEnumerable<Refusal> Faults(RepaymentModel usual, Money granted, DateOnly today)
    {
        if (Model == RepaymentModel.PlanFromSavingUnits ? Instalments.Count is 0 or > MostInstalments : Instalments.Count > 0) yield return new RepaymentTermsAmiss(Model) { Path = ["instalments"] };
        if (Model == RepaymentModel.VerifiedSavingsShare ? Share is null or <= 0 or > 1 : Share is not null) yield return new RepaymentTermsAmiss(Model) { Path = ["share"] };
        if (Model == RepaymentModel.OutcomeContract ? Contract is not { IsSound: true } : Contract is not null) yield return new RepaymentTermsAmiss(Model) { Path = ["contract"] };
        if (Model == RepaymentModel.OutcomeContract ? Goal.IsBlankOrLongerThan(LongestText) : Goal is not null) yield return new RepaymentTermsAmiss(Model) { Path = ["goal"] };
        if (DeviationReason?.Length > LongestText || (Model != usual && DeviationReason.IsBlank())) yield return new RepaymentDeviationUnexplained { Path = ["deviationReason"] };
        foreach (var fault in Instalments.SelectMany((part, i) => Faults(part, i, today))) yield return fault;
        if (Instalments.Sum(p => (decimal)p.Amount.Ore) > granted.Ore) yield return new RepaymentPlanAboveGrant(granted) { Path = ["instalments"] };
    }

    private static IEnumerable<Refusal> Faults(PlannedInstalment part, int index, DateOnly today)
    {
        string[] At(string field) => ["instalments", index.ToString(CultureInfo.InvariantCulture), field];

        if (part.Unit.IsBlankOrLongerThan(LongestUnit)) yield return new RepaymentUnitInvalid(LongestUnit) { Path = At("unit") };
        if (part.Amount <= Money.Zero) yield return new RepaymentAmountInvalid { Path = At("amount") };
        if (part.DueOn <= today) yield return new RepaymentDayPast(part.DueOn) { Path = At("dueOn") };
    }
}
