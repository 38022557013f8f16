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
    public async Task Whoever_handles_a_consultation_is_told_which_bodies_each_step_does_not_reach()
    {
        var bodies = await Lund.BodiesAsync();
        var unseated = await UnseatedAsync("Byalaget i Dalby");
        var id = await Lund.DraftAsync([bodies[1], unseated]);
        await StepAsync("sendConsultation", new { consultationId = id }, "Hand over a link.", "A statement in KS 2026/1 is asked for by");
        await StepAsync("extendConsultation", new { consultationId = id, bodyId = unseated, lastDay = "2026-12-01", reason = "Byalaget möts i november" }, "Hand over a link.", "The last day is 2026-12-01");
        await StepAsync("withdrawConsultation", new { consultationId = id, reason = "Programmet dras tillbaka" }, "Tell them in another way.", "is not to be answered. Reason: Programmet dras tillbaka");
    }

    [Fact]
    public async Task Bodies_that_have_another_last_day_are_told_of_apart()
    {
        var (first, second) = (await UnseatedAsync("Byalaget i Dalby"), await UnseatedAsync("Byalaget i Genarp"));
        var id = await Lund.DraftAsync([first, second]);
        await Lund.Officer.DoAsync("sendConsultation", new { consultationId = id }, "consultation { id }");
        await Lund.Officer.DoAsync("extendConsultation", new { consultationId = id, bodyId = first, lastDay = "2026-12-01", reason = "Byalaget möts i november" }, "consultation { id }");
        await Lund.Officer.DoAsync("extendConsultation", new { consultationId = id, lastDay = "2026-10-01", reason = "Sommaren" }, "consultation { id }");
        var told = await Lund.ToldAsync("lund-handlaggare");
        Assert.Contains(told, t => t.StartsWith("This has not reached Byalaget i Genarp:", StringComparison.Ordinal) && t.Contains("The last day is 2026-10-01", StringComparison.Ordinal));
        Assert.Equal(2, told.Count(t => t.StartsWith("This has not reached Byalaget i Dalby:", StringComparison.Ordinal) && t.Contains("The last day is 2026-12-01", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_officers_are_told_whom_a_reminder_does_not_reach()
    {
        var unseated = await UnseatedAsync("Byalaget i Dalby");
        await Lund.Officer.DoAsync("sendConsultation", new { consultationId = await Lund.DraftAsync([unseated]) }, "consultation { id }");
        Fond.Clock.Advance(TimeSpan.FromDays(new DateOnly(2026, 6, 1).DayNumber - Fond.Today.DayNumber - 1));
        await Fond.SweepAsync();
        Assert.Contains(await Lund.ToldAsync("lund-handlaggare"), told => told.StartsWith("This has not reached Byalaget i Dalby:", StringComparison.Ordinal) && told.Contains("Reminder: no statement in", StringComparison.Ordinal));
    }

    /// <summary>A body in which nobody signs in.</summary>
    private async Task<string> UnseatedAsync(string name) =>
        (await Fond.As("administrator").DoAsync("saveBody", new { name, kind = "REFERRAL_BODY", municipality = "Lund", quorum = 1 }, "body { id }"))["body"]!["id"]!.GetValue<string>();

    private async Task StepAsync(string mutation, object input, string way, string said)
    {
        await Lund.Officer.DoAsync(mutation, input, "consultation { id }");
        Assert.Single(await Lund.ToldAsync("lund-handlaggare"), told =>
            told.StartsWith("This has not reached Byalaget i Dalby:", StringComparison.Ordinal) && told.Contains(way, StringComparison.Ordinal) && told.Contains(said, StringComparison.Ordinal));
    }
}
