using System.Text.Json.Nodes;
using Fond.Api.Tests.Consultations;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Notifications;

/// <summary>Without a mail server nothing seems to have been sent that reaches nobody.</summary>
public sealed class WithoutMailServerTests : FondTest
{
    private Stages Stages => new(Fond);

    private Referrals Lund => new(Fond);

    [Fact]
    public async Task No_manager_is_asked_by_an_address()
    {
        var application = await Cases.WholeDraftAsync(Fond);
        await Stages.Lead.RefusedAsync("EMAIL_UNAVAILABLE", "requestEndorsement", new { applicationId = application, organisation = "Kulturnämnden", email = "chef@kultur.example" }, "email");
    }

    [Fact]
    public async Task No_body_is_asked_by_an_address()
    {
        var bodies = await Lund.BodiesAsync();
        await Lund.Officer.RefusedAsync("EMAIL_UNAVAILABLE", "createConsultation",
            new { title = "Remiss", lastDay = "2026-06-01", bodyIds = new[] { bodies[1] }, addresses = new[] { new { bodyId = bodies[1], email = "radet@kommun.example" } } }, "addresses.0.email");
    }

    [Fact]
    public async Task A_draft_from_before_the_mail_server_was_gone_is_not_sent()
    {
        var bodies = await Lund.BodiesAsync();
        string draft;
        await using (var mailing = await Fond.AgainAsync("--Email:Host=127.0.0.1", "--Email:Port=9", "--Email:Tls=false"))
            draft = await new Referrals(mailing).DraftAsync([bodies[1]], d => d["addresses"] = new JsonArray(new JsonObject { ["bodyId"] = bodies[1], ["email"] = "radet@kommun.example" }));
        await Lund.Officer.RefusedAsync("EMAIL_UNAVAILABLE", "sendConsultation", new { consultationId = draft });
    }

    [Fact]
    public async Task Whoever_sends_a_consultation_is_told_which_bodies_it_does_not_reach()
    {
        var bodies = await Lund.BodiesAsync();
        var unseated = (await Fond.As("administrator").DoAsync("saveBody", new { name = "Byalaget i Dalby", kind = "REFERRAL_BODY", municipality = "Lund", quorum = 1 }, "body { id }"))["body"]!["id"]!.GetValue<string>();
        await Lund.Officer.DoAsync("sendConsultation", new { consultationId = await Lund.DraftAsync([bodies[1], unseated]) }, "consultation { id }");
        Assert.StartsWith("The consultation in KS 2026/1 has not reached Byalaget i Dalby:", Assert.Single(await Lund.ToldAsync("lund-handlaggare")), StringComparison.Ordinal);
    }
}
