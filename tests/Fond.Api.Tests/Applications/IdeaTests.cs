using System.Net;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Applications;

public sealed class IdeaTests : FondTest
{
    private Client Lead => Fond.As("helsingborg-projektledare");

    private Client Officer => Fond.As("helsingborg-handlaggare");

    [Fact]
    public async Task A_short_idea_is_handed_in_and_everything_that_it_lacks_is_named()
    {
        var id = await TwoSteps.BegunAsync(Fond, await TwoSteps.CallAsync(Fond));
        var faults = (await Lead.TryAsync("submitIdea", new { applicationId = id }, "__typename"))["errors"]!.AsArray().Select(e => string.Join('.', e!["path"]!.AsArray()));
        Assert.Equal(["content.summary", "content.need", "content.targetGroup.description", "content.partners", "content.preliminaryCost"], faults);
        await Lead.RefusedAsync("APPLICATION_NOT_EDITABLE", "submitApplication", new { applicationId = id });
        await Lead.DoAsync("saveApplicationDraft", new { applicationId = id, content = TwoSteps.Idea() }, "application { id }");
        Assert.Null(await SeenAsync(Officer, id));
        await Officer.RefusedAsync("NOT_FOUND", "decideIdea", new { applicationId = id, approved = true, reason = "Bra" }, "applicationId");
        var handedIn = (await Lead.DoAsync("submitIdea", new { applicationId = id }, "application { phase caseNumber currentVersionNumber }"))["application"]!;
        Assert.Equal(("IDEA_REVIEW", 1), (handedIn["phase"]!.GetValue<string>(), handedIn["currentVersionNumber"]!.GetValue<int>()));
        Assert.NotNull(handedIn["caseNumber"]);
        Assert.Equal("Barn mår sämre.", (await SeenAsync(Officer, id))!["content"]!["need"]!.GetValue<string>());
        await Lead.RefusedAsync("APPLICATION_NOT_EDITABLE", "saveApplicationDraft", new { applicationId = id, title = "Annat" });
        await Lead.RefusedAsync("APPLICATION_NOT_EDITABLE", "submitIdea", new { applicationId = id });
    }

