using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Projects;
using Fond.Domain.Repayments;
using Fond.Features.Platform;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Repayments;

/// <summary>Carries a project's repayment on as agreements are signed, money comes in and days pass.</summary>
internal sealed class RepaymentCourse(FondDb db, Clock clock, Alarms alarms, CaseFactReader cases, Notifier notifier) : IWoken
{
    public string Kind => nameof(RepaymentAgreement);

    public async Task<RepaymentAgreement?> OfAsync(Project project, CancellationToken ct) => await db.Set<RepaymentAgreement>().SingleOrDefaultAsync(a => a.ProjectId == project.Id, ct);

    /// <exception cref="RefusedException"><see cref="RepaymentMissing"/>.</exception>
    public async Task<RepaymentAgreement> DemandAsync(Project project, CancellationToken ct) => await OfAsync(project, ct) ?? throw new RefusedException(new RepaymentMissing());

    /// <summary>All that has come back so far, also what no instalment foresaw.</summary>
    public async Task<Money> ReceivedAsync(Project project, CancellationToken ct) =>
        (await db.Set<ApplicationBalance>().SingleAsync(b => b.ApplicationId == project.ApplicationId, ct)).Repaid;

    /// <summary>The agreement with the project is signed: what was agreed of repayment binds.</summary>
    public async Task BindAsync(Project project, DateOnly signedOn, CancellationToken ct)
    {
        if (await OfAsync(project, ct) is not { } agreement) return;
        agreement.Bind(signedOn);
        await SetAlarmAsync(agreement, ct);
    }

    /// <summary>Money has come in: where instalments are unpaid, it is for one of them.</summary>
    /// <param name="instalment">Which; null for a saving that no instalment foresaw.</param>
    public async Task ReceiveAsync(Project project, int? instalment, Money amount, CancellationToken ct)
    {
        var agreement = await OfAsync(project, ct);
        if (instalment is not { } number)
        {
            Refuse.When(agreement?.Outstanding > Money.Zero, new RepaymentInstalmentUnsaid { Path = ["instalment"] });
            return;
        }
        Refuse.When(agreement is null, new RepaymentMissing { Path = ["instalment"] });
        agreement!.Pay(number, amount, clock.Today);
        await SetAlarmAsync(agreement, ct);
    }

    public async Task WakeAsync(long subjectId, CancellationToken ct)
    {
        var agreement = await db.Set<RepaymentAgreement>().SingleAsync(a => a.Id == subjectId, ct);
        var application = await db.Set<Application>().SingleAsync(a => a.Id == agreement.ApplicationId, ct);
        var late = agreement.Remind(clock.Today);
        if (late.Count > 0)
        {
            var people = (await cases.PeopleAsync(application, Role.CaseOfficer, ct)).Append(application.LeadId).Distinct().ToList();
            foreach (var instalment in late) await TellAsync(agreement, application, instalment, people, ct);
        }
        await SetAlarmAsync(agreement, ct);
    }

    public Task SetAlarmAsync(RepaymentAgreement agreement, CancellationToken ct) =>
        alarms.SetAsync(Kind, agreement.Id, agreement.NextWake is { } day ? MunicipalTime.EndOfDay(day) : null, ct);

    private Task TellAsync(RepaymentAgreement agreement, Application application, Instalment late, IReadOnlyCollection<long> people, CancellationToken ct) => notifier.TellAsync(
        $"repayment:{agreement.Id}:overdue:{late.Number}", people, application.Id,
        new($"Förfallen återföring: {application.CaseNumber}", $"Overdue repayment: {application.CaseNumber}"),
        new($"Delbetalning {late.Number} i {application.CaseNumber}, {application.Title}, skulle ha återförts senast {late.DueOn:yyyy-MM-dd} av {late.Unit}. {late.Outstanding} återstår.",
            $"Instalment {late.Number} of {application.CaseNumber}, {application.Title}, was to be repaid by {late.DueOn:yyyy-MM-dd} by {late.Unit}. {late.Outstanding} is left."), ct);
}
