using Fond.Domain.Common;

namespace Fond.Domain.Repayments;

public enum InstalmentState
{
    /// <summary>Not yet asked for.</summary>
    Planned,

    /// <summary>Asked for, not wholly paid.</summary>
    Invoiced,

    /// <summary>Nothing of it is left to pay.</summary>
    Paid,

    /// <summary>The saving did not come: nothing of it was paid, nor will be.</summary>
    WrittenDown,
}

/// <summary>What a settlement rests on.</summary>
/// <param name="SavingsCaseId">The verified savings.</param>
/// <param name="Horizon">Years after the start within which they count.</param>
/// <param name="Saved">What the municipality saved within them.</param>
/// <param name="GoalReached">For an outcome contract.</param>
public sealed record SettlementBasis(long SavingsCaseId, int Horizon, Money Saved, bool? GoalReached);

/// <summary>A part of what is to be repaid.</summary>
public sealed class Instalment : Entity
{
    private Instalment() { }

    internal Instalment(int number, PlannedInstalment part, SettlementBasis? basis) => (Number, Unit, DueOn, Amount, Basis) = (number, part.Unit.Trim(), part.DueOn, part.Amount, basis);

    /// <summary>1, 2, 3 ... in the agreement.</summary>
    public int Number { get; private set; }

    public string Unit { get; private set; } = "";

    /// <summary>The last day on which it is not late.</summary>
    public DateOnly DueOn { get; private set; }

    public Money Amount { get; private set; }

    /// <summary>Null for what was agreed beforehand, and for what a contract guarantees.</summary>
    public SettlementBasis? Basis { get; private set; }

    public string? InvoiceNumber { get; private set; }

    public DateOnly? InvoicedOn { get; private set; }

    public Money Paid { get; private set; }

    /// <summary>When the last of it was paid.</summary>
    public DateOnly? PaidOn { get; private set; }

    public Money WrittenDown { get; private set; }

    public string? WriteDownReason { get; private set; }

    /// <summary>The day of the decision.</summary>
    public DateOnly? WrittenDownOn { get; private set; }

    /// <summary>Who recorded the decision.</summary>
    public long? WrittenDownById { get; private set; }

    public DateOnly? RemindedOn { get; private set; }

    public Money Outstanding => Amount - Paid - WrittenDown;

    public InstalmentState State => Outstanding > Money.Zero ? InvoicedOn is null ? InstalmentState.Planned : InstalmentState.Invoiced
        : Paid > Money.Zero ? InstalmentState.Paid : InstalmentState.WrittenDown;

    public bool IsOverdueOn(DateOnly today) => Outstanding > Money.Zero && today > DueOn;

    internal void Invoice(string invoiceNumber, DateOnly today)
    {
        DemandOutstanding();
        Refuse.When(InvoicedOn is not null, new RepaymentInvoiced(Number, InvoiceNumber ?? "") { Path = ["instalment"] });
        Refuse.When(invoiceNumber.IsBlankOrLongerThan(LongestInvoiceNumber), new RepaymentInvoiceInvalid(LongestInvoiceNumber) { Path = ["invoiceNumber"] });
        (InvoiceNumber, InvoicedOn) = (invoiceNumber.Trim(), today);
    }

    internal void Pay(Money amount, DateOnly today)
    {
        DemandOutstanding();
        Refuse.When(amount <= Money.Zero, new RepaymentAmountInvalid { Path = ["amount"] });
        Refuse.When(amount > Outstanding, new RepaymentAboveInstalment(Outstanding) { Path = ["amount"] });
        (Paid, PaidOn) = (Paid + amount, today);
    }

    internal void WriteDown(Money amount, string reason, DateOnly decidedOn, long byId)
    {
        DemandOutstanding();
        Refuse.When(WrittenDownOn is not null, new RepaymentWrittenDown(WrittenDownOn ?? default) { Path = ["instalment"] });
        Refuse.When(amount <= Money.Zero, new RepaymentAmountInvalid { Path = ["amount"] });
        Refuse.When(amount > Outstanding, new RepaymentAboveInstalment(Outstanding) { Path = ["amount"] });
        (WrittenDown, WriteDownReason, WrittenDownOn, WrittenDownById) = (amount, reason.Trim(), decidedOn, byId);
    }

    internal void Remind(DateOnly today) => RemindedOn = today;

    public const int LongestInvoiceNumber = 50;

    private void DemandOutstanding() => Refuse.When(Outstanding <= Money.Zero, new RepaymentInstalmentSettled(Number) { Path = ["instalment"] });
}
