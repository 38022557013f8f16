using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Workflows;
using static Fond.Domain.Tests.Governance.Given;

namespace Fond.Domain.Tests.Governance;

public sealed class RecusalTests
{
    private const long Lead = 90;

    private static Application In(Phase phase)
    {
        var call = new Call(1, "Våren", Now.AddDays(-1), Now.AddDays(1), [new() { Code = "behov", Name = new("Behov", "Need"), Kind = CriterionKind.Graded, Weight = 100 }]);
        var application = new Application(call, Lead, "Socialnämnden", "Projektet", Now).WithId(7);
        application.EnterPhase(phase);
        return application;
    }

    private static Recusal Declare(Phase phase = Phase.AwaitingDecision, long person = 5, string reason = " Syskon leder projektet ") =>
        new(In(phase), person, RecusalGround.OwnMatter, reason, 6, Now);

    [Fact]
    public void It_tells_who_is_out_of_which_case_by_which_point_of_the_law_and_who_wrote_it_down()
    {
        var recusal = Declare();
        Assert.Equal((7L, 5L, RecusalGround.OwnMatter, "Syskon leder projektet", 6L, Now),
            (recusal.ApplicationId, recusal.PersonId, recusal.Ground, recusal.Reason, recusal.DeclaredById, recusal.DeclaredAt));
    }

    [Fact]
    public void It_needs_a_reason_and_is_not_for_the_one_who_leads_the_case()
    {
        Refused.By<RecusalReasonMissing>(() => Declare(reason: " "));
        Refused.By<RecusalOfLead>(() => Declare(person: Lead));
    }

    [Theory]
    [InlineData(Phase.Draft, false)]
    [InlineData(Phase.FormalCheck, true)]
    [InlineData(Phase.InAssessment, true)]
    [InlineData(Phase.Granted, true)]
    [InlineData(Phase.Rejected, false)]
    [InlineData(Phase.Withdrawn, false)]
    [InlineData(Phase.Closed, false)]
    public void It_is_for_cases_that_have_come_in_and_are_not_over(Phase phase, bool possible)
    {
        if (possible) Assert.NotNull(Declare(phase));
        else Refused.By<RecusalCaseNotOpen>(() => Declare(phase));
    }
}
