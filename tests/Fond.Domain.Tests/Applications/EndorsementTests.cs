using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Tests.Governance;
using Fond.Domain.Workflows;

namespace Fond.Domain.Tests.Applications;

public sealed class EndorsementTests
{
    private static readonly EndorsementAddressee Manager = new("Polisen", null, "chef@polisen.example");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void In_a_supplement_one_that_endorses_is_kept_and_one_that_does_not_is_asked_for_again(bool endorses)
    {
        var application = ApplicationTests.Whole();
        var endorsement = new Endorsement(application, Manager, ApplicationTests.Now);
        endorsement.Give(application, new(endorses, "Chef", endorses, "", application.Current.TextSha256()), null, ApplicationTests.Now, MunicipalTime.Today(ApplicationTests.Now));
        application.EnterPhase(Phase.Supplement);
        application.Save("Ett annat namn", null, null, 7);
        if (endorses) Refused.By<EndorsementAlreadyGiven>(AskAgain);
        else AskAgain();
        Assert.Equal(endorses, endorsement.Answer is not null);

        void AskAgain() => endorsement.AskAgain(application, Manager, counts: endorsement.Satisfies(ApplicationTests.Open, application), ApplicationTests.Now.AddDays(1));
    }
}
