using Fond.Domain.Access;
using Fond.Domain.Repayments;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Projects;

namespace Fond.Features.Repayments;

internal sealed record InvoiceInstalmentInput : ProjectInput
{
    /// <summary>The instalment's number.</summary>
    public required int Instalment { get; init; }

    /// <summary>The invoice's number, in whatever system sends it.</summary>
    public required string InvoiceNumber { get; init; }
}

internal sealed class InvoiceInstalment(ProjectDesk desk, RepaymentCourse course, Clock clock) : IHandler<InvoiceInstalmentInput, RepaymentAgreement>
{
    public async Task<RepaymentAgreement> Handle(InvoiceInstalmentInput input, CancellationToken ct)
    {
        var agreement = await course.DemandAsync(await desk.ForAsync(input, ct, Role.CaseOfficer), ct);
        agreement.Invoice(input.Instalment, input.InvoiceNumber, clock.Today);
        return agreement;
    }
}
