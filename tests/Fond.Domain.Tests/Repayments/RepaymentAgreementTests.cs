using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Projects;
using Fond.Domain.Repayments;
using Fond.Domain.Tests.Governance;
using static Fond.Domain.Tests.Governance.Given;

namespace Fond.Domain.Tests.Repayments;

public sealed class RepaymentAgreementTests
{
    private static readonly DateOnly Today = Day(2020, 6, 1);

    private static readonly RepaymentTerms Plan = new(RepaymentModel.PlanFromSavingUnits,
        [new("Skolnämnden", Day(2022, 6, 1), Money.Kronor(30_000)), new("Socialnämnden", Day(2021, 6, 1), Money.Kronor(50_000))], null, null, null, null);

    private static Project Granted() => new(new ProjectStart(7, 3, 11, 12, "Råd", "Skolan", Day(2020, 1, 1), Day(2022, 12, 31), Day(2019, 12, 12), [Kronor(2020, 450_000)], [], []));

    private static RepaymentAgreement Binding(RepaymentTerms terms)
    {
        var agreement = new RepaymentAgreement(Granted());
        agreement.Set(terms, terms.Model, Granted(), Today);
        agreement.Bind(Today);
        return agreement;
    }

    [Fact]
    public void Instalments_come_by_day_and_nothing_is_due_before_it_binds()
    {
        var agreement = new RepaymentAgreement(Granted());
        agreement.Set(Plan, RepaymentModel.PlanFromSavingUnits, Granted(), Today);
        Assert.Equal([(1, "Socialnämnden"), (2, "Skolnämnden")], agreement.Instalments.Select(i => (i.Number, i.Unit)));
        Assert.Null(agreement.NextDueOn);
        Refused.By<ProjectAgreementMissing>(() => agreement.Pay(1, new(1), Today));
        agreement.Bind(Today);
        Assert.Equal(Day(2021, 6, 1), agreement.NextDueOn);
    }

    [Fact]
    public void What_is_paid_and_written_down_never_exceeds_the_instalment()
    {
        var agreement = Binding(Plan);
        agreement.Pay(1, Money.Kronor(20_000), Today);
        Assert.Equal(Money.Kronor(30_000), Refused.By<RepaymentAboveInstalment>(() => agreement.WriteDown(1, Money.Kronor(30_001), "Uteblev", Today, 5, Today)).Outstanding);
        agreement.WriteDown(1, Money.Kronor(10_000), "Uteblev", Today, 5, Today);
        Refused.By<RepaymentWrittenDown>(() => agreement.WriteDown(1, new(1), "Uteblev", Today, 5, Today));
        Refused.By<ProjectDayTooEarly>(() => agreement.WriteDown(2, new(1), "Uteblev", Today.AddDays(-1), 5, Today));
        agreement.Pay(1, Money.Kronor(20_000), Today);
        Refused.By<RepaymentInstalmentSettled>(() => agreement.Pay(1, new(1), Today));
        Refused.By<RepaymentInstalmentUnknown>(() => agreement.Pay(3, new(1), Today));
        Assert.Equal((InstalmentState.Paid, Money.Kronor(30_000), Day(2022, 6, 1)), (agreement.Instalments[0].State, agreement.Outstanding, agreement.NextDueOn));
    }

    [Fact]
    public void One_is_told_of_what_is_late_once_and_the_day_after()
    {
        var agreement = Binding(Plan);
        Assert.Empty(agreement.Remind(Day(2021, 6, 1)));
        Assert.Equal([1], agreement.Remind(Day(2021, 6, 2)).Select(i => i.Number));
        Assert.Empty(agreement.Remind(Day(2021, 6, 3)));
        Assert.Equal((Day(2022, 6, 1), Day(2021, 6, 1)), (agreement.NextWake, agreement.NextDueOn));
    }

    [Fact]
    public void What_binds_is_not_changed_and_every_fault_is_named_at_once()
    {
        Refused.By<RepaymentBinding>(() => Binding(Plan).Set(Plan, RepaymentModel.None, Granted(), Today));
        var faulty = new RepaymentTerms(RepaymentModel.PlanFromSavingUnits, [new(" ", Today, Money.Kronor(450_001)), new("Skolan", Day(2021, 1, 1), Money.Zero)], 0.5m, new(Money.Zero, 2, 0, 0), "Mål", null);
        var faults = Assert.Throws<RefusedException>(() => new RepaymentAgreement(Granted()).Set(faulty, RepaymentModel.None, Granted(), Today)).Refusals;
        Assert.Equal(
            ["contract", "deviationReason", "goal", "instalments", "instalments.0.dueOn", "instalments.0.unit", "instalments.1.amount", "share"],
            faults.Select(f => string.Join('.', f.Path)).Order(StringComparer.Ordinal));
    }
}
