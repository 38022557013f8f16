namespace Fond.Domain.Common;

/// <summary>An amount in Swedish kronor, kept as whole öre. Sums and differences overflow loudly, never silently.</summary>
public readonly record struct Money(long Ore) : IComparable<Money>
{
    /// <summary>The largest amount that Fond takes in or gives out: 2^53 - 1 öre, exact in every JSON reader.</summary>
    public const long MaxOre = 9_007_199_254_740_991;

    public static readonly Money Zero = new(0);

    /// <param name="kronor">Whole kronor.</param>
    public static Money Kronor(long kronor) => new(checked(kronor * 100));

    public static Money operator +(Money a, Money b) => new(checked(a.Ore + b.Ore));
    public static Money operator -(Money a, Money b) => new(checked(a.Ore - b.Ore));
    public static Money operator -(Money a) => new(checked(-a.Ore));
    public static bool operator <(Money a, Money b) => a.Ore < b.Ore;
    public static bool operator >(Money a, Money b) => a.Ore > b.Ore;
    public static bool operator <=(Money a, Money b) => a.Ore <= b.Ore;
    public static bool operator >=(Money a, Money b) => a.Ore >= b.Ore;

    public int CompareTo(Money other) => Ore.CompareTo(other.Ore);

    /// <summary>Kronor with a Swedish thousands separator, öre only where there are any: <c>500 000 kr</c>, <c>12,50 kr</c>.</summary>
    public override string ToString()
    {
        var kronor = Ore / 100m;
        return kronor.ToString(Ore % 100 == 0 ? "#,0" : "#,0.00", Numbers.Swedish) + " kr";
    }
}

public static class MoneySums
{
    public static Money Sum(this IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);

    public static Money Sum<T>(this IEnumerable<T> items, Func<T, Money> amount) => items.Select(amount).Sum();
}
