using Fond.Domain.Common;

namespace Fond.Domain.Decisions;

/// <summary>What holds for every list of amounts by year that a client sends.</summary>
internal static class AmountRules
{
    public static readonly IReadOnlyList<string> Path = ["amounts"];

    /// <summary>Also keeps the sum of a faultless list far from overflow: at most one amount for each year of the span.</summary>
    /// <param name="asked">What the application asks for, by year: no other year is given anything.</param>
    public static IReadOnlyList<Refusal> Faults(IReadOnlyList<YearAmount> amounts, IReadOnlyList<YearAmount> asked)
    {
        Refusal[] faults = [.. amounts.SelectMany((amount, i) => Faults(amount, i, amounts.Take(i).Any(a => a.Year == amount.Year)))];
        return faults.Length > 0 ? faults : [.. NotAsked(amounts, asked)];
    }

    private static IEnumerable<Refusal> NotAsked(IReadOnlyList<YearAmount> amounts, IReadOnlyList<YearAmount> asked) =>
        amounts.Select((amount, i) => (amount.Year, i)).Where(a => asked.All(x => x.Year != a.Year))
            .Select(a => new AmountYearNotAsked(a.Year) { Path = ["amounts", $"{a.i}", "year"] });

    public static bool Exceed(IReadOnlyList<YearAmount> amounts, IReadOnlyList<YearAmount> asked) =>
        amounts.Sum(a => a.Amount) > asked.Sum(a => a.Amount);

    /// <summary>
    /// Whether each year gets exactly what was asked for it. Amounts that neither exceed what was asked in total nor give all
    /// of it leave at least one year with less.
    /// </summary>
    public static bool GiveAll(IReadOnlyList<YearAmount> amounts, IReadOnlyList<YearAmount> asked) =>
        ByYear(amounts).SequenceEqual(ByYear(asked));

    private static IEnumerable<YearAmount> ByYear(IReadOnlyList<YearAmount> amounts) =>
        amounts.GroupBy(a => a.Year)
            .Select(year => new YearAmount(year.Key, year.Sum(a => a.Amount)))
            .Where(a => a.Amount != Money.Zero)
            .OrderBy(a => a.Year);

    private static IEnumerable<Refusal> Faults(YearAmount amount, int i, bool repeated)
    {
        IReadOnlyList<string> At(string field) => ["amounts", $"{i}", field];

        if (amount.Year is < AmountYearImplausible.First or > AmountYearImplausible.Last)
            yield return new AmountYearImplausible(amount.Year) { Path = At("year") };
        else if (repeated)
            yield return new AmountYearRepeated(amount.Year) { Path = At("year") };
        if (amount.Amount <= Money.Zero) yield return new AmountNotPositive(amount.Year) { Path = At("amount") };
        else if (amount.Amount.Ore > Money.MaxOre) yield return new AmountTooLarge(amount.Year) { Path = At("amount") };
    }
}

public sealed record AmountYearImplausible(int Year) : Refusal("AMOUNT_YEAR_IMPLAUSIBLE", new(
    $"Året ska ligga mellan {First} och {Last}, inte {Year}.", $"The year must be between {First} and {Last}, not {Year}."))
{
    public const int First = 2000;
    public const int Last = 2100;
}

public sealed record AmountYearNotAsked(int Year) : Refusal("AMOUNT_YEAR_NOT_ASKED", new(
    $"Ansökan gäller inte år {Year}.", $"The application asks for nothing in {Year}."));

public sealed record AmountYearRepeated(int Year) : Refusal("AMOUNT_YEAR_REPEATED", new(
    $"År {Year} förekommer två gånger. Slå ihop beloppen.", $"The year {Year} is there twice. Put the amounts together."));

public sealed record AmountNotPositive(int Year) : Refusal("AMOUNT_NOT_POSITIVE", new(
    $"Beloppet för {Year} måste vara större än noll.", $"The amount for {Year} must be greater than zero."));

public sealed record AmountTooLarge(int Year) : Refusal("AMOUNT_TOO_LARGE", new(
    $"Beloppet för {Year} är större än systemet kan hantera.", $"The amount for {Year} is larger than the system can handle."));
