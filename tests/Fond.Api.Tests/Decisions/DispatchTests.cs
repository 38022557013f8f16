using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Fond.Domain.Applications;
using Fond.Domain.Decisions;
using Fond.Features.Platform.GraphQL;
using Microsoft.EntityFrameworkCore;
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
        }, "dispatch { text sha256 sentAt sentBy { name } recipients { name channel address } }"))["dispatch"]!;
        Assert.Equal(["Räddningstjänsten", "Skolnämnden"], sent["recipients"]!.AsArray().Select(r => r!["name"]!.GetValue<string>()));
        Assert.Equal(["EMAIL registrator@raddning.example", "INTERNAL_MAIL "], sent["recipients"]!.AsArray().Select(r => $"{r!["channel"]} {r["address"]}"));
        Assert.Equal((Fond.Clock.GetUtcNow(), "Sekreterare i styrgruppen, Helsingborg"), (sent["sentAt"]!.GetValue<DateTimeOffset>(), sent["sentBy"]!["name"]!.GetValue<string>()));
        await Fond.SweepAsync();
        var mail = _mail.Messages.Select(m => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(m)))).Single(m => m.To.ToString().Contains("registrator@raddning.example", StringComparison.Ordinal));
        foreach (var said in new[] { "Ansökan bifalls.", "Beslutet fattas med stöd av delegation från Kommunstyrelsen", "The decision rests on delegation from Kommunstyrelsen" }) Assert.Contains(said, mail.TextBody, StringComparison.Ordinal);
        var text = sent["text"]!.GetValue<string>();
        Assert.Equal(mail.TextBody!.ReplaceLineEndings("\n"), text);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), sent["sha256"]!.GetValue<string>());
        Assert.Contains("(§ 1)", mail.TextBody, StringComparison.Ordinal);
        var entries = (await Stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: DISPATCH) { nodes { direction correspondent target { id } } } }", new { a = application }))["caseDocuments"]!["nodes"]!.AsArray();
        Assert.Equal(["OUTGOING Räddningstjänsten", "OUTGOING Skolnämnden"], entries.Select(e => $"{e!["direction"]} {e["correspondent"]}").Order(StringComparer.Ordinal));
        Assert.All(entries, e => Assert.Equal(decision, e!["target"]!["id"]!.GetValue<string>()));
        await RenameAsync(application, "Ett annat namn");
        var seen = (await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Decision { dispatches { text recipients { name } } } } }", new { id = decision }))["node"]!["dispatches"]!.AsArray();
        Assert.Equal(text, Assert.Single(seen)!["text"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("title")]
    [InlineData("DECISION")]
    [InlineData("DISPATCH")]
    public async Task What_was_sent_is_read_by_those_who_handle_the_case_and_under_its_marks(string? field)
    {
        var (application, decision) = await DecidedAsync();
        var dispatch = (await Stages.Secretary.DoAsync("dispatchDecision", new { decisionId = decision, recipients = new[] { new { name = "Polisen", channel = "LETTER" } } }, "dispatch { id }"))["dispatch"]!["id"]!.GetValue<string>();
        const string sent = "query($id: ID!) { node(id: $id) { ... on Dispatch { text } } }", read = "{ audit(action: \"read\") { nodes { who objectType } } }";
        async Task<int> ReadingsAsync() => (await Fond.As("revisor").ReadAsync(read))["audit"]!["nodes"]!.AsArray().Count(e => e!["objectType"]!.GetValue<string>() == "Dispatch");
        await Stages.Officer.ReadAsync(sent, new { id = dispatch });
        Assert.Equal(0, await ReadingsAsync());
        if (field is "DECISION" or "DISPATCH") await Stages.Officer.DoAsync("markDocument", new { documentId = await EntryAsync(application, field), ground = "OSL 26 kap. 1 §" }, "document { id }");
        else await Stages.Officer.DoAsync("markApplication", new { applicationId = application, field, ground = "OSL 26 kap. 1 §" }, "application { id }");
        await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", sent, new { id = dispatch });
        foreach (var person in new[] { "haninge-handlaggare", "helsingborg-projektledare" }) Assert.Null((await Fond.As(person).ReadAsync(sent, new { id = dispatch }))["node"]);
        Assert.Equal(0, await ReadingsAsync());
        Assert.Contains("Ansökan bifalls.", (await Stages.Officer.ReadAsync(sent, new { id = dispatch }))["node"]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(1, await ReadingsAsync());
        await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Decision { reasons } } }", new { id = decision });
        Assert.Equal(field is null or "DECISION", (await Fond.As("revisor").ReadAsync(read))["audit"]!["nodes"]!.AsArray().Any(e => e!["objectType"]!.GetValue<string>() == "Decision"));
    }

    private async Task<string> EntryAsync(string application, string kind) => (await Stages.Officer.ReadAsync("query($a: ID!, $k: DocumentKind!) { caseDocuments(applicationId: $a, kind: $k) { nodes { id } } }", new { a = application, k = kind }))["caseDocuments"]!["nodes"]![0]!["id"]!.GetValue<string>();

    [Fact]
    public async Task What_was_sent_before_it_was_kept_is_told_without_its_text()
    {
        var (_, decision) = await DecidedAsync();
        await Stages.Secretary.DoAsync("dispatchDecision", new { decisionId = decision, recipients = new[] { new { name = "Polisen", channel = "LETTER" } } }, "dispatch { id }");
        await Fond.InDatabaseAsync(db => db.Set<Dispatch>().ExecuteUpdateAsync(d => d.SetProperty(x => x.Text, (string?)null)));
        var seen = (await Stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Decision { dispatches { text sha256 } } } }", new { id = decision }))["node"]!["dispatches"]![0]!;
        Assert.Equal((null, 64), (seen["text"], seen["sha256"]!.GetValue<string>().Length));
    }

    /// <summary>As nobody can by a decided case's own steps: the wording that a text is made of may change so.</summary>
    private Task<int> RenameAsync(string application, string title)
    {
        var key = GlobalId.KeyOf<Application>(application);
        return Fond.InDatabaseAsync(db => db.Set<Application>().Where(a => a.Id == key).ExecuteUpdateAsync(a => a.SetProperty(x => x.Title, title)));
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
