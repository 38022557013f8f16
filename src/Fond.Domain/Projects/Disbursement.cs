using Fond.Domain.Common;

namespace Fond.Domain.Projects;

/// <summary>A request for money (rekvisition), and what became of it.</summary>
public sealed class Disbursement : Entity
{
    private Disbursement() { }

    internal Disbursement(int number, int year, Money amount, string purpose, DateOnly requestedOn) =>
        (Number, Year, Amount, Purpose, RequestedOn) = (number, year, amount, purpose, requestedOn);

    /// <summary>1, 2, 3 ... in the project.</summary>
    public int Number { get; private set; }

    /// <summary>The year whose grant it is charged to.</summary>
    public int Year { get; private set; }

    public Money Amount { get; private set; }

    public string Purpose { get; private set; } = "";

    public DateOnly RequestedOn { get; private set; }

    public DisbursementState State { get; private set; }

    /// <summary>When it was paid or refused.</summary>
    public DateOnly? SettledOn { get; private set; }

    public string? RefusalReason { get; private set; }

    /// <summary>Whether it takes of the year's grant: paid, or still to be settled.</summary>
    public bool TakesOfGrant => State != DisbursementState.Refused;

    internal void Pay(DateOnly today) => Settle(DisbursementTrigger.Pay, today, null);

    internal void Refuse(string reason, DateOnly today)
    {
        Common.Refuse.When(string.IsNullOrWhiteSpace(reason), new ProjectReasonMissing { Path = ["reason"] });
        Settle(DisbursementTrigger.Refuse, today, reason.Trim());
    }

    private void Settle(DisbursementTrigger trigger, DateOnly today, string? reason)
    {
        var life = DisbursementLife.For(() => State, s => State = s);
        Common.Refuse.When(!life.CanFire(trigger), new ProjectRequestSettled(Number, State) { Path = ["number"] });
        life.Fire(trigger);
        (SettledOn, RefusalReason) = (today, reason);
    }
}