    [Fact]
    public async Task An_approved_idea_becomes_a_full_application_under_the_same_number()
    {
        var (id, number) = await ApprovedAsync();
        Fond.Clock.SetUtcNow(new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero)); // the call has closed; the idea was in time
        var whole = Cases.Content("helsingborg");
        whole["applicationId"] = id;
        await Lead.DoAsync("saveApplicationDraft", whole, "application { id }");
        var submitted = (await Lead.DoAsync("submitApplication", new { applicationId = id }, "application { phase caseNumber currentVersionNumber versions { number content { need } } }"))["application"]!;
        Assert.Equal(("FORMAL_CHECK", number, 2), (submitted["phase"]!.GetValue<string>(), submitted["caseNumber"]!.GetValue<string>(), submitted["currentVersionNumber"]!.GetValue<int>()));
        Assert.Equal("Barn mår sämre.", submitted["versions"]![0]!["content"]!["need"]!.GetValue<string>());
        await Officer.DoAsync("acceptApplication", new { applicationId = id }, "application { phase }");
        Assert.Equal("IN_ASSESSMENT", (await SeenAsync(Officer, id))!["phase"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_approved_idea_that_is_being_written_is_among_the_drafts_of_those_who_handle_the_fund()
    {
        var (id, _) = await ApprovedAsync();
        var unseen = await TwoSteps.BegunAsync(Fond, await TwoSteps.CallAsync(Fond));
        Assert.Contains(id, await InPhaseAsync(Officer, "DRAFT"));
        Assert.Contains(id, await InPhaseAsync(Lead, "DRAFT"));
        Assert.DoesNotContain(id, await InPhaseAsync(Fond.As("haninge-projektledare"), "DRAFT"));
        Assert.Contains(unseen, await InPhaseAsync(Lead, "IDEA"));
        Assert.DoesNotContain(unseen, await InPhaseAsync(Officer, "IDEA"));
    }

    private static async Task<IEnumerable<string>> InPhaseAsync(Client who, string phase) =>
        (await who.ReadAsync($"{{ applications(phase: {phase}) {{ nodes {{ id }} }} }}"))["applications"]!["nodes"]!.AsArray().Select(a => a!["id"]!.GetValue<string>());

    [Fact]
    public async Task What_is_written_after_the_approval_is_the_leads_until_an_officer_is_let_in()
    {
        var (id, _) = await ApprovedAsync();
        await Lead.DoAsync("saveApplicationDraft", new { applicationId = id, content = new { need = "Mer om behovet." } }, "application { id }");
        Assert.Equal(("Barn mår sämre.", "Mer om behovet."), (await NeedAsync(Officer, id), await NeedAsync(Lead, id)));
        await Officer.ForbiddenAsync("FORBIDDEN", "mutation($input: SaveApplicationDraftInput!) { saveApplicationDraft(input: $input) { errors { code } } }", new { input = new { applicationId = id, title = "Annan" } });
        var officer = await PersonAsync("helsingborg-handlaggare");
        await Officer.ForbiddenAsync("FORBIDDEN", "mutation($input: LetCoAuthorInInput!) { letCoAuthorIn(input: $input) { errors { code } } }", new { input = new { applicationId = id, personId = officer } });
        await Lead.RefusedAsync("APPLICATION_CO_AUTHOR_NOT_OFFICER", "letCoAuthorIn", new { applicationId = id, personId = await PersonAsync("helsingborg-sekreterare") }, "personId");
        await Lead.RefusedAsync("APPLICATION_CO_AUTHOR_NONE", "letCoAuthorGo", new { applicationId = id, personId = officer }, "personId");
        await Officer.RefusedAsync("APPLICATION_CO_AUTHOR_NOT_ASKED", "answerCoAuthorInvitation", new { applicationId = id, accepts = true });
        await LetInAsync(id, officer);
        await Lead.RefusedAsync("APPLICATION_CO_AUTHOR_ALREADY", "letCoAuthorIn", new { applicationId = id, personId = officer }, "personId");
        Assert.Equal("Mer om behovet.", await NeedAsync(Officer, id));
        await Officer.DoAsync("saveApplicationDraft", new { applicationId = id, content = new { need = "Skrivet tillsammans." } }, "application { id }");
        Assert.Equal(("Skrivet tillsammans.", "Barn mår sämre."), (await NeedAsync(Lead, id), await NeedAsync(Fond.As("helsingborg-sekreterare"), id)));
        var file = await AttachAsync(Officer, id);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound], [await FetchAsync(Lead, file), await FetchAsync(Officer, file), await FetchAsync(Fond.As("helsingborg-sekreterare"), file)]);
        await Lead.DoAsync("letCoAuthorGo", new { applicationId = id, personId = officer }, "application { id }");
        Assert.Equal("Barn mår sämre.", await NeedAsync(Officer, id));
        await Officer.ForbiddenAsync("FORBIDDEN", "mutation($input: SaveApplicationDraftInput!) { saveApplicationDraft(input: $input) { errors { code } } }", new { input = new { applicationId = id, title = "Annan" } });
    }

    [Fact]
    public async Task Whoever_writes_in_the_application_does_not_handle_it()
    {
        var (id, _) = await ApprovedAsync();
        var officer = await PersonAsync("helsingborg-handlaggare");
        await LetInAsync(id, officer);
        await Officer.DoAsync("saveApplicationDraft", new { applicationId = id, content = new { need = "Skrivet tillsammans." } }, "application { id }");
        await Officer.RefusedAsync("CASE_CO_WRITTEN", "acceptApplication", new { applicationId = id });
        await Officer.RefusedAsync("CASE_CO_WRITTEN", "dismissApplication", new { applicationId = id, reason = "Fel" });
        await Officer.RefusedAsync("CASE_CO_WRITTEN", "requestSupplement", new { applicationId = id, request = "Mer", lastDay = "2026-04-01" });
        await Officer.RefusedAsync("CASE_CO_WRITTEN", "markApplication", new { applicationId = id, ground = "OSL 26 kap. 1 §" });
        await Officer.RefusedAsync("CASE_CO_WRITTEN", "assignAssessors", new { applicationId = id, assessorIds = new[] { await PersonAsync("helsingborg-bedomare-1") } });
        await Officer.RefusedAsync("CASE_CO_WRITTEN", "createConsultation", new { applicationId = id, title = "Remiss", lastDay = "2026-06-01" });
        await Officer.RefusedAsync("CASE_CO_WRITTEN", "registerDocument", new { applicationId = id, kind = "LETTER", direction = "INCOMING", on = "2026-03-09", correspondent = "Skolverket", subject = "Fråga" });
        await Officer.RefusedAsync("CASE_CO_WRITTEN", "saveDecisionMemo", new { applicationId = id, matter = "Ärendet", proposal = "Bifall" });
    }

