using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Registry;
using Fond.Domain.Tests.Governance;

namespace Fond.Domain.Tests.Registry;

public sealed class ReleaseRequestTests
{
    private static readonly DateOnly Today = MunicipalTime.Today(Given.Now);
    private static readonly CaseDocument Asked = Document(DocumentKind.Letter);
    private static readonly ReleaseDraft Refusal = new(ReleaseOutcome.Refused, "OSL 26 kap. 1 §", null, "Uppgifter om en enskild", []);

    [Fact]
    public void Who_asks_need_not_say_who_they_are()
    {
        Assert.Null(Request().Requester);
        Refused.By<ReleaseRequesterInvalid>(() => Request(" "));
        Refused.By<DocumentDayAhead>(() => new ReleaseRequest(Asked, null, Today.AddDays(1), 7, Today));
    }

    [Theory]
    [InlineData("OSL 26 kap. 1 §")]
    [InlineData("21 kap. 1 a § offentlighets- och sekretesslagen")]
    [InlineData("OSL 26 kap. 1 och 9 §§")]
    [InlineData("OSL\u00a026\u00a0kap.\u00a01–9\u00a0§§")]
    public void What_is_withheld_has_law_chapter_and_section(string ground)
    {
        var request = Request();
        request.Decide(Asked, Refusal with { Ground = ground }, 7, Given.Now);
        Assert.Equal((ReleaseOutcome.Refused, ground, 7L), (request.Outcome!.Value, request.Ground, request.DecidedById!.Value));
        Assert.Equal(ground, SecrecyMark.By($" {ground} ", 7, Given.Now)!.Ground); // what may be secret is marked by the same
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sekretess")]
    [InlineData("26 kap. 1 §")]
    [InlineData("OSL 26 §")]
    public void Half_a_provision_is_none(string? ground)
    {
        Refused.By<ReleaseGroundInvalid>(() => Request().Decide(Asked, Refusal with { Ground = ground }, 7, Given.Now));
        if (ground is not null) Refused.By<SecrecyGroundInvalid>(() => SecrecyMark.By(ground, 7, Given.Now));
    }

    [Fact]
    public void Each_outcome_says_what_it_must_and_no_more()
    {
        Assert.Equal(["ground", "reasons", "masked"], Refused.ByAll(() => Request().Decide(Asked, new(ReleaseOutcome.InPart, null, null, null, []), 7, Given.Now)).Select(r => r.Path[0]));
        Assert.Equal(["ground", "reasons", "masked"], Refused.ByAll(() => Request().Decide(Asked, new(ReleaseOutcome.InFull, "OSL 26 kap. 1 §", "Namn", "Skäl", []), 7, Given.Now)).Select(r => r.Path[0]));
        Refused.By<ReleaseMaskedInvalid>(() => Request().Decide(Asked, Refusal with { Masked = "Namn" }, 7, Given.Now));
        Request().Decide(Asked, Refusal with { Outcome = ReleaseOutcome.InPart, Masked = "Namn" }, 7, Given.Now);
    }

    [Fact]
    public void Fields_are_masked_in_what_was_handed_in_as_the_form_has_them()
    {
        var inPart = Refusal with { Outcome = ReleaseOutcome.InPart, MaskedFields = ["summary", "targetGroup.area", "summary"] };
        var request = Request();
        request.Decide(Document(DocumentKind.Application), inPart, 7, Given.Now);
        Assert.Equal(["summary", "targetGroup.area"], request.MaskedFields);
        Refused.By<ReleaseFieldsElsewhere>(() => Request().Decide(Asked, inPart, 7, Given.Now));
        Refused.By<ReleaseFieldsElsewhere>(() => Request().Decide(Document(DocumentKind.Application), inPart with { Outcome = ReleaseOutcome.Refused }, 7, Given.Now));
        Assert.Equal(["maskedFields", "1"], Refused.ByAll(() => Request().Decide(Document(DocumentKind.Supplement), inPart with { MaskedFields = ["summary", "Summary"] }, 7, Given.Now)).Single().Path);
    }

    [Fact]
    public void A_request_is_tested_once_and_written_once_when_something_was_withheld()
    {
        var request = Request();
        Refused.By<ReleaseNothingWithheld>(() => request.Write(Given.Now));
        request.Decide(Asked, Refusal, 7, Given.Now);
        Refused.By<ReleaseAlreadyDecided>(() => request.Decide(Asked, Refusal, 7, Given.Now));
        request.Write(Given.Now);
        Refused.By<ReleaseAlreadyWritten>(() => request.Write(Given.Now));

        var open = Request();
        open.Decide(Asked, new(ReleaseOutcome.InFull, null, null, null, []), 7, Given.Now);
        Refused.By<ReleaseNothingWithheld>(() => open.Write(Given.Now));
    }

    private static ReleaseRequest Request(string? requester = null) => new(Asked, requester, Today, 7, Today);

    private static CaseDocument Document(DocumentKind kind)
    {
        var application = (Application)Activator.CreateInstance(typeof(Application), nonPublic: true)!;
        typeof(Application).GetProperty(nameof(Application.CaseNumber))!.SetValue(application, "KS 2021/1");
        return new(application, 0, DocumentEntry.In(kind, "Skolverket", "Fråga"), null, kind == DocumentKind.Letter ? 7 : null, Given.Now);
    }
}
