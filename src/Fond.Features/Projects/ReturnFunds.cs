using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Projects;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Projects;

internal sealed record ReturnFundsInput : ProjectInput
{
    /// <summary>At most what was paid out.</summary>
    public required Money Amount { get; init; }

    /// <summary>Why, and by which receipt.</summary>
    public required string Note { get; init; }
}

internal sealed class ReturnFunds(ProjectDesk desk) : IHandler<ReturnFundsInput, Project>
{
    public async Task<Project> Handle(ReturnFundsInput input, CancellationToken ct)
    {
        var project = await desk.ForAsync(input, ct, Role.CaseOfficer);
        Refuse.When(string.IsNullOrWhiteSpace(input.Note), new ProjectReasonMissing { Path = ["note"] });
        project.DemandSigned();
        await desk.BookAsync(project, (fund, balance, now) => fund.ReturnPaidOut(balance, input.Amount, input.Note.Trim(), now), ct);
        return project;
    }
}
