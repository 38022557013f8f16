using System.Text.Json.Serialization;
using Fond.Domain.Common;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>What one case costs a year, such as a placement.</summary>
/// <param name="Code">Short and unique among the unit costs.</param>
/// <param name="Name">In Swedish.</param>
/// <param name="Party">Who pays it.</param>
/// <param name="Amount">In the prices of <paramref name="PriceYear"/>; below zero for what the party loses when a case is prevented, such as a tax.</param>
/// <param name="Source">Where the figure is from.</param>
/// <param name="Validity">When it may be used.</param>
public sealed record UnitCost(string Code, string Name, Party Party, Money Amount, int PriceYear, string Source, Validity Validity)
{
    /// <summary>The name in English; null in what was reckoned before it was kept.</summary>
    public string? NameEn { get; init; }

    /// <summary>English falls back on Swedish.</summary>
    [JsonIgnore]
    public Text NameIn => new(Name, NameEn ?? Name);
}

/// <summary>A price index: its level by year, in any base.</summary>
public sealed record PriceIndex(IReadOnlyDictionary<int, decimal> Levels)
{
    /// <summary>What an amount of one year's prices is in another's, exact; öre come later.</summary>
    /// <exception cref="RefusedException">A year is missing in the index.</exception>
    public decimal Ore(Money amount, int from, int to) => from == to ? amount.Ore : amount.Ore * Level(to) / Level(from);

    /// <summary>Whether it can bring an amount of one year's prices to another's.</summary>
    public bool Reaches(int from, int to) => from == to || (IsKnown(from) && IsKnown(to));

    private bool IsKnown(int year) => Levels.TryGetValue(year, out var level) && level > 0;

    private decimal Level(int year) => Levels.TryGetValue(year, out var level) && level > 0 ? level : throw new RefusedException(new MoneyIndexMissing(year));
}
