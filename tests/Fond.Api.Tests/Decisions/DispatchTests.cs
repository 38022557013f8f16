using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using MimeKit;

namespace Fond.Api.Tests.Decisions;

/// <summary>Expediering: a decision goes to those whom it concerns.</summary>
public sealed class DispatchTests : FondTest
{
    private readonly MailCatcher _mail = new();

    protected override string[] Settings => ["--Email:Host=127.0.0.1", $"--Email:Port={_mail.Port}", "--Email:Tls=false"];

    private Stages Stages => new(Fond);

    [Fact]
    public async Task A_decision_is_sent_by_each_channel_and_registered_to_each_recipient()
    {
        var (application, decision) = await DecidedAsync();
        var sent = (await Stages.Secretary.DoAsync("dispatchDecision", new
        {
            decisionId = decision,
            recipients = new object[] { new { name = "Räddningstjänsten", channel = "EMAIL", address = "registrator@raddning.example" }, new { name = "Skolnämnden", channel = "INTERNAL_MAIL" } },
        }, "dispatch { sha256 sentAt sentBy { name } recipients { name channel address } }"))["dispatch"]!;
        Assert.Equal(["Räddningstjänsten", "Skolnämnden"], sent["recipients"]!.AsArray().Select(r => r!["name"]!.GetValue<string>()));
        await Fond.SweepAsync();
        var mail = _mail.Messages.Select(m => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(m)))).Single(m => m.To.ToString().Contains("registrator@raddning.example", StringComparison.Ordinal));
        foreach (var said in new[] { "Ansökan bifalls.", "Beslutet fattas med stöd av delegation från Kommunstyrelsen", "The decision rests on delegation from Kommunstyrelsen" }) Assert.Contains(said, mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.TextBody!.ReplaceLineEndings("\n")))), sent["sha256"]!.GetValue<string>());
        Assert.Contains("(§ 1)", mail.TextBody, StringComparison.Ordinal);
        var entries = (await Stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: DISPATCH) { nodes { direction correspondent target { id } } } }", new { a = application }))["caseDocuments"]!["nodes"]!.AsArray();
        Assert.Equal(["OUTGOING Räddningstjänsten", "OUTGOING Skolnämnden"], entries.Select(e => $"{e!["direction"]} {e["correspondent"]}").Order(StringComparer.Ordinal));
        Assert.All(entries, e => Assert.Equal(decision, e!["target"]!["id"]!.GetValue<string>()));
        var seen = (await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Decision { dispatches { recipients { name } } } } }", new { id = decision }))["node"]!["dispatches"]!.AsArray();
        Assert.Single(seen);
    }

    [Fact]
    public async Task Whoever_sends_gives_recipients_that_can_be_reached()
    {
        var (application, decision) = await DecidedAsync();
        object To(object recipient) => new { decisionId = decision, recipients = new[] { recipient } };
        await Stages.Secretary.RefusedAsync("DISPATCH_RECIPIENTS_INVALID", "dispatchDecision", new { decisionId = decision, recipients = Array.Empty<object>() }, "recipients");
        await Stages.Secretary.RefusedAsync("DISPATCH_NAME_INVALID", "dispatchDecision", To(new { name = " ", channel = "LETTER" }), "recipients.0.name");
        await Stages.Secretary.RefusedAsync("DISPATCH_ADDRESS_MISSING", "dispatchDecision", To(new { name = "Polisen", channel = "EMAIL" }), "recipients.0.address");
        await Stages.Secretary.RefusedAsync("PERSON_EMAIL_INVALID", "dispatchDecision", To(new { name = "Polisen", channel = "EMAIL", address = "a@example.org\r\nBcc: b@example.org" }), "recipients.0.address");
        await Stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = "OSL 26 kap. 1 §" }, "application { id }");
        await Stages.Secretary.RefusedAsync("DISPATCH_SECRET", "dispatchDecision", To(new { name = "Polisen", channel = "EMAIL", address = "registrator@polisen.example" }), "recipients.0.channel");
        const string send = "mutation($input: DispatchDecisionInput!) { dispatchDecision(input: $input) { errors { code } } }";
        await Fond.As("helsingborg-registrator").DoAsync("declareRecusal", new { applicationId = application, ground = "OTHER_CIRCUMSTANCE", reason = "Vän med sökanden" }, "recusal { id }");
        await Fond.As("helsingborg-registrator").RefusedAsync("NOT_FOUND", "dispatchDecision", To(new { name = "Polisen", channel = "LETTER" }), "decisionId");
        foreach (var person in new[] { "helsingborg-projektledare", "helsingborg-ledamot-1" })
            await Fond.As(person).ForbiddenAsync("FORBIDDEN", send, new { input = To(new { name = "Polisen", channel = "LETTER" }) });
        await Fond.As("haninge-sekreterare").RefusedAsync("NOT_FOUND", "dispatchDecision", To(new { name = "Polisen", channel = "LETTER" }), "decisionId");
        Assert.Empty((await Fond.As("haninge-sekreterare").ReadAsync("query($id: ID!) { node(id: $id) { ... on Decision { dispatches { sentAt } } } }", new { id = decision }))["node"]!["dispatches"]!.AsArray());
    }

    [Fact]
    public async Task To_whom_a_marked_decision_was_sent_is_marked_as_the_decision_is()
    {
        var (application, decision) = await DecidedAsync();
        await DispatchAsync("Räddningstjänsten");
        await MarkAsync("OSL 26 kap. 1 §");
        await DispatchAsync("Polisen");
        Assert.Equal([(true, null), (true, null)], await ShownAsync());
        await MarkAsync(null);
        Assert.Equal([(false, "Polisen"), (false, "Räddningstjänsten")], await ShownAsync());

        Task DispatchAsync(string name) => Stages.Secretary.DoAsync("dispatchDecision", new { decisionId = decision, recipients = new[] { new { name, channel = "LETTER" } } }, "dispatch { id }");
        async Task MarkAsync(string? ground)
        {
            var entry = (await Stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: DECISION) { nodes { id } } }", new { a = application }))["caseDocuments"]!["nodes"]![0]!["id"]!.GetValue<string>();
            await Stages.Officer.DoAsync("markDocument", new { documentId = entry, ground }, "document { id }");
        }

        async Task<IEnumerable<(bool, string?)>> ShownAsync()
        {
            var number = (await Stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { caseNumber } } }", new { a = application }))["node"]!["caseNumber"]!.GetValue<string>();
            return (await Fond.As(null).ReadAsync("query($n: String!) { publicDocuments(municipality: \"Helsingborg\", caseNumber: $n) { kind isMarked correspondent } }", new { n = number }))["publicDocuments"]!.AsArray()
                .Where(d => d!["kind"]!.GetValue<string>() == "DISPATCH").Select(d => (d!["isMarked"]!.GetValue<bool>(), d["correspondent"]?.GetValue<string>())).OrderBy(d => d.Item2, StringComparer.Ordinal);
        }
    }

    private async Task<(string Application, string Decision)> DecidedAsync()
    {
        var application = await Stages.AwaitingDecisionAsync();
        var decision = await Stages.Chair.DoAsync("decideApplication", await Stages.DecisionAsync(application, "GRANTED", await Stages.AskedAsync(application)), "decision { id }");
        return (application, decision["decision"]!["id"]!.GetValue<string>());
    }
}
