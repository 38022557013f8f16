using Fond.Domain.Common;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>
/// A loan whose repayment depends on what is saved (utfallskontrakt): a guaranteed part whatever comes, the rest by the savings, and above the whole loan a share of further savings up to a cap, if the goal is
/// reached. After the terms published of Norrköping's contract of 2016; the share above the loan was not published and is a parameter.
/// </summary>
/// <param name="Loan">What the investor lends.</param>
/// <param name="Guaranteed">The part repaid whatever is saved, 0 to 1.</param>
/// <param name="Cap">The most that can be repaid beyond the loan, as a part of it.</param>
/// <param name="ShareAbove">The investor's share of savings above the loan, 0 to 1.</param>
public sealed record OutcomeContract(Money Loan, decimal Guaranteed, decimal Cap, decimal ShareAbove)
{
    internal bool IsSound => Loan >= Money.Zero && Guaranteed is >= 0 and <= 1 && Cap is >= 0 and <= 10 && ShareAbove is >= 0 and <= 1;

    /// <summary>What is repaid whatever is saved.</summary>
    public Money GuaranteedPart() => MoneyCase.Whole(Loan.Ore * Guaranteed);

    /// <param name="saved">Measured savings; a loss counts as none.</param>
    /// <param name="goalReached">Whether the goal was reached that profit depends on, such as better school results.</param>
    /// <exception cref="RefusedException">Terms that are none.</exception>
    public Money Repayment(Money saved, bool goalReached)
    {
        Refuse.When(!IsSound, new MoneyNumberInvalid());
        var savings = Math.Max(0m, saved.Ore);
        if (savings > Loan.Ore && goalReached) return MoneyCase.Whole(Math.Min(Loan.Ore * (1 + Cap), Loan.Ore + (savings - Loan.Ore) * ShareAbove));
        return MoneyCase.Whole(Loan.Ore * Guaranteed + Math.Min(savings, Loan.Ore) * (1 - Guaranteed));
    }
}

/// <summary>Repayment as a share of savings that an evaluation has verified, never more than the grant.</summary>
public static class VerifiedSavings
{
    /// <param name="share">0 to 1.</param>
    public static Money Repayment(Money verified, decimal share, Money grant)
    {
        Refuse.When(share is < 0 or > 1, new MoneyNumberInvalid());
        return MoneyCase.Whole(Math.Min(grant.Ore, Math.Max(0, verified.Ore) * share));
    }
}
