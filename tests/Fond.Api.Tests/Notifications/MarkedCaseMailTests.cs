using Fond.Api.Tests.Support;
using Fond.Features.Platform.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Notifications;

/// <summary>E-mail is read by whoever carries it: what a case is called after is in none, where that is marked.</summary>
public sealed class MarkedCaseMailTests : FondTest
{
    protected override string[] Settings => ["--Email:Host=127.0.0.1", "--Email:Port=9", "--Email:Tls=false"];

    private const string Secret = "Kvastfena";

    private Client Member => Fond.As("helsingborg-rad-1");

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
        Assert.Contains(mails, mail => mail.StartsWith($"Tillstyrkan önskas i ärende {number}", StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.False(mail.Contains(title, StringComparison.OrdinalIgnoreCase) || mail.Contains(organisation, StringComparison.OrdinalIgnoreCase), mail));
        var inbox = (await Stages.Lead.ReadAsync("{ notifications(first: 5) { nodes { subject body } } }"))["notifications"]!.ToJsonString();
        Assert.DoesNotContain("News in case", inbox, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("need")]
    public async Task What_is_written_back_and_forth_of_a_case_with_any_mark_goes_by_no_mail(string? field)
    {
        var application = await Stages.AcceptedAsync();
        var number = (await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { caseNumber } } }", new { id = application }))["node"]!["caseNumber"]!.GetValue<string>();
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, field, ground = "OSL 26 kap. 1 §" }, "application { id }");
        var before = await Fond.InDatabaseAsync(db => db.Set<OutboxMessage>().MaxAsync(m => m.Id));
        var council = (await Stages.Officer.ReadAsync("{ bodies(kind: COUNCIL) { nodes { id } } }"))["bodies"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var consultation = (await Stages.Officer.DoAsync("createConsultation", new { applicationId = application, title = $"Remiss om {Secret}", lastDay = "2026-04-01", caseNumber = "KS 2026/1", letter = Secret, questions = new[] { Secret }, bodyIds = new[] { council }, addresses = new[] { new { bodyId = council, email = "radet@kommun.example" } } }, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        await Stages.Officer.DoAsync("sendConsultation", new { consultationId = consultation }, "consultation { id }");
        await Member.DoAsync("requestExtension", new { consultationId = consultation, bodyId = council, lastDay = "2026-04-20", reason = $"Om {Secret}" }, "consultation { id }");
        await Stages.Officer.DoAsync("declineExtension", new { consultationId = consultation, bodyId = council, reason = $"För {Secret}" }, "consultation { id }");
        Fond.Clock.Advance(TimeSpan.FromDays(16)); // a week before the last day
        await Fond.SweepAsync();
        await Stages.Officer.DoAsync("withdrawConsultation", new { consultationId = consultation, reason = Secret }, "consultation { id }");

        var mails = await Fond.InDatabaseAsync(db => db.Set<OutboxMessage>().Where(m => m.Id > before && m.Key.StartsWith("consultation:")).Select(m => new { m.Key, Text = m.Subject + "\n" + m.Body }).ToListAsync());
        Assert.Equal(["reminder", "sent", "time", "time-declined", "withdrawn"], mails.Select(m => m.Key.Split(':')[2]).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(mails, mail => mail.Key.Contains(":body:", StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Contains(number, mail.Text, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.DoesNotContain(Secret, mail.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(Secret, (await Member.ReadAsync("{ notifications(first: 10) { nodes { subject body } } }"))["notifications"]!.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }
}
