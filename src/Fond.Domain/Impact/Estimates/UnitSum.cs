namespace Fond.Domain.Impact.Estimates;

/// <summary>Those of one school or other unit in a cell.</summary>
/// <param name="Weight">How many they are, or for a rate their exposure.</param>
/// <param name="Mean">By weight.</param>
internal readonly record struct UnitSum(long N, double Weight, double Mean)
{
    public UnitSum With(long n, double weight, double mean) => new(N + n, Weight + weight, Weight + weight > 0 ? Mean + (mean - Mean) * weight / (Weight + weight) : 0);
}