    [Fact]
    public async Task A_lead_cannot_keep_the_office_out_by_letting_it_in_nor_wash_a_writer_clean_by_letting_them_go()
    {
        var (id, _) = await ApprovedAsync();
        var officer = await PersonAsync("helsingborg-handlaggare");
        await LetInAsync(id, officer);
        await Lead.DoAsync("letCoAuthorGo", new { applicationId = id, personId = officer }, "application { id }");
        Assert.Empty(await FormerAsync(Officer, id));
        await LetInAsync(id, officer);
        await HandInWholeAsync(id);
        await Officer.DoAsync("acceptApplication", new { applicationId = id }, "application { id }");
        await Lead.DoAsync("letCoAuthorGo", new { applicationId = id, personId = officer }, "application { id }");
        Assert.Equal([officer], await FormerAsync(Officer, id));
        Assert.Empty(await FormerAsync(Lead, id));
        await Fond.As("administrator").DoAsync("grantRole", new { personId = officer, role = "ASSESSOR" }, "person { id }");
        await Officer.RefusedAsync("ASSESSMENT_BY_APPLICANT", "assignAssessors", new { applicationId = id, assessorIds = new[] { officer } }, "assessorIds.0");
    }

    [Fact]
    public async Task Who_wrote_before_the_application_was_handed_in_stays_out_of_it()
    {
        var (id, _) = await ApprovedAsync();
        var officer = await PersonAsync("helsingborg-handlaggare");
        await LetInAsync(id, officer);
        await AttachAsync(Officer, id);
        await Lead.DoAsync("letCoAuthorGo", new { applicationId = id, personId = officer }, "application { coAuthors { id } }");
        Assert.Equal([officer], await FormerAsync(Fond.As("helsingborg-sekreterare"), id));
        await HandInWholeAsync(id);
        await Officer.RefusedAsync("CASE_CO_WRITTEN", "acceptApplication", new { applicationId = id });
    }

    [Fact]
    public async Task Whoever_is_asked_to_write_does_so_when_they_have_accepted_and_judges_the_case_until_then()
    {
        var (id, _) = await ApprovedAsync();
        var officer = await PersonAsync("helsingborg-handlaggare");
        await Lead.DoAsync("letCoAuthorIn", new { applicationId = id, personId = officer }, "application { id }");
        await Lead.RefusedAsync("APPLICATION_CO_AUTHOR_ALREADY", "letCoAuthorIn", new { applicationId = id, personId = officer }, "personId");
        Assert.Equal(("", officer), await WritersAsync(id));
        Assert.Contains(await ToldAsync(Officer), subject => subject.StartsWith("Will you write in ", StringComparison.Ordinal));
        await Officer.ForbiddenAsync("FORBIDDEN", "mutation($input: SaveApplicationDraftInput!) { saveApplicationDraft(input: $input) { errors { code } } }", new { input = new { applicationId = id, title = "Annan" } });
        await Lead.ForbiddenAsync("FORBIDDEN", "mutation($input: AnswerCoAuthorInvitationInput!) { answerCoAuthorInvitation(input: $input) { errors { code } } }", new { input = new { applicationId = id, accepts = true } });
        await Officer.DoAsync("answerCoAuthorInvitation", new { applicationId = id, accepts = false }, "application { id }");
        Assert.Equal(("", ""), await WritersAsync(id));
        Assert.Contains(await ToldAsync(Lead), subject => subject.Contains("does not write in", StringComparison.Ordinal));
        await Officer.RefusedAsync("APPLICATION_CO_AUTHOR_NOT_ASKED", "answerCoAuthorInvitation", new { applicationId = id, accepts = true });

        Fond.Clock.Advance(TimeSpan.FromSeconds(1));
        await LetInAsync(id, officer);
        Assert.Equal((officer, ""), await WritersAsync(id));
    }

