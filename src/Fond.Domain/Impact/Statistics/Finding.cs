using Fond.Domain.Common;

namespace Fond.Domain.Impact.Statistics;

/// <summary>A number with its 95 % confidence interval.</summary>
/// <param name="Value">The estimate, always finite.</param>
/// <param name="Lower">The interval's lower end; null where it has none.</param>
/// <param name="Upper">Its upper end; null where it has none.</param>
/// <param name="PValue">Two-sided, of no difference; null where the technique gives an interval alone.</param>
/// <param name="N">How many stand behind it in all.</param>
public sealed record Finding(Technique Technique, double Value, double? Lower, double? Upper, double? PValue, int N)
{
    /// <summary>Whether the interval is everything outside the two limits, by way of infinity, rather than what lies between them; of <see cref="Technique.NumberNeeded"/>.</summary>
    public bool ThroughInfinity { get; init; }

    internal bool IsFinite => double.IsFinite(Value) && Finite(Lower) && Finite(Upper) && Finite(PValue);

    private static bool Finite(double? number) => number is not { } some || double.IsFinite(some);
}

/// <summary>What a technique found, or why it finds nothing. Never neither, never both, and never a number that is none.</summary>
public sealed record Answer
{
    private Answer() { }

    public Finding? Finding { get; private init; }

    public Refusal? Reason { get; private init; }

    public static implicit operator Answer(Finding finding) => finding.IsFinite ? new Answer { Finding = finding } : new EstimateBeyondNumbers();

    public static implicit operator Answer(Refusal reason) => new() { Reason = reason };
}
