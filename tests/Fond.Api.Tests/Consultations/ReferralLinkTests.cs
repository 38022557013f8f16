using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fond.Api.Tests.Support;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Notifications;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Fond.Api.Tests.Consultations;

public sealed partial class ReferralLinkTests : FondTest
{
    private readonly MailCatcher _mail = new();

    protected override string[] Settings => ["--Email:Host=127.0.0.1", $"--Email:Port={_mail.Port}", "--Email:Tls=false", "--Email:Site=https://fond.kommun.example/"];

    private Referrals Lund => new(Fond);

    [Fact]
    public async Task A_body_with_an_address_is_sent_a_link_and_answers_by_it_without_signing_in()
    {
        var (id, link) = await MailedAsync();
        var page = await ReadAsync(link);
        Assert.Contains("Plan för social hållbarhet", page, StringComparison.Ordinal);
        Assert.Contains("Är det bra?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);

        var (status, refused) = await SendAsync(link, ("answers-0", "Ja <b>ja</b>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("<a href=\"#stance\">Ange ställningstagandet.</a>", refused, StringComparison.Ordinal);
        Assert.Contains("Ja &lt;b&gt;ja&lt;/b&gt;</textarea>", refused, StringComparison.Ordinal); // nothing that was written is lost
        (status, _) = await SendAsync(link, ("stance", "Supports"), ("answers-0", "Ja"));
        Assert.Equal(HttpStatusCode.OK, status);

        var seen = await Lund.ReadAsync("lund-handlaggare", id);
        Assert.Equal(("ANSWERED", "SUPPORTS"), (seen["requests"]![0]!["status"]!.GetValue<string>(), seen["requests"]![0]!["statement"]!["stance"]!.GetValue<string>()));
        Assert.Contains("Yttrandet har kommit in", await ReadAsync(link), StringComparison.Ordinal);
        (status, _) = await SendAsync(link, ("stance", "Objects"), ("answers-0", "Nej"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var trail = (await Fond.As("revisor").ReadAsync("{ audit(action: \"AnswerByLink\") { nodes { who objectType } } }"))["audit"]!["nodes"]!.AsArray();
        Assert.All(trail, entry => Assert.Equal("Kommunala funktionshinderrådet", entry!["who"]!.GetValue<string>()));
        Assert.NotEmpty(trail);
    }

    [Fact]
    public async Task The_secret_of_a_link_stands_in_no_table()
    {
        var (_, link) = await MailedAsync();
        var secret = link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];
        Assert.True(secret.Length >= 43, "32 bytes of chance");
        var (mails, links, trail) = await Fond.InDatabaseAsync(async db => (
            await db.Set<OutboxMessage>().Select(m => m.Body).ToListAsync(), await db.Set<AccessLink>().ToListAsync(), await db.Set<Features.Platform.Audit.AuditEntry>().Select(e => e.After).ToListAsync()));
        Assert.DoesNotContain(mails, body => body.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(trail, after => after?.Contains(secret, StringComparison.Ordinal) == true);
        Assert.Single(links, kept => kept.Hash == Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(secret))));
    }

    [Fact]
    public async Task A_link_opens_nothing_when_its_consultation_is_withdrawn()
    {
        var (id, link) = await MailedAsync();
        await Lund.Officer.DoAsync("withdrawConsultation", new { consultationId = id, reason = "Fel underlag" }, "consultation { id }");
        await GoneAsync(link);
    }

    [Fact]
    public async Task A_withdrawn_consultation_is_told_to_the_address_without_a_link()
    {
        var (id, _) = await MailedAsync();
        await Lund.Officer.DoAsync("withdrawConsultation", new { consultationId = id, reason = "Fel underlag" }, "consultation { id }");
        await Fond.SweepAsync();
        var told = _mail.Messages.Select(Mail).Last(m => m.To.ToString().Contains("radet@", StringComparison.Ordinal));
        Assert.Contains("är återkallad och ska inte besvaras. Skäl: Fel underlag", told.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("lank=", told.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_asks_for_more_time_by_its_link_and_is_told_the_answer()
    {
        var (id, link) = await MailedAsync();
        var body = (await Lund.BodiesAsync())[1];
        var no = new { consultationId = id, bodyId = body, reason = "Ärendet ska avgöras i juni." };
        await Lund.Officer.RefusedAsync("CONSULTATION_TIME_NOT_WANTED", "declineExtension", no, "bodyId");
        var (status, page) = await SendAsync(link, "/remiss/tid", ("lastDay", "snart"), ("reason", "Rådet möts den 10 juni."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("<a href=\"#lastDay\">Ange dagen, som 2026-06-15.</a>", page, StringComparison.Ordinal);
        Assert.Contains("Rådet möts den 10 juni.</textarea>", page, StringComparison.Ordinal); // nothing that was written is lost
        (status, page) = await SendAsync(link, "/remiss/tid", ("lastDay", "2026-05-01"), ("reason", "Rådet möts den 10 juni."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        (status, page) = await SendAsync(link, "/remiss/tid", ("lastDay", "2026-06-15"), ("reason", "Rådet möts den 10 juni."));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Er begäran har kommit in.", page, StringComparison.Ordinal);
        Assert.Contains("tid till och med 2026-06-15. Begäran är inte besvarad än.", await ReadAsync(link), StringComparison.Ordinal);
        Assert.Contains("Rådet möts den 10 juni.", (await Lund.ToldAsync("lund-handlaggare"))[0], StringComparison.Ordinal);

        await Lund.Officer.RefusedAsync("CONSULTATION_REASON_MISSING", "declineExtension", no with { reason = " " }, "reason");
        await Fond.As("helsingborg-handlaggare").RefusedAsync("NOT_FOUND", "declineExtension", no, "consultationId");
        await Fond.As("lund-remiss-2").ForbiddenAsync("FORBIDDEN", "mutation($input: DeclineExtensionInput!) { declineExtension(input: $input) { errors { code } } }", new { input = no });
        var declined = (await Lund.Officer.DoAsync("declineExtension", no, "consultation { requests { lastDay wanted { askedBy { name } declined { reason declinedBy { id } } } } }"))["consultation"]!["requests"]![0]!;
        Assert.Equal(("2026-06-01", "Ärendet ska avgöras i juni."), (declined["lastDay"]!.GetValue<string>(), declined["wanted"]!["declined"]!["reason"]!.GetValue<string>()));
        Assert.Null(declined["wanted"]!["askedBy"]);
        await Lund.Officer.RefusedAsync("CONSULTATION_TIME_NOT_WANTED", "declineExtension", no, "bodyId");
        await Fond.SweepAsync();
        var told = _mail.Messages.Select(Mail).Last(m => m.To.ToString().Contains("radet@", StringComparison.Ordinal));
        Assert.Contains("är avslagen. Sista dagen är fortfarande 2026-06-01. Skäl: Ärendet ska avgöras i juni.", told.TextBody, StringComparison.Ordinal);
        Assert.Contains("är avslagen. Skäl: Ärendet ska avgöras i juni.", await ReadAsync(LinkIn(told)), StringComparison.Ordinal);
        (status, _) = await SendAsync(link, ("stance", "Supports"), ("answers-0", "Ja"));
        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task A_body_that_declines_to_comment_is_not_waited_for_and_answers_no_question()
    {
        var (id, link) = await MailedAsync();
        var (status, _) = await SendAsync(link, ("stance", "Declines"));
        Assert.Equal(HttpStatusCode.OK, status);
        await Fond.As("lund-remiss-3").DoAsync("answerConsultation", Referrals.Answer(id, (await Lund.BodiesAsync())[2]), "consultation { id }");
        var seen = await Lund.ReadAsync("lund-handlaggare", id);
        Assert.NotNull(seen["overAt"]);
        var compiled = seen["compilation"]!;
        Assert.Equal(["SUPPORTS"], compiled["questions"]![0]!["byStance"]!.AsArray().Select(s => s!["stance"]!.GetValue<string>()));
        Assert.Contains(compiled["stances"]!.AsArray(), s => s!["stance"]!.GetValue<string>() == "DECLINES" && s["count"]!.GetValue<int>() == 1);
    }

    [Fact]
    public async Task A_link_opens_nothing_when_its_consultation_has_closed()
    {
        var (id, link) = await MailedAsync();
        Fond.Clock.SetUtcNow(new(2026, 6, 2, 9, 0, 0, TimeSpan.Zero));
        Assert.Contains("märks som för sent inkommet", await ReadAsync(link), StringComparison.Ordinal);
        await Lund.Officer.DoAsync("closeConsultation", new { consultationId = id }, "consultation { id }");
        await GoneAsync(link);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' OR ''='")]
    [InlineData("å")]
    public async Task A_secret_that_was_never_given_out_opens_nothing(string secret)
    {
        await MailedAsync();
        await GoneAsync("/remiss?lank=" + Uri.EscapeDataString(secret));
    }

    [Fact]
    public async Task An_officer_hands_a_new_link_over_and_the_old_one_no_longer_holds()
    {
        var (id, old) = await MailedAsync();
        var bodies = await Lund.BodiesAsync();
        var input = new { consultationId = id, bodyId = bodies[1], idempotencyKey = "k" };
        await Fond.As("lund-remiss-2").ForbiddenAsync("FORBIDDEN", "mutation($input: IssueReferralLinkInput!) { issueReferralLink(input: $input) { errors { code } } }", new { input });
        await Fond.As("helsingborg-handlaggare").RefusedAsync("NOT_FOUND", "issueReferralLink", input, "consultationId");
        await Lund.Officer.RefusedAsync("CONSULTATION_BODY_NOT_ASKED", "issueReferralLink", new { consultationId = id, bodyId = bodies[5] });
        var address = (await Lund.Officer.DoAsync("issueReferralLink", input, "link { address }"))["link"]!["address"]!.GetValue<string>();
        Assert.StartsWith("https://fond.kommun.example/remiss?lank=", address, StringComparison.Ordinal);
        Assert.Null((await Lund.Officer.DoAsync("issueReferralLink", input, "link { address }"))["link"]!["address"]); // told once
        await GoneAsync(old);
        Assert.Contains("Är det bra?", await ReadAsync(new Uri(address).PathAndQuery), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_to_an_address_has_a_link_and_an_answered_body_gets_none()
    {
        var (_, link) = await MailedAsync();
        Fond.Clock.SetUtcNow(new(2026, 5, 26, 9, 0, 0, TimeSpan.Zero));
        await Fond.SweepAsync();
        var reminder = _mail.Messages.Select(Mail).Last(m => m.To.ToString().Contains("radet@", StringComparison.Ordinal));
        Assert.Contains("Påminnelse", reminder.TextBody, StringComparison.Ordinal);
        Assert.NotEqual(link, LinkIn(reminder));
        Assert.Contains("Är det bra?", await ReadAsync(LinkIn(reminder)), StringComparison.Ordinal);
        Assert.Contains("Är det bra?", await ReadAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_one_address()
    {
        var bodies = await Lund.BodiesAsync();
        await Lund.Officer.RefusedAsync("PERSON_EMAIL_INVALID", "createConsultation",
            new { title = "Remiss", lastDay = "2026-06-01", bodyIds = new[] { bodies[1] }, addresses = new[] { new { bodyId = bodies[1], email = "a@example.org, b@example.org" } } }, "addresses.0.email");
    }

    private async Task<(string Id, string Link)> MailedAsync()
    {
        var bodies = await Lund.BodiesAsync();
        var (id, _) = await Lund.SentAsync(d => d["addresses"] = new JsonArray(new JsonObject { ["bodyId"] = bodies[1], ["email"] = "radet@kommun.example" }));
        await Fond.SweepAsync();
        return (id, LinkIn(Assert.Single(_mail.Messages.Select(Mail), m => m.To.ToString().Contains("radet@", StringComparison.Ordinal))));
    }

    private async Task<string> ReadAsync(string link)
    {
        using var response = await GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task GoneAsync(string link)
    {
        using var response = await GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("Är det bra?", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(link, ("stance", "Supports"), ("answers-0", "Ja"))).Status);
    }

    private async Task<HttpResponseMessage> GetAsync(string link)
    {
        var client = new Client(Fond, null) { Language = "sv" };
        return await client.SendAsync(await client.RequestAsync(HttpMethod.Get, link));
    }

    /// <summary>As the form of the page does.</summary>
    private Task<(HttpStatusCode Status, string Page)> SendAsync(string link, params (string Name, string Value)[] fields) => SendAsync(link, "/remiss", fields);

    private async Task<(HttpStatusCode Status, string Page)> SendAsync(string link, string form, params (string Name, string Value)[] fields)
    {
        var client = new Client(Fond, null) { Language = "sv" };
        using var request = await client.RequestAsync(HttpMethod.Post, form);
        var secret = Uri.UnescapeDataString(link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        request.Content = new FormUrlEncodedContent([new("lank", secret), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static MimeMessage Mail(string message) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(message)));

    private static string LinkIn(MimeMessage mail) => Link.Match(mail.TextBody!).Groups["path"].Value;

    [GeneratedRegex(@"https://fond\.kommun\.example(?<path>/remiss\?lank=[\w-]+)")]
    private static partial Regex Link { get; }
}
