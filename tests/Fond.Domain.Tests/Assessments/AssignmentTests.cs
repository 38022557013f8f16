using Fond.Domain.Assessments;
using Fond.Domain.Tests.Governance;
using static Fond.Domain.Tests.Assessments.GivenCase;
using static Fond.Domain.Tests.Governance.Given;

namespace Fond.Domain.Tests.Assessments;

public sealed class AssignmentTests
{
    private static IReadOnlyList<Assessment> Assign(params Candidate[] candidates) => Assignment.Of(1, candidates, Parties, [7], Now);

    [Fact]
    public void Each_candidate_gets_an_assessment_of_the_application()
    {
        var assigned = Assign(new(5, "Miljönämnden"), new(6, "Tekniska nämnden"));
        Assert.Equal([5L, 6L], assigned.Select(a => a.AssessorId));
        Assert.All(assigned, a => Assert.Equal((1L, AssessmentState.Assigned, Now), (a.ApplicationId, a.State, a.AssignedAt)));
    }

    [Theory]
    [InlineData("Kulturnämnden")]
    [InlineData(" kulturnämnden ")]
    [InlineData("Polisen")]
    [InlineData("SOCIALNÄMNDEN")]
    public void Somebody_of_the_applicants_or_a_partners_organisation_is_refused(string organisation) =>
        Assert.Equal(organisation, Refused.By<AssessmentSameOrganisation>(() => Assign(new Candidate(5, organisation))).Organisation);

    [Theory]
    [InlineData(90)]
    [InlineData(91)]
    public void Whoever_leads_or_writes_the_application_is_refused_even_from_another_organisation(long writer) =>
        Refused.By<AssessmentByApplicant>(() => Assign(new Candidate(writer, "Miljönämnden")));

    [Fact]
    public void Assigning_nobody_is_refused() => Refused.By<AssessmentAssessorMissing>(() => Assign());

    [Fact]
    public void Each_unfit_candidate_is_named_by_place()
    {
        var refusals = Refused.ByAll(() => Assign(new(5, "Polisen"), new(6, "Miljönämnden"), new(7, "Miljönämnden"), new(6, "Miljönämnden")));
        Assert.Equal(["ASSESSMENT_SAME_ORGANISATION", "ASSESSMENT_ALREADY_ASSIGNED", "ASSESSMENT_ALREADY_ASSIGNED"], refusals.Select(r => r.Code));
        Assert.Equal(["assessorIds/0", "assessorIds/2", "assessorIds/3"], refusals.Select(r => string.Join('/', r.Path)));
    }
}
