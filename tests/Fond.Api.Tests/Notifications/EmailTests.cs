using Fond.Api.Tests.Support;
using MimeKit;

namespace Fond.Api.Tests.Notifications;

public sealed class EmailTests : FondTest
{
    private readonly MailCatcher _mail = new();

    protected override string[] Settings => ["--Email:Host=127.0.0.1", $"--Email:Port={_mail.Port}", "--Email:Tls=false", "--Email:From=fond@kommun.example"];

    [Fact]
    public async Task A_submission_is_told_by_inbox_and_by_mail()
    {
        var number = await SubmitAsync();
        await Fond.SweepAsync();
        var inbox = (await Fond.As("helsingborg-projektledare").ReadAsync("{ notifications(unread: true) { nodes { id subject } } }"))["notifications"]!["nodes"]!.AsArray();
        Assert.Contains(inbox, n => n!["subject"]!.GetValue<string>() == $"Application {number} has been received");
        var received = _mail.Messages.Select(Read).ToList();
        var receipt = Assert.Single(received, m => m.Subject == $"Ansökan {number} är mottagen");
        Assert.Equal("fond@kommun.example", receipt.From.Mailboxes.Single().Address);
        Assert.Contains("diarienummer", receipt.TextBody, StringComparison.Ordinal);
        Assert.Contains("case number", receipt.TextBody, StringComparison.Ordinal);
        Assert.Contains(received, m => m.Subject == $"Ny ansökan {number}");
    }

    [Fact]
    public async Task A_repayment_that_is_overdue_is_told_by_mail()
    {
        var stages = new Stages(Fond);
        var parts = new[] { new { unit = "Socialnämnden", dueOn = "2026-06-01", amount = 30_000_000 } };
        await stages.RunningAsync(p => stages.Officer.DoAsync("agreeRepayment", new { projectId = p, model = "PLAN_FROM_SAVING_UNITS", instalments = parts }, "repaymentAgreement { id }"));
        Fond.Clock.SetUtcNow(new(2026, 6, 2, 0, 0, 0, TimeSpan.Zero));
        await Fond.SweepAsync();
        var told = _mail.Messages.Select(Read).Where(m => m.Subject?.StartsWith("Förfallen återföring: ", StringComparison.Ordinal) == true).ToList();
        Assert.NotEmpty(told);
        Assert.All(told, m => Assert.Contains("senast 2026-06-01 av Socialnämnden. 300\u00a0000 kr återstår.", m.TextBody, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_leaves_once()
    {
        await SubmitAsync();
        await Fond.SweepAsync();
        var sent = _mail.Messages.Count;
        await Fond.SweepAsync();
        Assert.Equal(sent, _mail.Messages.Count);
        Assert.Equal(sent, _mail.Messages.Select(Read).Select(m => m.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_server_that_keeps_refusing_becomes_an_incident_that_can_be_retried()
    {
        _mail.Refuses = true;
        await SubmitAsync();
        for (var i = 0; i < 5; i++)
        {
            await Fond.SweepAsync();
            Fond.Clock.Advance(TimeSpan.FromMinutes(31));
        }
        var administrator = Fond.As("administrator");
        var incidents = (await administrator.ReadAsync("{ incidents(open: true) { nodes { id kind error } } }"))["incidents"]!["nodes"]!.AsArray();
        Assert.NotEmpty(incidents);
        Assert.All(incidents, i => Assert.Equal("EMAIL", i!["kind"]!.GetValue<string>()));
        Assert.Empty(_mail.Messages);

        _mail.Refuses = false;
        foreach (var incident in incidents)
            await administrator.DoAsync("retryIncident", new { incidentId = incident!["id"]!.GetValue<string>() }, "incident { retriedAt }");
        await administrator.RefusedAsync("INCIDENT_ALREADY_RETRIED", "retryIncident", new { incidentId = incidents[0]!["id"]!.GetValue<string>() });
        await Fond.SweepAsync();
        Assert.Equal(incidents.Count, _mail.Messages.Count);
    }

    [Fact]
    public async Task An_inbox_is_one_s_own()
    {
        await SubmitAsync();
        var mine = (await Fond.As("helsingborg-projektledare").ReadAsync("{ notifications { nodes { id } } }"))["notifications"]!["nodes"]![0]!["id"]!.GetValue<string>();
        await Fond.As("haninge-projektledare").RefusedAsync("NOT_FOUND", "markNotificationRead", new { notificationId = mine }, "notificationId");
        var read = await Fond.As("helsingborg-projektledare").DoAsync("markNotificationRead", new { notificationId = mine }, "notification { readAt }");
        Assert.NotNull(read["notification"]!["readAt"]);
    }

    private async Task<string> SubmitAsync() => await Cases.SubmittedNumberAsync(Fond);

    private static MimeMessage Read(string message)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(message));
        return MimeMessage.Load(stream);
    }
}
