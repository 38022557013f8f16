using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Projects;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Projects;

internal sealed record AssignEvaluatorInput : ProjectInput
{
    /// <summary>Who; holds the role EVALUATOR in the fund and does not lead the project.</summary>
    [GraphQL.Id]
    public required string PersonId { get; init; }
}

internal sealed class AssignEvaluator(ProjectDesk desk, Finder finder, FondDb db, Clock clock) : IHandler<AssignEvaluatorInput, Project>
{
    public async Task<Project> Handle(AssignEvaluatorInput input, CancellationToken ct)
    {
        var project = await desk.ForAsync(input, ct, Role.CaseOfficer);
        var person = await finder.FindAsync<Person>(input.PersonId, ct, "personId");
        Refuse.When(!person.HoldsIn(project.FundId, Role.Evaluator, clock.Today), new ProjectEvaluatorRoleMissing { Path = ["personId"] });
        project.AssignEvaluator(person.Id);
        Refuse.When((await db.ConflictedInAsync(project.ApplicationId, ct)).Contains(person.Id), new ProjectEvaluatorConflicted { Path = ["personId"] });
        return project;
    }
}