    [Fact]
    public async Task An_invitation_that_nobody_has_answered_ends_when_the_application_is_handed_in_and_shuts_nobody_out()
    {
        var (id, _) = await ApprovedAsync();
        var officer = await PersonAsync("helsingborg-handlaggare");
        await Fond.As("administrator").DoAsync("grantRole", new { personId = officer, role = "ASSESSOR" }, "person { id }");
        await Lead.DoAsync("letCoAuthorIn", new { applicationId = id, personId = officer }, "application { id }");
        await HandInWholeAsync(id);
        Assert.Equal(("", ""), await WritersAsync(id));
        await Officer.RefusedAsync("APPLICATION_CO_AUTHOR_NOT_NOW", "answerCoAuthorInvitation", new { applicationId = id, accepts = true });
        await Officer.DoAsync("acceptApplication", new { applicationId = id }, "application { id }");
        await Officer.DoAsync("assignAssessors", new { applicationId = id, assessorIds = new[] { officer } }, "application { id }");
    }

    [Fact]
    public async Task An_invitation_ends_with_a_withdrawal()
    {
        var (id, _) = await ApprovedAsync();
        await Lead.DoAsync("letCoAuthorIn", new { applicationId = id, personId = await PersonAsync("helsingborg-handlaggare") }, "application { id }");
        await Lead.DoAsync("withdrawApplication", new { applicationId = id }, "application { id }");
        Assert.Equal(("", ""), await WritersAsync(id));
        await Officer.RefusedAsync("APPLICATION_CO_AUTHOR_NOT_NOW", "answerCoAuthorInvitation", new { applicationId = id, accepts = true });
    }

    [Fact]
    public async Task Whoever_is_shut_out_is_not_asked_to_write_and_the_lead_does_not_learn_why()
    {
        var (id, _) = await ApprovedAsync();
        await Officer.DoAsync("declareRecusal", new { applicationId = id, ground = "OWN_MATTER", reason = "Syskon" }, "recusal { id }");
        await Lead.RefusedAsync("APPLICATION_CO_AUTHOR_NOT_OFFICER", "letCoAuthorIn", new { applicationId = id, personId = await PersonAsync("helsingborg-handlaggare") }, "personId");
    }

    [Fact]
    public async Task Whoever_has_written_sees_nothing_of_the_case_that_is_for_those_who_handle_it()
    {
        var (id, _) = await ApprovedAsync();
        var officer = await PersonAsync("helsingborg-handlaggare");
        var other = Fond.As("helsingborg-sekreterare");
        await Fond.As("administrator").DoAsync("grantRole", new { personId = await PersonAsync("helsingborg-sekreterare"), role = "CASE_OFFICER" }, "person { id }");
        await LetInAsync(id, officer);
        await Officer.DoAsync("saveApplicationDraft", new { applicationId = id, content = new { need = "Skrivet tillsammans." } }, "application { id }");
        await HandInWholeAsync(id);
        Assert.Equal((false, true), (await IsAwaitedAsync(Officer, id), await IsAwaitedAsync(other, id)));
        await other.DoAsync("acceptApplication", new { applicationId = id }, "application { id }");
        var stages = new Stages(Fond);
        var assessors = (await stages.PeopleAsync("ASSESSOR")).Take(2).ToArray();
        await other.DoAsync("assignAssessors", new { applicationId = id, assessorIds = assessors }, "application { id }");
        await stages.AssessAsync(1, id);
        await Fond.As("helsingborg-ledamot-1").DoAsync("declareRecusal", new { applicationId = id, ground = "OWN_MATTER", reason = "Syskon" }, "recusal { id }");
        await Fond.InDatabaseAsync(db => db.Set<global::Fond.Domain.Access.Person>().Where(p => p.Subject == "helsingborg-ledamot-2").ExecuteUpdateAsync(p => p.SetProperty(x => x.Organisation, "Barn- och utbildningsnämnden")));
        foreach (var letGo in new[] { false, true })
        {
            if (letGo) await Lead.DoAsync("letCoAuthorGo", new { applicationId = id, personId = officer }, "application { id }");
            Assert.Equal("2 True 1", await HandledAsync(other, id));
            Assert.Equal("0 False 0", await HandledAsync(Officer, id));
            Assert.Equal((true, false), (await IsInOverviewAsync(other, id), await IsInOverviewAsync(Officer, id)));
        }
        Assert.Equal((true, 0), (await PossiblyConflictedAsync(other, id) > 0, await PossiblyConflictedAsync(Officer, id)));
    }

