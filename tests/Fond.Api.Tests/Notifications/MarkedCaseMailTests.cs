using Fond.Api.Tests.Support;
using Fond.Features.Platform.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Notifications;

/// <summary>E-mail is read by whoever carries it: what a case is called after is in none, where that is marked.</summary>
public sealed class MarkedCaseMailTests : FondTest
{
    protected override string[] Settings => ["--Email:Host=127.0.0.1", "--Email:Port=9", "--Email:Tls=false"];

    private Stages Stages => new(Fond);

    [Fact]
    public async Task A_marked_name_goes_by_no_mail_and_the_inbox_has_the_message()
    {
        var application = await Cases.SubmittedAsync(Fond);
        var said = (await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { title organisation caseNumber } } }", new { id = application }))["node"]!;
        var (title, organisation, number) = (said["title"]!.GetValue<string>(), said["organisation"]!.GetValue<string>(), said["caseNumber"]!.GetValue<string>());
        foreach (var field in new[] { "title", "organisation" }) await Stages.Officer.DoAsync("markApplication", new { applicationId = application, field, ground = "OSL 26 kap. 1 §" }, "application { id }");
        var before = await Fond.InDatabaseAsync(db => db.Set<OutboxMessage>().MaxAsync(m => m.Id));
        await Stages.Officer.DoAsync("requestSupplement", new { applicationId = application, request = "Mer", lastDay = "2026-03-20" }, "application { id }");
        await Stages.Lead.DoAsync("requestEndorsement", new { applicationId = application, organisation = "Kulturnämnden", email = "chef@kultur.example" }, "endorsement { id }");
        var mails = await Fond.InDatabaseAsync(db => db.Set<OutboxMessage>().Where(m => m.Id > before).Select(m => m.Subject + "\n" + m.Body).ToListAsync());
        Assert.Contains(mails, mail => mail.StartsWith($"Nytt i ärende {number}", StringComparison.Ordinal));
        Assert.Contains(mails, mail => mail.StartsWith("Tillstyrkan önskas: Ansökan", StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.False(mail.Contains(title, StringComparison.OrdinalIgnoreCase) || mail.Contains(organisation, StringComparison.OrdinalIgnoreCase), mail));
        var inbox = (await Stages.Lead.ReadAsync("{ notifications(first: 5) { nodes { subject body } } }"))["notifications"]!.ToJsonString();
        Assert.DoesNotContain("News in case", inbox, StringComparison.Ordinal);
    }
}
