using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Projects;

namespace Fond.Domain.Repayments;

/// <summary>How a project's savings come back to its fund, and what has become of it. It may be rewritten until the agreement with the project is signed; then it binds. One that comes later binds at once.</summary>
public sealed class RepaymentAgreement : Aggregate
{
    private readonly List<Instalment> _instalments = [];

    private RepaymentAgreement() { }

    public RepaymentAgreement(Project project) => (ProjectId, ApplicationId, FundId) = (project.Id, project.ApplicationId, project.FundId);

    public long ProjectId { get; private set; }

    public long ApplicationId { get; private set; }

    public long FundId { get; private set; }

    public RepaymentModel Model { get; private set; }

    /// <summary>Of the savings that an evaluation has verified.</summary>
    public decimal? Share { get; private set; }

    public OutcomeContract? Contract { get; private set; }

    public string? Goal { get; private set; }

    /// <summary>Why it is another model than the fund's rules say.</summary>
    public string? DeviationReason { get; private set; }

    public DateOnly AgreedOn { get; private set; }

    /// <summary>When the agreement with the project was signed.</summary>
    public DateOnly? BindingOn { get; private set; }

    /// <summary>The earliest day by which something is still to be paid; null when nothing is, or nothing binds.</summary>
    public DateOnly? NextDueOn { get; private set; }

    public IReadOnlyList<Instalment> Instalments => _instalments;

    public Money Outstanding => _instalments.Sum(i => i.Outstanding);

    /// <summary>Rewrites the terms whole.</summary>
    /// <exception cref="RefusedException">When the agreement is signed, or with every fault at once.</exception>
    public void Set(RepaymentTerms terms, RepaymentModel usual, Project project, DateOnly today)
    {
        Refuse.When(BindingOn is not null, new RepaymentBinding(BindingOn ?? default));
        Refuse.WhenAny(terms.Faults(usual, project.TotalGranted, today));
        (Model, Share, Contract, Goal, DeviationReason, AgreedOn) = (terms.Model, terms.Share, terms.Contract, terms.Goal?.Trim(), terms.DeviationReason?.Trim(), today);
        _instalments.Clear();
        foreach (var part in terms.Instalments.OrderBy(p => p.DueOn)) _instalments.Add(new(_instalments.Count + 1, part, null));
    }

    /// <summary>At the signing of the agreement with the project.</summary>
    public void Bind(DateOnly signedOn)
    {
        BindingOn = signedOn;
        Reckon();
    }

    /// <summary>Works out from verified savings what is owed, and adds what is not yet asked for.</summary>
    /// <param name="granted">To the project, over all years.</param>
    /// <param name="received">All that has come back so far, also what no instalment foresaw.</param>
    /// <param name="sight">Whoever settles: what they may not see, the sum would tell.</param>
    /// <param name="goalReached">For an outcome contract.</param>
    public Instalment Settle(SavingsCase savings, int horizon, bool? goalReached, string unit, DateOnly dueOn, Money granted, Money received, Sight sight, DateOnly today)
    {
        DemandBinding();
        Refuse.When(Model is not (RepaymentModel.VerifiedSavingsShare or RepaymentModel.OutcomeContract), new RepaymentNotBySavings(Model));
        Refuse.When(!savings.IsShowable(sight), new SavingsHidden(sight.Threshold));
        Refuse.When(Contract is null ? goalReached is not null : goalReached is null, new RepaymentGoalUnclear { Path = ["goalReached"] });
        var saved = savings.MunicipalSaving(horizon);
        var owed = Contract?.Repayment(saved, goalReached!.Value) ?? VerifiedSavings.Repayment(saved, Share!.Value, granted);
        return Ask(owed, received, unit, dueOn, today, new(savings.Id, horizon, saved, goalReached));
    }

    /// <summary>Asks for what an outcome contract repays whatever is saved, which waits for nobody's measurements.</summary>
    /// <param name="received">All that has come back so far, also what no instalment foresaw.</param>
    public Instalment SettleGuaranteed(string unit, DateOnly dueOn, Money received, DateOnly today)
    {
        DemandBinding();
        Refuse.When(Contract is not { Guaranteed: > 0 }, new RepaymentNothingGuaranteed());
        return Ask(Contract!.GuaranteedPart(), received, unit, dueOn, today, null);
    }

    private Instalment Ask(Money owed, Money received, string unit, DateOnly dueOn, DateOnly today, SettlementBasis? basis)
    {
        Refuse.When(unit.IsBlankOrLongerThan(RepaymentTerms.LongestUnit), new RepaymentUnitInvalid(RepaymentTerms.LongestUnit) { Path = ["unit"] });
        Refuse.When(dueOn <= today, new RepaymentDayPast(dueOn) { Path = ["dueOn"] });
        var asked = _instalments.Sum(i => i.Amount) + received - _instalments.Sum(i => i.Paid);
        Refuse.When(owed <= asked, new RepaymentNothingOwed(owed, asked));
        var settled = new Instalment(_instalments.Count + 1, new(unit, dueOn, owed - asked), basis);
        _instalments.Add(settled);
        Reckon();
        return settled;
    }

    public void Invoice(int number, string invoiceNumber, DateOnly today)
    {
        DemandBinding();
        Part(number).Invoice(invoiceNumber, today);
    }

    /// <summary>Money has come in; the ledger books it.</summary>
    public void Pay(int number, Money amount, DateOnly today)
    {
        DemandBinding();
        Part(number).Pay(amount, today);
        Reckon();
    }

    /// <summary>The saving did not come: what is left of the instalment, or a part of it, is not asked for any more.</summary>
    public void WriteDown(int number, Money amount, string reason, DateOnly decidedOn, long byId, DateOnly today)
    {
        DemandBinding();
        Refuse.When(reason.IsBlankOrLongerThan(RepaymentTerms.LongestText), new ProjectReasonMissing { Path = ["reason"] });
        Refuse.When(decidedOn > today, new ProjectDayInFuture(decidedOn) { Path = ["decidedOn"] });
        Refuse.When(decidedOn < BindingOn, new ProjectDayTooEarly(decidedOn, BindingOn ?? default) { Path = ["decidedOn"] });
        Part(number).WriteDown(amount, reason, decidedOn, byId);
        Reckon();
    }

    /// <summary>Marks what has become overdue since the last time.</summary>
    public IReadOnlyList<Instalment> Remind(DateOnly today)
    {
        var late = _instalments.FindAll(i => BindingOn is not null && i.RemindedOn is null && i.IsOverdueOn(today));
        late.ForEach(i => i.Remind(today));
        return late;
    }

    /// <summary>The last day after which somebody is to be told that it has passed; null: nobody is.</summary>
    public DateOnly? NextWake => BindingOn is null ? null : _instalments.Where(i => i.Outstanding > Money.Zero && i.RemindedOn is null).Min(i => (DateOnly?)i.DueOn);

    private void Reckon() => NextDueOn = BindingOn is null ? null : _instalments.Where(i => i.Outstanding > Money.Zero).Min(i => (DateOnly?)i.DueOn);

    private void DemandBinding() => Refuse.When(BindingOn is null, new ProjectAgreementMissing());

    private Instalment Part(int number)
    {
        var part = _instalments.Find(i => i.Number == number);
        Refuse.When(part is null, new RepaymentInstalmentUnknown(number) { Path = ["instalment"] });
        return part!;
    }
}
