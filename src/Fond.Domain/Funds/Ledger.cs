using Fond.Domain.Common;

namespace Fond.Domain.Funds;

/// <summary>Where the fund's money stands.</summary>
public enum LedgerAccount
{
    /// <summary>The municipality's other money: allocations come from here, so it stands below zero.</summary>
    Capital,

    /// <summary>What the fund can still grant.</summary>
    Available,

    /// <summary>Decided, not yet agreed.</summary>
    Reserved,

    /// <summary>Agreed, not yet paid out.</summary>
    Granted,

    /// <summary>Paid out.</summary>
    Disbursed,

    /// <summary>Where savings come from that are paid back.</summary>
    Repaid,
}

public enum LedgerKind
{
    /// <summary>The council sets money aside for the fund.</summary>
    Allocation,

    /// <summary>A decision to grant speaks for money.</summary>
    Reservation,

    /// <summary>A reservation that came to nothing.</summary>
    Release,

    /// <summary>An agreement turns a reservation into a grant.</summary>
    Grant,

    /// <summary>Money is paid out.</summary>
    Disbursement,

    /// <summary>Money that was not used goes back.</summary>
    Return,

    /// <summary>A saving comes back to the fund (återföring).</summary>
    Repayment,
}

/// <summary>A movement of money. Its postings sum to zero; it is never changed.</summary>
public sealed class LedgerTransaction : Aggregate
{
    private readonly List<Posting> _postings = [];

    private LedgerTransaction() { }

    internal LedgerTransaction(long fundId, DateTimeOffset at, LedgerKind kind, long? applicationId, int? year, string note) =>
        (FundId, At, Kind, ApplicationId, Year, Note) = (fundId, at, kind, applicationId, year, note);

    public long FundId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public LedgerKind Kind { get; private set; }

    public long? ApplicationId { get; private set; }

    /// <summary>The budget year, where it belongs to one.</summary>
    public int? Year { get; private set; }

    public string Note { get; private set; } = "";

    public IReadOnlyList<Posting> Postings => _postings;

    internal void Move(Money amount, LedgerAccount from, LedgerAccount to)
    {
        _postings.Add(new Posting(from, -amount));
        _postings.Add(new Posting(to, amount));
    }
}

/// <summary>One side of a movement.</summary>
public sealed class Posting : Entity
{
    private Posting() { }

    internal Posting(LedgerAccount account, Money amount) => (Account, Amount) = (account, amount);

    public LedgerAccount Account { get; private set; }

    /// <summary>Below zero where money leaves the account.</summary>
    public Money Amount { get; private set; }
}

/// <summary>Where one application's money stands; no bucket goes below zero.</summary>
public sealed class ApplicationBalance : Aggregate
{
    private ApplicationBalance() { }

    public ApplicationBalance(long applicationId, long fundId) => (ApplicationId, FundId) = (applicationId, fundId);

    public long ApplicationId { get; private set; }

    public long FundId { get; private set; }

    public Money Reserved { get; private set; }

    public Money Granted { get; private set; }

    public Money Disbursed { get; private set; }

    /// <summary>Savings that came back; not bounded by what was granted.</summary>
    public Money Repaid { get; private set; }

    internal void Move(Money amount, LedgerAccount from, LedgerAccount to)
    {
        var held = Of(from);
        Refuse.When(from is LedgerAccount.Reserved or LedgerAccount.Granted or LedgerAccount.Disbursed && held < amount,
            new FundBalanceInsufficient(from, held, amount) { Path = ["amount"] });
        if (from == LedgerAccount.Repaid) Repaid += amount;
        else Add(from, -amount);
        Add(to, amount);
    }

    private Money Of(LedgerAccount account) => account switch
    {
        LedgerAccount.Reserved => Reserved,
        LedgerAccount.Granted => Granted,
        LedgerAccount.Disbursed => Disbursed,
        _ => Money.Zero,
    };

    private void Add(LedgerAccount account, Money amount)
    {
        if (account == LedgerAccount.Reserved) Reserved += amount;
        else if (account == LedgerAccount.Granted) Granted += amount;
        else if (account == LedgerAccount.Disbursed) Disbursed += amount;
    }
}
