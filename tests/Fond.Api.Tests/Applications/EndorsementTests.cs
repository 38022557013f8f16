using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fond.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Fond.Api.Tests.Applications;

public sealed partial class EndorsementTests : FondTest
{
    private readonly MailCatcher _mail = new();

    protected override string[] Settings => ["--Email:Host=127.0.0.1", $"--Email:Port={_mail.Port}", "--Email:Tls=false"];

    private Client Lead => Fond.As("helsingborg-projektledare");

    private Client Manager => Fond.As("skoldirektor");

    [Fact]
    public async Task A_call_that_demands_it_takes_no_application_before_each_partners_manager_has_endorsed()
    {
        var id = await WholeAsync(demands: true);
        var manager = await ManagerAsync();
        var refused = (await Lead.TryAsync("submitApplication", new { applicationId = id }, "__typename"))["errors"]!.AsArray().Single()!;
        Assert.Equal("APPLICATION_ENDORSEMENT_MISSING", refused["code"]!.GetValue<string>());
        Assert.Contains("Barn- och utbildningsnämnden, Polisen", refused["message"]!.GetValue<string>(), StringComparison.Ordinal);

        var asked = await AskAsync(id, "barn- och  utbildningsnämnden", personId: manager);
        await AskAsync(id, "Polisen", email: "chef@polisen.example");
        await Fond.SweepAsync();
        await AnswerAsync(asked, "Skoldirektör", willImplement: true);
        refused = (await Lead.TryAsync("submitApplication", new { applicationId = id }, "__typename"))["errors"]!.AsArray().Single()!;
        Assert.EndsWith(": Polisen.", refused["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(LinkTo("chef@polisen.example"), ("endorses", "yes"), ("willImplement", "no"), ("office", "Lokalpolisområdeschef"))).Status);
        await Lead.DoAsync("submitApplication", new { applicationId = id }, "application { phase }");

        var seen = (await Fond.As("helsingborg-handlaggare").ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { endorsements { organisation endorses office willImplement answeredOn endorsedVersion } } } }", new { id }))["node"]!["endorsements"]!.AsArray();
        Assert.Equal([1, 1], seen.Select(e => e!["endorsedVersion"]!.GetValue<int>()));
        Assert.Equal(["Barn- och utbildningsnämnden Skoldirektör true true 2026-03-10", "Polisen Lokalpolisområdeschef true false 2026-03-10"],
            seen.Select(e => $"{e!["organisation"]} {e["office"]} {e["endorses"]!.ToJsonString()} {e["willImplement"]!.ToJsonString()} {e["answeredOn"]}"));
        Assert.Equal(["Polisen", "Barn- och utbildningsnämnden"], await RegisteredAsync(id));

        await Fond.As("helsingborg-handlaggare").DoAsync("requestSupplement", new { applicationId = id, request = "Mer om behovet", lastDay = Fond.Today.AddDays(10).ToString("yyyy-MM-dd", null) }, "application { id }");
        await Lead.DoAsync("saveApplicationDraft", new { applicationId = id, content = new { need = "Behovet, med mer om det" } }, "application { id }");
        Assert.Null((await Manager.ReadAsync("query($id: ID!) { node(id: $id) { ... on Endorsement { content { need } } } }", new { id = asked }))["node"]!["content"]); // it has been answered
        await Lead.DoAsync("supplementApplication", new { applicationId = id }, "application { id }");
    }

    [Fact]
    public async Task Without_the_demand_an_application_is_taken_and_an_endorsement_may_still_come()
    {
        var id = await WholeAsync(demands: false);
        var asked = await AskAsync(id, "Polisen", personId: await ManagerAsync());
        await Lead.DoAsync("submitApplication", new { applicationId = id }, "application { phase }");
        await AnswerAsync(asked, "Chef");
        Assert.Equal(["Polisen"], await RegisteredAsync(id));
        await Manager.RefusedAsync("ENDORSEMENT_ALREADY_ANSWERED", "answerEndorsement", new { endorsementId = asked, endorses = false, office = "Chef", textSha256 = "" });
    }

    [Fact]
    public async Task An_endorsement_tells_which_text_it_is_of_and_none_where_that_was_changed_before_it_was_handed_in()
    {
        var id = await WholeAsync(demands: false);
        var asked = await AskAsync(id, "Polisen", personId: await ManagerAsync());
        await AnswerAsync(asked, "Chef");
        await Lead.DoAsync("saveApplicationDraft", new { applicationId = id, title = "Ett annat namn" }, "application { id }");
        await Lead.DoAsync("submitApplication", new { applicationId = id }, "application { phase }");
        var read = (await Fond.As("helsingborg-handlaggare").ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { versions { sha256 } endorsements { endorsedVersion sha256 } } } }", new { id }))["node"]!;
        var endorsement = read["endorsements"]!.AsArray().Single()!;
        Assert.Null(endorsement["endorsedVersion"]);
        Assert.Equal(64, endorsement["sha256"]!.GetValue<string>().Length);
        Assert.NotEqual(read["versions"]![0]!["sha256"]!.GetValue<string>(), endorsement["sha256"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_has_been_changed_since_the_manager_read_it_is_not_endorsed()
    {
        var id = await WholeAsync(demands: false);
        var asked = await AskAsync(id, "Polisen", personId: await ManagerAsync());
        var shown = await ShownAsync(asked);
        await Lead.DoAsync("saveApplicationDraft", new { applicationId = id, title = "Ett annat namn" }, "application { id }");
        await Manager.RefusedAsync("ENDORSEMENT_TEXT_CHANGED", "answerEndorsement", new { endorsementId = asked, endorses = true, office = "Chef", textSha256 = shown }, "textSha256");
        Assert.NotEqual(shown, await ShownAsync(asked));
        await AnswerAsync(asked, "Chef");

        await AskAsync(id, "Barn- och utbildningsnämnden", email: "chef@bun.example");
        await Fond.SweepAsync();
        var link = LinkTo("chef@bun.example");
        var (status, page) = await SendAsync(link, async () => await Lead.DoAsync("saveApplicationDraft", new { applicationId = id, content = new { need = "Mer." } }, "application { id }"), ("endorses", "yes"), ("office", "Chef"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("<a href=\"#textSha256\">Ansökan har ändrats sedan du läste den.", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(link, ("endorses", "yes"), ("office", "Chef"))).Status);
    }

    [Fact]
    public async Task Where_it_is_demanded_an_endorsement_of_an_older_text_does_not_count_and_is_asked_for_again()
    {
        var id = await WholeAsync(demands: true);
        var manager = await ManagerAsync();
        await AnswerAsync(await AskAsync(id, "Barn- och utbildningsnämnden", personId: manager), "Chef");
        await AnswerAsync(await AskAsync(id, "Polisen", personId: manager), "Chef");
        await Lead.DoAsync("saveApplicationDraft", new { applicationId = id, title = "Ett annat namn" }, "application { id }");
        await Lead.RefusedAsync("APPLICATION_ENDORSEMENT_MISSING", "submitApplication", new { applicationId = id });
        Fond.Clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var partner in new[] { "Barn- och utbildningsnämnden", "Polisen" }) await AnswerAsync(await AskAsync(id, partner, personId: manager), "Chef");
        await Lead.DoAsync("submitApplication", new { applicationId = id }, "application { phase }");
    }

    [Fact]
    public async Task An_endorsement_of_somebody_who_has_begun_to_write_since_no_longer_counts_and_another_is_asked_for()
    {
        var id = await WholeAsync(demands: true);
        await AnswerAsync(await AskAsync(id, "Barn- och utbildningsnämnden", personId: await ManagerAsync()), "Chef");
        await AskAsync(id, "Polisen", email: "chef@polisen.example");
        await Fond.SweepAsync();
        await SendAsync(LinkTo("chef@polisen.example"), ("endorses", "yes"), ("office", "Chef"));
        await Fond.InDatabaseAsync(db => db.Set<global::Fond.Domain.Access.Person>().Where(p => p.Subject == "helsingborg-projektledare").ExecuteUpdateAsync(p => p.SetProperty(x => x.Email, "chef@polisen.example")));
        var refused = (await Lead.TryAsync("submitApplication", new { applicationId = id }, "__typename"))["errors"]!.AsArray().Single()!;
        Assert.EndsWith(": Polisen.", refused["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Fond.Clock.Advance(TimeSpan.FromHours(1));
        await AskAsync(id, "Polisen", email: "annan@polisen.example");
        await Fond.SweepAsync();
        await SendAsync(LinkTo("annan@polisen.example"), ("endorses", "yes"), ("office", "Chef"));
        await Lead.DoAsync("submitApplication", new { applicationId = id }, "application { phase }");
    }

    [Theory]
    [InlineData("application")]
    [InlineData("application-in-two-steps")]
    public async Task A_call_that_demands_it_takes_no_application_before_each_partner_means_to_go_on_with_the_method(string workflow)
    {
        var id = await TwoSteps.BegunAsync(Fond, await TwoSteps.CallAsync(Fond, workflow, demandsIntentions: true), TwoSteps.Idea());
        if (workflow != "application")
        {
            await Lead.DoAsync("submitIdea", new { applicationId = id }, "application { id }"); // the idea needs none
            await Fond.As("helsingborg-handlaggare").DoAsync("decideIdea", new { applicationId = id, approved = true, reason = "Behovet är styrkt." }, "application { id }");
        }
        await WriteWholeAsync(id);
        var manager = await ManagerAsync();
        await AnswerAsync(await AskAsync(id, "Barn- och utbildningsnämnden", personId: manager), "Chef", willImplement: true);
        await AnswerAsync(await AskAsync(id, "Polisen", personId: manager), "Chef");
        var refused = (await Lead.TryAsync("submitApplication", new { applicationId = id }, "__typename"))["errors"]!.AsArray().Single()!;
        Assert.Equal("APPLICATION_INTENTION_MISSING", refused["code"]!.GetValue<string>());
        Assert.EndsWith(": Polisen.", refused["message"]!.GetValue<string>(), StringComparison.Ordinal);
        await AnswerAsync(await AskAsync(id, "Polisen", personId: manager), "Chef", willImplement: true);
        await Lead.RefusedAsync("ENDORSEMENT_ALREADY_GIVEN", "requestEndorsement", new { applicationId = id, organisation = "Polisen", personId = manager }, "organisation");
        var submitted = await Lead.DoAsync("submitApplication", new { applicationId = id }, "application { phase }");
        Assert.Equal("FORMAL_CHECK", submitted["application"]!["phase"]!.GetValue<string>());
    }

    [Fact]
    public async Task Nobody_endorses_from_the_address_of_whoever_writes()
    {
        var id = await WholeAsync(demands: false);
        Task<int> MoveToAsync(string address) => Fond.InDatabaseAsync(db => db.Set<global::Fond.Domain.Access.Person>().Where(p => p.Subject == "helsingborg-projektledare").ExecuteUpdateAsync(p => p.SetProperty(x => x.Email, address)));
        await MoveToAsync("ledare@kommun.example");
        await Lead.RefusedAsync("ENDORSEMENT_BY_WRITER", "requestEndorsement", new { applicationId = id, organisation = "Polisen", email = "Ledare@Kommun.example" }, "email");
        await AskAsync(id, "Polisen", email: "chef@polisen.example");
        await Fond.SweepAsync();
        await MoveToAsync("chef@polisen.example");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(LinkTo("chef@polisen.example"), ("endorses", "yes"), ("office", "Chef"))).Status);
    }

    /// <summary>From whom the case has an endorsement in its registry, newest first.</summary>
    private async Task<IEnumerable<string>> RegisteredAsync(string application) =>
        (await Fond.As("helsingborg-handlaggare").ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: ENDORSEMENT) { nodes { correspondent direction target { ... on Endorsement { organisation } } } } }", new { a = application }))["caseDocuments"]!["nodes"]!.AsArray()
            .Select(d => (d!["correspondent"]!.GetValue<string>(), d["direction"]!.GetValue<string>(), d["target"]!["organisation"]!.GetValue<string>()) is var (from, direction, target) && direction == "INCOMING" && from == target ? from : "");

    [Fact]
    public async Task A_manager_sees_what_they_are_asked_and_no_more_of_the_application()
    {
        var id = await WholeAsync(demands: true);
        var asked = await AskAsync(id, "Polisen", personId: await ManagerAsync());
        var seen = (await Manager.ReadAsync("{ endorsementsAskedOfMe { nodes { id title summary content { need partners { organisation } } organisation application { id } } } }"))["endorsementsAskedOfMe"]!["nodes"]!.AsArray().Single()!;
        Assert.Equal((asked, "Polisen"), (seen["id"]!.GetValue<string>(), seen["organisation"]!.GetValue<string>()));
        Assert.NotEmpty(seen["summary"]!.GetValue<string>());
        Assert.NotEmpty(seen["content"]!["need"]!.GetValue<string>());
        Assert.Contains("Polisen", seen["content"]!["partners"]!.AsArray().Select(p => p!["organisation"]!.GetValue<string>()));
        Assert.Null(seen["application"]);
        Assert.Null((await Manager.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id }))["node"]);
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "answerEndorsement", new { endorsementId = asked, endorses = true, office = "Chef", textSha256 = "" }, "endorsementId");
        await Lead.ForbiddenAsync("FORBIDDEN", "mutation($input: AnswerEndorsementInput!) { answerEndorsement(input: $input) { errors { code } } }", new { input = new { endorsementId = asked, endorses = true, office = "Chef", textSha256 = "" } });
        await Manager.RefusedAsync("ENDORSEMENT_OFFICE_INVALID", "answerEndorsement", new { endorsementId = asked, endorses = true, office = " ", textSha256 = "" }, "office");
    }

    [Fact]
    public async Task The_page_behind_a_link_shows_all_that_is_endorsed_save_what_is_marked()
    {
        var id = await WholeAsync(demands: false);
        await Lead.DoAsync("saveApplicationDraft", new { applicationId = id, content = new { need = "Havsnejlika", risks = new[] { new { text = "Avhopp", probability = 2, impact = 4, action = "Fler platser" } } } }, "application { id }");
        await Lead.DoAsync("submitApplication", new { applicationId = id }, "application { id }");
        await Fond.As("helsingborg-handlaggare").DoAsync("requestSupplement", new { applicationId = id, request = "Tillstyrkan", lastDay = "2026-03-20" }, "application { id }");
        await AskAsync(id, "Polisen", email: "chef@polisen.example");
        await Fond.SweepAsync();
        Assert.Contains("<h3>Behov</h3>\n<p>Havsnejlika</p>", await PageAsync(), StringComparison.Ordinal);
        Assert.Contains("Avhopp (sannolikhet 2, konsekvens 4): Fler platser", await PageAsync(), StringComparison.Ordinal);
        await Fond.As("helsingborg-handlaggare").DoAsync("markApplication", new { applicationId = id, field = "need", ground = "OSL 26 kap. 1 §" }, "application { id }");
        Assert.Contains("<h3>Behov</h3>\n<p>Uppgiften är sekretessmarkerad och visas inte här.</p>", await PageAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Havsnejlika", await PageAsync(), StringComparison.Ordinal);

        async Task<string> PageAsync()
        {
            var client = new Client(Fond, null) { Language = "sv" };
            using var shown = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, "/tillstyrkan?lank=" + LinkTo("chef@polisen.example")));
            return await shown.Content.ReadAsStringAsync();
        }
    }

    [Fact]
    public async Task One_who_declines_can_be_asked_again_and_the_old_link_no_longer_holds()
    {
        var id = await WholeAsync(demands: true);
        await AskAsync(id, "Polisen", email: "forsta@polisen.example");
        await Fond.SweepAsync();
        var first = LinkTo("forsta@polisen.example");
        var (status, page) = await SendAsync(first, ("office", "Chef"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("<a href=\"#endorses\">Ange om du tillstyrker ansökan.</a>", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(first, ("endorses", "no"), ("office", "Chef"), ("comment", "Inte nu."))).Status);
        await Lead.RefusedAsync("APPLICATION_ENDORSEMENT_MISSING", "submitApplication", new { applicationId = id });
        Fond.Clock.Advance(TimeSpan.FromHours(1));
        await AskAsync(id, "Polisen", email: "andra@polisen.example");
        await Fond.SweepAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(first, ("endorses", "yes"), ("office", "Chef"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(LinkTo("andra@polisen.example"), ("endorses", "yes"), ("office", "Chef"))).Status);
        await Lead.RefusedAsync("ENDORSEMENT_ALREADY_GIVEN", "requestEndorsement", new { applicationId = id, organisation = "Polisen", email = "tredje@polisen.example" }, "organisation");
    }

    [Fact]
    public async Task Only_the_lead_asks_only_partners_and_one_way()
    {
        var id = await WholeAsync(demands: true);
        await Lead.RefusedAsync("ENDORSEMENT_PARTNER_UNKNOWN", "requestEndorsement", new { applicationId = id, organisation = "Regionen", email = "a@example.org" }, "organisation");
        await Lead.RefusedAsync("ENDORSEMENT_ADDRESSEE_UNCLEAR", "requestEndorsement", new { applicationId = id, organisation = "Polisen" });
        await Lead.RefusedAsync("PERSON_EMAIL_INVALID", "requestEndorsement", new { applicationId = id, organisation = "Polisen", email = "a@example.org\r\nBcc: b@example.org" });
        var lead = (await Lead.ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();
        await Lead.RefusedAsync("ENDORSEMENT_BY_WRITER", "requestEndorsement", new { applicationId = id, organisation = "Polisen", personId = lead }, "personId");
        await Fond.As("haninge-projektledare").RefusedAsync("NOT_FOUND", "requestEndorsement", new { applicationId = id, organisation = "Polisen", email = "a@example.org" }, "applicationId");
    }

    private async Task<string> WholeAsync(bool demands)
    {
        var id = await TwoSteps.BegunAsync(Fond, await TwoSteps.CallAsync(Fond, "application", demands));
        await WriteWholeAsync(id);
        return id;
    }

    private async Task WriteWholeAsync(string id)
    {
        var whole = Cases.Content("helsingborg");
        whole["applicationId"] = id;
        whole["content"]!["partners"] = new JsonArray(new JsonObject { ["organisation"] = "Barn- och utbildningsnämnden", ["kind"] = "BOARD" }, new JsonObject { ["organisation"] = "Polisen", ["kind"] = "STATE" });
        await Lead.DoAsync("saveApplicationDraft", whole, "application { id }");
    }

    /// <summary>The checksum of what the manager is shown.</summary>
    private async Task<string> ShownAsync(string endorsement) =>
        (await Manager.ReadAsync("query($id: ID!) { node(id: $id) { ... on Endorsement { textSha256 } } }", new { id = endorsement }))["node"]!["textSha256"]!.GetValue<string>();

    /// <summary>The manager endorses what they are shown.</summary>
    private async Task AnswerAsync(string endorsement, string office, bool willImplement = false) => await Manager.DoAsync("answerEndorsement",
        new { endorsementId = endorsement, endorses = true, office, willImplement, textSha256 = await ShownAsync(endorsement) }, "endorsement { endorses }");

    private async Task<string> ManagerAsync() => (await Fond.As("administrator").DoAsync("registerPerson",
        new { subject = "skoldirektor", name = "Skoldirektör", organisation = "Barn- och utbildningsnämnden" }, "person { id }"))["person"]!["id"]!.GetValue<string>();

    private async Task<string> AskAsync(string id, string organisation, string? personId = null, string? email = null) =>
        (await Lead.DoAsync("requestEndorsement", new { applicationId = id, organisation, personId, email }, "endorsement { id }"))["endorsement"]!["id"]!.GetValue<string>();

    private string LinkTo(string address) => Link.Match(_mail.Messages.Select(m => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(m)))).Single(m => m.To.ToString().Contains(address, StringComparison.Ordinal)).TextBody!).Groups["secret"].Value;

    private Task<(HttpStatusCode Status, string Page)> SendAsync(string secret, params (string Name, string Value)[] fields) => SendAsync(secret, () => Task.CompletedTask, fields);

    /// <summary>As the form of the page does.</summary>
    /// <param name="meanwhile">What happens between that it is shown and that it is sent.</param>
    private async Task<(HttpStatusCode Status, string Page)> SendAsync(string secret, Func<Task> meanwhile, params (string Name, string Value)[] fields)
    {
        var client = new Client(Fond, null) { Language = "sv" };
        using var shown = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, "/tillstyrkan?lank=" + secret));
        var text = Hidden.Match(await shown.Content.ReadAsStringAsync()).Groups["text"].Value;
        await meanwhile();
        using var request = await client.RequestAsync(HttpMethod.Post, "/tillstyrkan");
        request.Content = new FormUrlEncodedContent([new("lank", secret), new("textSha256", text), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var response = await client.SendAsync(request);
        Assert.Equal(shown.StatusCode == HttpStatusCode.NotFound, response.StatusCode == HttpStatusCode.NotFound);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex(@"/tillstyrkan\?lank=(?<secret>[\w-]+)")]
    private static partial Regex Link { get; }

    [GeneratedRegex("name=\"textSha256\" value=\"(?<text>[0-9a-f]{64})\"")]
    private static partial Regex Hidden { get; }
}
