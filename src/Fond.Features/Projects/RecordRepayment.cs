using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Projects;
using Fond.Features.Platform.Mutations;
using Fond.Features.Repayments;

namespace Fond.Features.Projects;

internal sealed record RecordRepaymentInput : ProjectInput
{
    /// <summary>The saving that comes back; it may exceed what was granted.</summary>
    public required Money Amount { get; init; }

    /// <summary>The number of the instalment that it pays, wholly or in part; left out for a saving that no instalment foresaw.</summary>
    public int? Instalment { get; init; }

    /// <summary>Whose saving, and by which receipt.</summary>
    public required string Note { get; init; }
}

internal sealed class RecordRepayment(ProjectDesk desk, RepaymentCourse repayments) : IHandler<RecordRepaymentInput, Project>
{
    public async Task<Project> Handle(RecordRepaymentInput input, CancellationToken ct)
    {
        var project = await desk.ForAsync(input, ct, Role.CaseOfficer);
        Refuse.When(string.IsNullOrWhiteSpace(input.Note), new ProjectReasonMissing { Path = ["note"] });
        project.DemandSigned();
        await repayments.ReceiveAsync(project, input.Instalment, input.Amount, ct);
        await desk.BookAsync(project, (fund, balance, now) => fund.Repay(balance, input.Amount, input.Note.Trim(), now), ct);
        return project;
    }
}
