using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Domain.Workflows;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Assessments;

internal sealed record AssignAssessorsInput : EditInput
{
    /// <summary>The case: its application's id.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>Who is to assess; each holds the role ASSESSOR in the fund, and none comes from the applicant's or a partner's organisation.</summary>
    [GraphQL.Id]
    public required IReadOnlyList<string> AssessorIds { get; init; }
}

internal sealed class AssignAssessors(Finder finder, FondDb db, ActorContext context, Clock clock, WorkflowRunner workflows, AuditTrail trail)
    : IHandler<AssignAssessorsInput, Application>
{
    public async Task<Application> Handle(AssignAssessorsInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandOffice(application, Role.CaseOfficer);
        await workflows.DemandPhaseAsync(Workflow.Assessment, application.Id, ct, Phase.Assigning, Phase.Scoring, Phase.JointProposal);
        var people = await PeopleAsync(input, application, ct);
        var already = (await db.AssessmentsOfAsync(application.Id, ct)).Select(a => a.AssessorId).ToList();
        db.AddRange(Assignment.Of(application.Id, [.. people.Select(p => new Candidate(p.Id, p.Organisation))], CaseParties.Of(application), already, clock.Now));
        await trail.SaveAsync(ct); // whoever is told is asked for in the database
        var fresh = await workflows.PhaseAsync(Workflow.Assessment, application.Id, ct) == Phase.Assigning;
        await workflows.FireAsync(Workflow.Assessment, application, fresh ? "begin" : "assign", ct);
        return application;
    }

    private async Task<List<Person>> PeopleAsync(AssignAssessorsInput input, Application application, CancellationToken ct)
    {
        var (people, conflicted) = (new List<Person>(), (await db.Set<Recusal>().Where(r => r.ApplicationId == application.Id).Select(r => r.PersonId).ToListAsync(ct)));
        for (var i = 0; i < input.AssessorIds.Count; i++)
        {
            string[] path = ["assessorIds", i.ToString(System.Globalization.CultureInfo.InvariantCulture)];
            var person = await finder.FindAsync<Person>(input.AssessorIds[i], ct, path);
            Refuse.When(!person.HoldsIn(application.FundId, Role.Assessor, clock.Today), new AssessmentRoleMissing { Path = path });
            Refuse.When(conflicted.Contains(person.Id), new AssessmentByConflicted(person.Id) { Path = path });
            people.Add(person);
        }
        return people;
    }
}

public sealed record AssessmentRoleMissing() : Refusal("ASSESSMENT_ROLE_MISSING", new(
    "Personen är inte bedömare i fonden.", "The person is not an assessor of the fund."));
