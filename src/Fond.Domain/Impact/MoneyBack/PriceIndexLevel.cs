using Fond.Domain.Common;
using Fond.Domain.Decisions;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>A level of a fund's price index, as it was published. A corrected level is another revision; earlier ones stay.</summary>
public sealed class PriceIndexLevel : Aggregate
{
    /// <summary>Digits that are kept of a level.</summary>
    public const int Precision = 12, Decimals = 4;

    /// <summary>Within them no amount that is brought from one year to another outgrows a decimal number.</summary>
    private const decimal Lowest = 1, Highest = 100_000;

    private PriceIndexLevel() { }

    /// <param name="revision">1 for the first of the year, 2 for its correction, and so on.</param>
    /// <exception cref="RefusedException">With every fault at once.</exception>
    public PriceIndexLevel(long fundId, int year, int revision, decimal level, string source)
    {
        Refuse.WhenAny(Faults(year, level, source));
        (FundId, Year, Revision, Level, Source) = (fundId, year, revision, decimal.Round(level, Decimals), source.Trim());
    }

    public long FundId { get; private set; }

    public int Year { get; private set; }

    public int Revision { get; private set; }

    /// <summary>In the index's own base, the same for all years.</summary>
    public decimal Level { get; private set; }

    /// <summary>Which index, and where it is published.</summary>
    public string Source { get; private set; } = "";

    private static IEnumerable<Refusal> Faults(int year, decimal level, string source)
    {
        if (year is < AmountYearImplausible.First or > AmountYearImplausible.Last) yield return new AmountYearImplausible(year) { Path = ["year"] };
        if (level is < Lowest or > Highest) yield return new MoneyNumberInvalid { Path = ["level"] };
        if (source.IsBlankOrLongerThan(PriceTerms.LongestText)) yield return new MoneyTextInvalid(PriceTerms.LongestText) { Path = ["source"] };
    }
}