    /// <summary>How many assessments and recusals somebody sees, and whether there is a summary.</summary>
    private static async Task<string> HandledAsync(Client client, string id)
    {
        var seen = (await client.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { assessments { id } recusals { id } assessmentSummary { assessors } } } }", new { id }))["node"]!;
        return $"{seen["assessments"]!.AsArray().Count} {seen["assessmentSummary"] is not null} {seen["recusals"]!.AsArray().Count}";
    }

    private static async Task<bool> IsAwaitedAsync(Client client, string id) =>
        (await client.ReadAsync("{ awaitingMe { subject { ... on WorkItem { application { id } } } } }"))["awaitingMe"]!.AsArray().Any(s => s!["subject"]!["application"]?["id"]!.GetValue<string>() == id);

    private static async Task<int> PossiblyConflictedAsync(Client client, string id) =>
        (await client.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { possibleConflicts { id } } } }", new { id }))["node"]!["possibleConflicts"]!.AsArray().Count;

    private static async Task<bool> IsInOverviewAsync(Client client, string id)
    {
        var call = (await client.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { call { id } } } }", new { id }))["node"]!["call"]!["id"]!.GetValue<string>();
        return (await client.ReadAsync("query($c: ID!) { callOverview(callId: $c) { rows { applicationId } } }", new { c = call }))["callOverview"]!["rows"]!.AsArray().Any(r => r!["applicationId"]!.GetValue<string>() == id);
    }

    private async Task LetInAsync(string id, string officer)
    {
        await Lead.DoAsync("letCoAuthorIn", new { applicationId = id, personId = officer }, "application { id }");
        await Officer.DoAsync("answerCoAuthorInvitation", new { applicationId = id, accepts = true }, "application { id }");
    }

    private async Task<(string Writing, string Asked)> WritersAsync(string id)
    {
        var seen = (await Lead.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { coAuthors { id } invitedCoAuthors { id } } } }", new { id }))["node"]!;
        return (Ids(seen["coAuthors"]!), Ids(seen["invitedCoAuthors"]!));

        static string Ids(JsonNode people) => string.Join(' ', people.AsArray().Select(p => p!["id"]!.GetValue<string>()));
    }

    private static async Task<IEnumerable<string>> ToldAsync(Client client) =>
        [.. (await client.ReadAsync("{ notifications { nodes { subject } } }"))["notifications"]!["nodes"]!.AsArray().Select(n => n!["subject"]!.GetValue<string>())];

    private async Task HandInWholeAsync(string id)
    {
        var whole = Cases.Content("helsingborg");
        whole["applicationId"] = id;
        await Lead.DoAsync("saveApplicationDraft", whole, "application { id }");
        await Lead.DoAsync("submitApplication", new { applicationId = id }, "application { id }");
    }

    private static async Task<IEnumerable<string>> FormerAsync(Client client, string id) =>
        [.. (await client.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { formerCoAuthors { id } } } }", new { id }))["node"]!["formerCoAuthors"]!.AsArray().Select(p => p!["id"]!.GetValue<string>())];

    [Fact]
    public async Task An_idea_that_goes_no_further_ends_the_case_with_its_reason()
    {
        var id = await HandedInAsync();
        await Officer.RefusedAsync("APPLICATION_FIELD_INVALID", "decideIdea", new { applicationId = id, approved = false, reason = " " }, "reason");
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "decideIdea", new { applicationId = id, approved = true, reason = "Bra" }, "applicationId");
        await Lead.ForbiddenAsync("FORBIDDEN", "mutation($input: DecideIdeaInput!) { decideIdea(input: $input) { errors { code } } }", new { input = new { applicationId = id, approved = true, reason = "Bra" } });
        var ended = (await Fond.As("helsingborg-ordforande").DoAsync("decideIdea", new { applicationId = id, approved = false, reason = "Görs redan." }, "application { phase ideaDecision { approved reason } }"))["application"]!;
        Assert.Equal(("IDEA_DECLINED", "Görs redan."), (ended["phase"]!.GetValue<string>(), ended["ideaDecision"]!["reason"]!.GetValue<string>()));
        var papers = (await Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a) { nodes { kind } } }", new { a = id }))["caseDocuments"]!["nodes"]!.AsArray();
        Assert.Contains(papers, p => p!["kind"]!.GetValue<string>() == "IDEA_DECISION");
        await Officer.RefusedAsync("APPLICATION_IDEA_NOT_IN_REVIEW", "decideIdea", new { applicationId = id, approved = true, reason = "Ändrat mig" });
        await Lead.RefusedAsync("APPLICATION_NOT_EDITABLE", "saveApplicationDraft", new { applicationId = id, title = "Ny" });
        await Lead.RefusedAsync("APPLICATION_CO_AUTHOR_NOT_NOW", "letCoAuthorIn", new { applicationId = id, personId = await PersonAsync("helsingborg-handlaggare") });
        Assert.Empty((await Fond.As(null).ReadAsync("{ publicRegister(text: \"Pilot\") { nodes { caseNumber } } }"))["publicRegister"]!["nodes"]!.AsArray());
    }

    [Fact]
    public async Task An_idea_after_the_call_has_closed_is_late()
    {
        var id = await TwoSteps.BegunAsync(Fond, await TwoSteps.CallAsync(Fond), TwoSteps.Idea());
        Fond.Clock.SetUtcNow(new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
        await Lead.RefusedAsync("CALL_CLOSED", "submitIdea", new { applicationId = id });
    }

    [Fact]
    public async Task The_call_names_the_steps_and_one_step_has_no_idea()
    {
        foreach (var unknown in new[] { "assessment", "finns-inte", "" })
            await Fond.As("administrator").RefusedAsync("CALL_WORKFLOW_UNKNOWN", "createCall", await TwoSteps.InputAsync(Fond, unknown), "workflow");
        var id = await TwoSteps.BegunAsync(Fond, await TwoSteps.CallAsync(Fond, "application"), TwoSteps.Idea());
        Assert.Equal("DRAFT", (await SeenAsync(Lead, id))!["phase"]!.GetValue<string>());
        await Lead.RefusedAsync("APPLICATION_NOT_EDITABLE", "submitIdea", new { applicationId = id });
    }

    [Fact]
    public async Task No_step_by_hand_takes_the_place_of_the_decision()
    {
        var id = await HandedInAsync();
        await Officer.RefusedAsync("WORKFLOW_TRIGGER_OWNED", "moveCase", new { applicationId = id, workflow = "application", trigger = "approveIdea" }, "trigger");
    }

    private async Task<string> HandedInAsync()
    {
        var id = await TwoSteps.BegunAsync(Fond, await TwoSteps.CallAsync(Fond), TwoSteps.Idea());
        await Lead.DoAsync("submitIdea", new { applicationId = id }, "application { id }");
        return id;
    }

    private async Task<(string Id, string Number)> ApprovedAsync()
    {
        var id = await HandedInAsync();
        var approved = (await Officer.DoAsync("decideIdea", new { applicationId = id, approved = true, reason = "Behovet är styrkt." }, "application { phase caseNumber }"))["application"]!;
        Assert.Equal("DRAFT", approved["phase"]!.GetValue<string>());
        return (id, approved["caseNumber"]!.GetValue<string>());
    }

    private static async Task<string> AttachAsync(Client client, string id)
    {
        using var upload = await client.RequestAsync(HttpMethod.Post, $"/applications/{id}/attachments?fileName=a.pdf");
        upload.Content = new ByteArrayContent("%PDF-1.7 underlag"u8.ToArray());
        return JsonNode.Parse(await (await client.SendAsync(upload)).Content.ReadAsStringAsync())!["id"]!.GetValue<string>();
    }

    private static async Task<HttpStatusCode> FetchAsync(Client client, string attachment) => (await client.SendAsync(await client.RequestAsync(HttpMethod.Get, $"/attachments/{attachment}"))).StatusCode;

    private static async Task<JsonNode?> SeenAsync(Client client, string id) => (await client.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { phase content { need } } } }", new { id }))["node"];

    private static async Task<string> NeedAsync(Client client, string id) => (await SeenAsync(client, id))!["content"]!["need"]!.GetValue<string>();

    private async Task<string> PersonAsync(string subject) => (await Fond.As(subject).ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();
}
