using Fond.Domain.Common;

namespace Fond.Domain.Funds;

/// <summary>
/// A social investment fund: an earmarked part of the municipality's money with rules and a ledger. Every movement is a balanced
/// transaction, and neither what is available nor any bucket of an application can go below zero.
/// </summary>
public sealed class Fund : Aggregate
{
    private readonly List<FundRules> _rules = [];

    private Fund() { }

    public Fund(FundTerms terms)
    {
        Refuse.WhenAny(terms.Faults());
        (Name, Municipality, Series, NumberPattern) = (terms.Name, terms.Municipality, terms.Series, terms.NumberPattern);
        (DecidingBodyId, BoardBodyId, DisclosureThreshold) = (terms.DecidingBodyId, terms.BoardBodyId, terms.DisclosureThreshold);
    }

    public string Name { get; private set; } = "";

    public string Municipality { get; private set; } = "";

    /// <summary>The registry's series, such as KS.</summary>
    public string Series { get; private set; } = "";

    /// <summary>How case numbers are written; see <see cref="NumberSeries"/>.</summary>
    public string NumberPattern { get; private set; } = "";

    /// <summary>The steering group.</summary>
    public long? DecidingBodyId { get; private set; }

    /// <summary>The executive board, which decides above the delegation limit.</summary>
    public long? BoardBodyId { get; private set; }

    /// <summary>Results of groups smaller than this are never shown.</summary>
    public int DisclosureThreshold { get; private set; }

    /// <summary>Allocated and repaid, less what is reserved, granted or paid out.</summary>
    public Money Available { get; private set; }

    public IReadOnlyList<FundRules> Rules => _rules;

    public FundRules? RulesOn(DateOnly day) => _rules.Find(r => r.Validity.Covers(day));

    /// <summary>What the call's applications are tested against: the rules of the day on which it opens.</summary>
    /// <exception cref="RefusedException"><see cref="FundRulesMissing"/>.</exception>
    public FundLimits LimitsOf(Call call) =>
        RulesOn(call.RulesDay)?.Limits ?? throw new RefusedException(new FundRulesMissing(call.RulesDay));

    /// <exception cref="RefusedException">When the limits make no sense, or another set of rules holds on any of the days.</exception>
    public void AddRules(FundLimits limits)
    {
        Refuse.WhenAny(limits.Faults());
        var overlap = _rules.Find(r => r.Validity.Overlaps(new(limits.ValidFrom, limits.ValidTo)));
        Refuse.When(overlap is not null, new FundRulesOverlap(overlap?.Validity.From ?? default) { Path = ["validFrom"] });
        _rules.Add(new FundRules(limits));
    }

    /// <summary>Money that the council sets aside for a year.</summary>
    public LedgerTransaction Allocate(Money amount, int year, string note, DateTimeOffset now) =>
        Post(new(Id, now, LedgerKind.Allocation, null, year, note), amount, LedgerAccount.Capital, LedgerAccount.Available, balance: null);

    /// <summary>At a decision to grant: the money is spoken for.</summary>
    public LedgerTransaction Reserve(ApplicationBalance balance, Money amount, DateTimeOffset now) =>
        Post(new(Id, now, LedgerKind.Reservation, balance.ApplicationId, null, ""), amount, LedgerAccount.Available, LedgerAccount.Reserved, balance);

    /// <summary>A reservation that came to nothing.</summary>
    public LedgerTransaction Release(ApplicationBalance balance, Money amount, string note, DateTimeOffset now) =>
        Post(new(Id, now, LedgerKind.Release, balance.ApplicationId, null, note), amount, LedgerAccount.Reserved, LedgerAccount.Available, balance);

    /// <summary>At the agreement: what was reserved is granted.</summary>
    public LedgerTransaction Commit(ApplicationBalance balance, Money amount, DateTimeOffset now) =>
        Post(new(Id, now, LedgerKind.Grant, balance.ApplicationId, null, ""), amount, LedgerAccount.Reserved, LedgerAccount.Granted, balance);

    /// <param name="year">The year whose grant the payment is charged to.</param>
    public LedgerTransaction Disburse(ApplicationBalance balance, Money amount, int year, DateTimeOffset now) =>
        Post(new(Id, now, LedgerKind.Disbursement, balance.ApplicationId, year, ""), amount, LedgerAccount.Granted, LedgerAccount.Disbursed, balance);

    /// <summary>Granted money that was never paid out goes back.</summary>
    public LedgerTransaction ReturnUnused(ApplicationBalance balance, Money amount, string note, DateTimeOffset now) =>
        Post(new(Id, now, LedgerKind.Return, balance.ApplicationId, null, note), amount, LedgerAccount.Granted, LedgerAccount.Available, balance);

    /// <summary>Money that was paid out and not used is paid back.</summary>
    public LedgerTransaction ReturnPaidOut(ApplicationBalance balance, Money amount, string note, DateTimeOffset now) =>
        Post(new(Id, now, LedgerKind.Return, balance.ApplicationId, null, note), amount, LedgerAccount.Disbursed, LedgerAccount.Available, balance);

    /// <summary>A saving comes back to the fund (återföring); it may exceed what was granted.</summary>
    public LedgerTransaction Repay(ApplicationBalance balance, Money amount, string note, DateTimeOffset now) =>
        Post(new(Id, now, LedgerKind.Repayment, balance.ApplicationId, null, note), amount, LedgerAccount.Repaid, LedgerAccount.Available, balance);

    private LedgerTransaction Post(LedgerTransaction transaction, Money amount, LedgerAccount from, LedgerAccount to, ApplicationBalance? balance)
    {
        Refuse.When(amount <= Money.Zero || amount.Ore > Money.MaxOre, new FundAmountInvalid { Path = ["amount"] });
        var available = from == LedgerAccount.Available ? Available - amount : to == LedgerAccount.Available ? Available + amount : Available;
        Refuse.When(available < Money.Zero, new FundMoneyInsufficient(Available, amount) { Path = ["amount"] });
        Refuse.When(available.Ore > Money.MaxOre, new FundAmountInvalid { Path = ["amount"] });
        balance?.Move(amount, from, to);
        Available = available;
        transaction.Move(amount, from, to);
        return transaction;
    }
}
