using Fond.Domain.Common;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>What one reader may be told of those who were measured.</summary>
/// <param name="Threshold">The smallest group; 1 for the evaluator.</param>
/// <param name="Told">How many of the intervention group the reader is told of, by indicator and wave.</param>
public sealed record Sight(int Threshold, IReadOnlyDictionary<(string Indicator, string Wave), int> Told);

/// <summary>Cases that are prevented in a year, against what would have been.</summary>
/// <param name="UnitCost">The code of what a case costs, from the fund's price list.</param>
/// <param name="Year">After the start, which is 0.</param>
/// <param name="Treated">How many the project has reached.</param>
/// <param name="ShareWithout">The share of them, 0 to 1, that would have been a case without the project.</param>
/// <param name="ShareWith">The share of them, 0 to 1, that is a case all the same.</param>
/// <param name="Counterfactual">What the share without the project rests on, such as a comparison group.</param>
/// <param name="Indicator">The code of the indicator that it was measured by; demanded of what is verified.</param>
/// <param name="Wave">The code of the later wave that it was measured in; demanded of what is verified.</param>
/// <param name="Sample">How many the shares were read from; demanded of what is verified.</param>
/// <param name="Total">How many took part in all; demanded of what is verified.</param>
public sealed record StatedSaving(
    string UnitCost, int Year, int Treated, decimal ShareWithout, decimal ShareWith, string Counterfactual,
    string? Indicator = null, string? Wave = null, int? Sample = null, int? Total = null)
{
    internal decimal Prevented => ShareWithout - ShareWith;

    /// <summary>A share is shown of no fewer than the threshold on either side, so that neither a few nor all are told to be cases; what was measured, only of as many as the reader is told of otherwise.</summary>
    internal bool IsShowable(SavingsBasis basis, Sight sight)
    {
        var threshold = sight.Threshold;
        if (threshold <= 1) return true;
        if (Sample is not { } sample) return basis == SavingsBasis.Expected;
        var cases = Math.Round(sample * ShareWith);
        if (sample < threshold || cases < threshold || sample - cases < threshold) return false;
        return basis == SavingsBasis.Expected || (Treated >= threshold && sample <= sight.Told.GetValueOrDefault((Indicator!, Wave!)));
    }
}

/// <summary>Where a cost is from.</summary>
public enum CostBasis
{
    /// <summary>What the fund has decided to grant.</summary>
    Granted,

    /// <summary>What has been paid out by the fund, by its ledger.</summary>
    Paid,

    /// <summary>What the parties pay themselves, by the budget of the application.</summary>
    CoFinancing,
}

/// <summary>What a project costs in a year.</summary>
/// <param name="Year">After the start, which is 0.</param>
/// <param name="Party">Who bears it.</param>
/// <param name="Amount">How much.</param>
/// <param name="Basis">Where it is from.</param>
public sealed record ProjectCost(int Year, Party Party, Money Amount, CostBasis Basis);
