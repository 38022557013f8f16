using Fond.Domain.Access;
using Fond.Domain.Projects;
using Fond.Domain.Registry;
using Fond.Features.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Repayments;

namespace Fond.Features.Projects;

internal sealed record SignAgreementInput : ProjectInput
{
    /// <summary>When both parties had signed; not in the future.</summary>
    public required DateOnly SignedOn { get; init; }
}

internal sealed class SignAgreement(ProjectDesk desk, Clock clock, Finality finality, RepaymentCourse repayments) : IHandler<SignAgreementInput, Project>
{
    public async Task<Project> Handle(SignAgreementInput input, CancellationToken ct)
    {
        var project = await desk.ForAsync(input, ct, Role.CaseOfficer);
        await finality.DemandAsync(project, ct);
        project.SignAgreement(input.SignedOn, clock.Today);
        await repayments.BindAsync(project, input.SignedOn, ct);
        await desk.BookAsync(project, (fund, balance, now) => fund.Commit(balance, project.TotalGranted, now), ct);
        await desk.RegisterAsync(project, DocumentEntry.DrawnUp(DocumentKind.Agreement, project.Title), ct);
        await desk.FireAsync(project, "signAgreement", ct);
        return project;
    }
}
