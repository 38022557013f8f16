using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Registry;
using Fond.Domain.Tests.Governance;

namespace Fond.Domain.Tests.Registry;

public sealed class ReleaseRequestTests
{
    private static readonly DateOnly Today = MunicipalTime.Today(Given.Now);
    private static readonly ReleaseDraft Refusal = new(ReleaseOutcome.Refused, "OSL 26 kap. 1 §", null, "Uppgifter om en enskild");

    [Fact]
    public void Who_asks_need_not_say_who_they_are()
    {
        Assert.Null(Request().Requester);
        Refused.By<ReleaseRequesterInvalid>(() => Request(" "));
        Refused.By<DocumentDayAhead>(() => new ReleaseRequest(Letter(), null, Today.AddDays(1), 7, Today));
    }

    [Theory]
    [InlineData("OSL 26 kap. 1 §")]
    [InlineData("21 kap. 1 a § offentlighets- och sekretesslagen")]
    public void What_is_withheld_has_law_chapter_and_section(string ground)
    {
        var request = Request();
        request.Decide(Refusal with { Ground = ground }, 7, Given.Now);
        Assert.Equal((ReleaseOutcome.Refused, ground, 7L), (request.Outcome!.Value, request.Ground, request.DecidedById!.Value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sekretess")]
    [InlineData("26 kap. 1 §")]
    [InlineData("OSL 26 §")]
    public void Half_a_provision_is_none(string? ground) => Refused.By<ReleaseGroundInvalid>(() => Request().Decide(Refusal with { Ground = ground }, 7, Given.Now));

    [Fact]
    public void Each_outcome_says_what_it_must_and_no_more()
    {
        Assert.Equal(["ground", "reasons", "masked"], Refused.ByAll(() => Request().Decide(new(ReleaseOutcome.InPart, null, null, null), 7, Given.Now)).Select(r => r.Path[0]));
        Assert.Equal(["ground", "reasons", "masked"], Refused.ByAll(() => Request().Decide(new(ReleaseOutcome.InFull, "OSL 26 kap. 1 §", "Namn", "Skäl"), 7, Given.Now)).Select(r => r.Path[0]));
        Refused.By<ReleaseMaskedInvalid>(() => Request().Decide(Refusal with { Masked = "Namn" }, 7, Given.Now));
        Request().Decide(Refusal with { Outcome = ReleaseOutcome.InPart, Masked = "Namn" }, 7, Given.Now);
    }

    [Fact]
    public void A_request_is_tested_once_and_written_once_when_something_was_withheld()
    {
        var request = Request();
        Refused.By<ReleaseNothingWithheld>(() => request.Write(Given.Now));
        request.Decide(Refusal, 7, Given.Now);
        Refused.By<ReleaseAlreadyDecided>(() => request.Decide(Refusal, 7, Given.Now));
        request.Write(Given.Now);
        Refused.By<ReleaseAlreadyWritten>(() => request.Write(Given.Now));

        var open = Request();
        open.Decide(new(ReleaseOutcome.InFull, null, null, null), 7, Given.Now);
        Refused.By<ReleaseNothingWithheld>(() => open.Write(Given.Now));
    }

    private static ReleaseRequest Request(string? requester = null) => new(Letter(), requester, Today, 7, Today);

    private static CaseDocument Letter()
    {
        var application = (Application)Activator.CreateInstance(typeof(Application), nonPublic: true)!;
        typeof(Application).GetProperty(nameof(Application.CaseNumber))!.SetValue(application, "KS 2021/1");
        return new(application, 0, DocumentEntry.In(DocumentKind.Letter, "Skolverket", "Fråga"), null, 7, Given.Now);
    }
}
