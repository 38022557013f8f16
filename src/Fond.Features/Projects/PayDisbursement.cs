using Fond.Domain.Access;
using Fond.Domain.Projects;
using Fond.Features.Impact;
using Fond.Features.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Projects;

internal sealed record PayDisbursementInput : ProjectInput
{
    /// <summary>The request's number in the project.</summary>
    public required int Number { get; init; }
}

internal sealed class PayDisbursement(ProjectDesk desk, FondDb db, Clock clock, Finality finality) : IHandler<PayDisbursementInput, Project>
{
    public async Task<Project> Handle(PayDisbursementInput input, CancellationToken ct)
    {
        var project = await desk.ForAsync(input, ct, Role.CaseOfficer);
        await finality.DemandAsync(project, ct);
        var paid = project.PayDisbursement(input.Number, clock.Today, await db.BaselineGapsAsync(project, ct));
        await desk.BookAsync(project, (fund, balance, now) => fund.Disburse(balance, paid.Amount, paid.Year, now), ct);
        return project;
    }
}
