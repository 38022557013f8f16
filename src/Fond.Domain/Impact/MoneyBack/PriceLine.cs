using Fond.Domain.Common;
using Fond.Domain.Decisions;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>What a line of the price list is entered with.</summary>
/// <param name="Amount">In the prices of <paramref name="PriceYear"/>; below zero for what the party loses when a case is prevented, such as a tax.</param>
/// <param name="From">The first day on which it may be used.</param>
/// <param name="To">The last day; null: until further notice.</param>
public sealed record PriceTerms(string Code, Text Name, Party Party, Money Amount, int PriceYear, string Source, DateOnly From, DateOnly? To)
{
    public const int LongestCode = 50, LongestText = 500;

    /// <summary>Ten thousand million kronor.</summary>
    internal static readonly Money Largest = Money.Kronor(10_000_000_000);

    internal IEnumerable<Refusal> Faults()
    {
        if (Code.IsBlankOrLongerThan(LongestCode)) yield return new MoneyTextInvalid(LongestCode) { Path = ["code"] };
        if (Name.Sv.IsBlankOrLongerThan(LongestText)) yield return new MoneyTextInvalid(LongestText) { Path = ["name", "sv"] };
        if (Name.En.IsBlankOrLongerThan(LongestText)) yield return new MoneyTextInvalid(LongestText) { Path = ["name", "en"] };
        if (Source.IsBlankOrLongerThan(LongestText)) yield return new MoneyTextInvalid(LongestText) { Path = ["source"] };
        if (!Party.IsClear) yield return new MoneyBoardUnclear { Path = ["board"] };
        if (Amount == Money.Zero || Amount > Largest || Amount < -Largest) yield return new MoneyTooLarge { Path = ["amount"] };
        if (PriceYear is < AmountYearImplausible.First or > AmountYearImplausible.Last) yield return new AmountYearImplausible(PriceYear) { Path = ["priceYear"] };
        if (To < From) yield return new PriceDatesReversed { Path = ["to"] };
    }
}

/// <summary>A line of a fund's price list: what one case costs a year. Nothing of it is ever changed but its last day; another amount is another line.</summary>
public sealed class PriceLine : Aggregate
{
    private PriceLine() { }

    /// <exception cref="RefusedException">With every fault at once.</exception>
    public PriceLine(long fundId, PriceTerms terms)
    {
        Refuse.WhenAny(terms.Faults());
        (FundId, Code, Name, Payer, Board) = (fundId, terms.Code.Trim(), terms.Name, terms.Party.Payer, terms.Party.Board?.Trim());
        (Amount, PriceYear, Source, From, To) = (terms.Amount, terms.PriceYear, terms.Source.Trim(), terms.From, terms.To);
    }

    public long FundId { get; private set; }

    /// <summary>Short, and on any day unique in the fund.</summary>
    public string Code { get; private set; } = "";

    public Text Name { get; private set; } = null!;

    /// <summary>Whose cost it is.</summary>
    public Payer Payer { get; private set; }

    public string? Board { get; private set; }

    /// <summary>In the prices of <see cref="PriceYear"/>; below zero for what the payer loses when a case is prevented.</summary>
    public Money Amount { get; private set; }

    public int PriceYear { get; private set; }

    /// <summary>Where the figure is from.</summary>
    public string Source { get; private set; } = "";

    public DateOnly From { get; private set; }

    /// <summary>The last day, included; null: until further notice.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>As a calculation takes it.</summary>
    public UnitCost AsUnitCost => new(Code, Name.Sv, new(Payer, Board), Amount, PriceYear, Source, new(From, To)) { NameEn = Name.En };

    /// <exception cref="RefusedException">Before its first day, or later than it was to end.</exception>
    public void End(DateOnly lastDay)
    {
        Refuse.When(lastDay < From, new PriceDatesReversed { Path = ["to"] });
        Refuse.When(To is { } last && lastDay > last, new PriceEnded(To ?? default) { Path = ["to"] });
        To = lastDay;
    }

    /// <summary>Makes room for another line of the same code: the one that holds when it begins ends the day before.</summary>
    /// <param name="others">The lines of the code.</param>
    /// <exception cref="RefusedException"><see cref="PriceOverlap"/>.</exception>
    public static void MakeRoom(IReadOnlyCollection<PriceLine> others, PriceTerms next)
    {
        var later = others.FirstOrDefault(o => o.From >= next.From && (next.To is null || o.From <= next.To));
        Refuse.When(later is not null, new PriceOverlap(later?.From ?? default) { Path = ["from"] });
        others.FirstOrDefault(o => o.From < next.From && (o.To is null || o.To >= next.From))?.End(next.From.AddDays(-1));
    }
}
