using Fond.Domain.Common;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>Cases that the project prevents in a year.</summary>
/// <param name="UnitCost">The code of what a case costs.</param>
/// <param name="Year">After the start, which is 0.</param>
/// <param name="Treated">How many the project has reached.</param>
/// <param name="Prevented">Of them, how many fewer are a case than would have been, 0 to 1; below zero when more are.</param>
public sealed record Benefit(string UnitCost, int Year, int Treated, decimal Prevented)
{
    /// <summary>What it was measured by; null where it was not.</summary>
    internal (string Indicator, string Wave)? Effect { get; init; }
}

/// <summary>What the project costs in a year, the fund's grant as much as co-financing.</summary>
/// <param name="Year">After the start, which is 0.</param>
/// <param name="Party">Who bears it.</param>
public sealed record Cost(int Year, Party Party, Money Amount);

/// <summary>A party's money in a year, in the prices of the start.</summary>
/// <param name="UnitCost">What it is saved on; null for what the project costs.</param>
/// <param name="Ore">Above zero when saved or spent.</param>
/// <param name="Effect">By which it was measured that it is saved; null where it was not.</param>
internal readonly record struct Flow(int Year, Party Party, string? UnitCost, decimal Ore, (string Indicator, string Wave)? Effect = null)
{
    public bool IsCost => UnitCost is null;
}
