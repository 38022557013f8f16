using Fond.Domain.Common;

namespace Fond.Domain.Funds;

/// <summary>What a fund is founded with.</summary>
public sealed record FundTerms(string Name, string Municipality, string Series, string NumberPattern, long? DecidingBodyId, long? BoardBodyId, int DisclosureThreshold)
{
    /// <summary>Smallest and largest group size below which results may be held back.</summary>
    public const int LowestThreshold = 3, HighestThreshold = 20;

    internal IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new FundFieldMissing { Path = ["name"] };
        if (string.IsNullOrWhiteSpace(Municipality)) yield return new FundFieldMissing { Path = ["municipality"] };
        if (string.IsNullOrWhiteSpace(Series)) yield return new FundFieldMissing { Path = ["series"] };
        if (!NumberSeries.IsPattern(NumberPattern)) yield return new FundNumberPatternInvalid { Path = ["numberPattern"] };
        if (DisclosureThreshold is < LowestThreshold or > HighestThreshold) yield return new FundThresholdOutOfRange { Path = ["disclosureThreshold"] };
    }
}

/// <summary>What holds for grants during some time (fondens regler). Each application is tested against the rules of its own call.</summary>
public sealed record FundLimits
{
    /// <summary>The first day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day; left out: until further notice.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The most that one project gets for one year.</summary>
    public required Money MaxGrantPerYear { get; init; }

    /// <summary>The most that one project gets in all.</summary>
    public required Money MaxGrantTotal { get; init; }

    /// <summary>The longest project, in months.</summary>
    public required int MaxMonths { get; init; }

    /// <summary>The fund's largest share of a project's cost, 0 to 1; the rest is co-financed.</summary>
    public required decimal MaxShare { get; init; }

    /// <summary>The fewest parties, the applicant included.</summary>
    public required int MinParties { get; init; }

    /// <summary>How savings come back to the fund.</summary>
    public required RepaymentModel RepaymentModel { get; init; }

    /// <summary>Whether nothing is agreed or paid before the decision is final and binding (har vunnit laga kraft).</summary>
    public bool AwaitsFinality { get; init; }

    internal IEnumerable<Refusal> Faults()
    {
        if (ValidTo < ValidFrom) yield return new FundDatesReversed { Path = ["validTo"] };
        if (MaxGrantPerYear <= Money.Zero) yield return new FundLimitInvalid { Path = ["maxGrantPerYear"] };
        if (MaxGrantTotal <= Money.Zero) yield return new FundLimitInvalid { Path = ["maxGrantTotal"] };
        if (MaxMonths is < 1 or > 240) yield return new FundLimitInvalid { Path = ["maxMonths"] };
        if (MaxShare is <= 0 or > 1) yield return new FundLimitInvalid { Path = ["maxShare"] };
        if (MinParties is < 1 or > 50) yield return new FundLimitInvalid { Path = ["minParties"] };
    }
}

/// <summary>How money comes back to the fund (återföring).</summary>
public enum RepaymentModel
{
    /// <summary>It does not: the money is for learning.</summary>
    None,

    /// <summary>By a plan, from the units whose costs fall.</summary>
    PlanFromSavingUnits,

    /// <summary>A share of savings that an evaluation has verified.</summary>
    VerifiedSavingsShare,

    /// <summary>An outside investor shares the risk.</summary>
    OutcomeContract,
}

/// <summary>Limits that hold, or held, in a fund.</summary>
public sealed class FundRules : Entity
{
    private FundRules() { }

    internal FundRules(FundLimits limits) => Limits = limits;

    public FundLimits Limits { get; private set; } = null!;

    public Validity Validity => new(Limits.ValidFrom, Limits.ValidTo);
}
