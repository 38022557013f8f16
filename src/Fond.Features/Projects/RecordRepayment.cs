using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Projects;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Projects;

internal sealed record RecordRepaymentInput : ProjectInput
{
    /// <summary>The saving that comes back; it may exceed what was granted.</summary>
    public required Money Amount { get; init; }

    /// <summary>Whose saving, and by which receipt.</summary>
    public required string Note { get; init; }
}

internal sealed class RecordRepayment(ProjectDesk desk) : IHandler<RecordRepaymentInput, Project>
{
    public async Task<Project> Handle(RecordRepaymentInput input, CancellationToken ct)
    {
        var project = await desk.ForAsync(input, ct, Role.CaseOfficer);
        Refuse.When(string.IsNullOrWhiteSpace(input.Note), new ProjectReasonMissing { Path = ["note"] });
        project.DemandSigned();
        await desk.BookAsync(project, (fund, balance, now) => fund.Repay(balance, input.Amount, input.Note.Trim(), now), ct);
        return project;
    }
}
