using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Projects;
using Fond.Domain.Repayments;
using Fond.Features.Platform;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Repayments;

internal sealed record AgreeRepaymentInput : ProjectInput
{
    /// <summary>How savings come back; that of the fund's rules, or another with a reason.</summary>
    public required RepaymentModel Model { get; init; }

    /// <summary>Of a plan by saving units: all of them, in sum at most the grant.</summary>
    public IReadOnlyList<PlannedInstalment> Instalments { get; init; } = [];

    /// <summary>Of a share of verified savings: above 0, at most 1.</summary>
    public decimal? Share { get; init; }

    /// <summary>Of an outcome contract.</summary>
    public OutcomeContract? Contract { get; init; }

    /// <summary>Of an outcome contract: what must be reached for more than the loan to be repaid.</summary>
    public string? Goal { get; init; }

    /// <summary>Why it is another model than the fund's rules say.</summary>
    public string? DeviationReason { get; init; }
}

internal sealed class AgreeRepayment(ProjectDesk desk, FondDb db, RepaymentCourse course, AuditTrail trail, Clock clock) : IHandler<AgreeRepaymentInput, RepaymentAgreement>
{
    public async Task<RepaymentAgreement> Handle(AgreeRepaymentInput input, CancellationToken ct)
    {
        var project = await desk.ForAsync(input, ct, Role.CaseOfficer);
        project.DemandNotCalledOff();
        var agreement = await course.OfAsync(project, ct);
        if (agreement is null) db.Add(agreement = new RepaymentAgreement(project));
        agreement.Set(new(input.Model, input.Instalments, input.Share, input.Contract, input.Goal, input.DeviationReason), await UsualAsync(project, ct), project, clock.Today);
        if (project.AgreementSignedOn is not null) await BindAsync(agreement, ct);
        return agreement;
    }

    private async Task BindAsync(RepaymentAgreement agreement, CancellationToken ct)
    {
        agreement.Bind(clock.Today);
        await trail.SaveAsync(ct); // its alarm needs its key
        await course.SetAlarmAsync(agreement, ct);
    }

    private async Task<RepaymentModel> UsualAsync(Project project, CancellationToken ct)
    {
        var fund = await db.Set<Fund>().SingleAsync(f => f.Id == project.FundId, ct);
        var call = await db.Set<Call>().SingleAsync(c => db.Set<Application>().Any(a => a.Id == project.ApplicationId && a.CallId == c.Id), ct);
        return fund.LimitsOf(call).RepaymentModel;
    }
}
