using System.Text.Json.Nodes;
using Fond.Api.Tests.Impact;
using Fond.Api.Tests.KeyFigures;
using Fond.Api.Tests.Meetings;
using Fond.Api.Tests.Support;
using Fond.Domain.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Access;

/// <summary>What there is to reach: a thing of each kind in Helsingborg and in Haninge, and somebody of every role to try.</summary>
internal sealed class AccessGround(FondServer fond)
{
    /// <summary>By input field; Helsingborg's.</summary>
    public Dictionary<string, string> Here { get; } = [];

    /// <summary>The same in Haninge.</summary>
    public Dictionary<string, string> There { get; } = [];

    /// <summary>Helsingborg's that have come further, of which more may be let out.</summary>
    public Dictionary<string, string> LaterHere { get; private set; } = [];

    /// <summary>The same in Haninge.</summary>
    public Dictionary<string, string> LaterThere { get; private set; } = [];

    public List<Asker> Askers { get; } = [];

    /// <summary>Of Helsingborg's things those that concern somebody in particular, where others of the kind do not: the body that they sit in, the minutes that they approve.</summary>
    private readonly Dictionary<Client, Dictionary<string, string>> _own = [];

    /// <summary>The place's things, or of a kind whoever asks' own.</summary>
    public Dictionary<string, string> ToWhom(Client client, Dictionary<string, string> place) =>
        place == Here && _own.TryGetValue(client, out var own) ? own.Concat(place.ExceptBy(own.Keys, thing => thing.Key)).ToDictionary() : place;

    public async Task PrepareAsync()
    {
        await CaseAsync("helsingborg", Here);
        await CaseAsync("haninge", There);
        LaterHere = await LaterAsync("helsingborg", Here);
        LaterThere = await LaterAsync("haninge", There);
        await PeopleAsync();
        await SeatInLundAsync("helsingborg-remissinstans");
        _own[OwnerOf("COUNCIL_MEMBER")] = new() { ["bodyId"] = Here["councilId"], ["minutesId"] = await new CouncilStages(fond).MinutesAsync() };
        _own[OwnerOf("REFERRAL_BODY")] = new() { ["bodyId"] = Here["referralBodyId"] };
        await fond.InDatabaseAsync(async db =>
        {
            foreach (var person in await db.Set<Person>().Select(p => p.Id).ToListAsync())
                db.Add(new Notification("probe", person, null, new("Hej", "Hello"), new("Hej", "Hello"), fond.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
            foreach (var (place, officer) in new[] { (Here, "helsingborg-handlaggare"), (There, "haninge-handlaggare") })
            {
                await IncidentAsync(db, place);
                place["notificationId"] = GlobalId.Of<Notification>(await db.Set<Notification>().Where(n => db.Set<Person>().Any(p => p.Id == n.PersonId && p.Subject == officer)).Select(n => n.Id).FirstAsync());
            }

            return true;
        });
    }

    /// <summary>A draft, an application that is handed in, and a project under way that is measured.</summary>
    public async Task CaseAsync(string municipality, Dictionary<string, string> place)
    {
        var stages = new Stages(fond, municipality);
        var submitted = await Cases.WholeDraftAsync(fond, municipality);
        place["attachmentId"] = await UploadAsync(stages.Lead, submitted);
        await stages.Lead.DoAsync("submitApplication", new { applicationId = submitted }, "application { id }");
        (place["applicationId"], place["projectId"]) = await stages.RunningAsync(p => AgreeAsync(stages, p));
        place["draftId"] = await Cases.DraftAsync(fond, municipality);
        await EndorseAsync(stages, place);
        place["assessmentId"] = await stages.AssessmentAsync(1, place["applicationId"]);
        await stages.Lead.DoAsync("requestDisbursement", new { projectId = place["projectId"], year = await FirstYearAsync(stages, place["projectId"]), amount = 100, purpose = "Lön" }, "project { id }");
        await FundAsync(municipality, place);
        await ImpactAsync(stages, municipality, place);
        await PriceAsync(stages, place);
        await CountAsync(stages, place);
        await ConsultAsync(stages, municipality, place);
        await RegisterAsync(stages, place);
        await fond.As($"{municipality}-ledamot-3").DoAsync("declareRecusal", new { applicationId = place["applicationId"], ground = "SUPERVISION", reason = "Tillsyn" }, "recusal { id }");
        await RankAsync(stages, place);
        place["meetingId"] = await new MeetingStages(fond, municipality).CalledAsync("Årsplan för styrgruppen");
        place["announcedMinutesId"] = await AnnounceAsync(stages, municipality);
        place["minutesId"] = await new MeetingStages(fond, municipality).MinutesAsync();
        await PapersAsync(stages, place);
        await stages.Lead.DoAsync("withdrawApplication", new { applicationId = await Cases.SubmittedAsync(fond, municipality) }, "application { id }"); // for the register of cases that have ended
    }

    /// <summary>Minutes that everybody may read, beside those that are drafts.</summary>
    private async Task<string> AnnounceAsync(Stages stages, string municipality)
    {
        var minutes = await new MeetingStages(fond, municipality).MinutesAsync();
        foreach (var approver in new[] { stages.Chair, fond.As($"{municipality}-ledamot-1") }) await approver.DoAsync("approveMinutes", new { minutesId = minutes }, "minutes { id }");
        await stages.Secretary.DoAsync("announceMinutes", new { minutesId = minutes, keptAt = "Kansliet" }, "minutes { id }");
        return minutes;
    }

    private async Task<Dictionary<string, string>> LaterAsync(string municipality, Dictionary<string, string> place)
    {
        var later = await new LaterGround(fond, municipality).PrepareAsync(place);
        later["minutesId"] = place["announcedMinutesId"];
        return later;
    }

    /// <summary>A memo, a decision that was sent, and what the meeting wants done.</summary>
    private static async Task PapersAsync(Stages stages, Dictionary<string, string> place)
    {
        place["memoId"] = place["decisionMemoId"] = (await stages.Officer.DoAsync("saveDecisionMemo", new { applicationId = place["applicationId"] }, "memo { id }"))["memo"]!["id"]!.GetValue<string>();
        place["decisionId"] = (await stages.Officer.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { decisions { id kind } } } }", new { id = place["applicationId"] }))["node"]!["decisions"]!.AsArray().First(d => d!["kind"]!.GetValue<string>() == "DECISION")!["id"]!.GetValue<string>();
        place["dispatchId"] = (await stages.Officer.DoAsync("dispatchDecision", new { decisionId = place["decisionId"], recipients = new[] { new { name = "Polisen", channel = "LETTER" } } }, "dispatch { id }"))["dispatch"]!["id"]!.GetValue<string>();
        var meeting = (await stages.Secretary.ReadAsync("query($id: ID!) { node(id: $id) { ... on Minutes { meeting { id items { id } } } } }", new { id = place["minutesId"] }))["node"]!["meeting"]!;
        var member = (await stages.MembersAsync("decidingBody"))[2];
        var measure = new { meetingId = meeting["id"]!.GetValue<string>(), itemId = meeting["items"]![0]!["id"]!.GetValue<string>(), text = "Ta fram en plan.", responsibleId = member, dueOn = "2026-12-31" };
        place["measureId"] = (await stages.Secretary.DoAsync("decideMeasure", measure, "measure { id }"))["measure"]!["id"]!.GetValue<string>();
        var done = (await stages.Secretary.DoAsync("decideMeasure", measure, "measure { id }"))["measure"]!["id"]!.GetValue<string>();
        await stages.Secretary.DoAsync("reportMeasure", new { measureId = done, report = "Planen finns.", done = true }, "measure { id }");
    }

    /// <summary>Two cases that wait, and the vote on their order.</summary>
    private static async Task RankAsync(Stages stages, Dictionary<string, string> place)
    {
        for (var i = 0; i < 2; i++) await stages.AwaitingDecisionAsync();
        place["rankingId"] = (await stages.Secretary.DoAsync("openRanking", new { callId = place["callId"] }, "ranking { id }"))["ranking"]!["id"]!.GetValue<string>();
    }

    private static async Task<int> FirstYearAsync(Stages stages, string project) =>
        (await stages.Lead.ReadAsync("query($p: ID!) { node(id: $p) { ... on Project { granted { year } } } }", new { p = project }))["node"]!["granted"]![0]!["year"]!.GetValue<int>();

    private async Task FundAsync(string municipality, Dictionary<string, string> place)
    {
        var name = char.ToUpperInvariant(municipality[0]) + municipality[1..];
        var fund = (await fond.As("administrator").ReadAsync("query($m: String) { funds(municipality: $m) { nodes { id decidingBody { id } boardBody { id } calls { id } } } }", new { m = name }))["funds"]!["nodes"]![0]!;
        place["fundId"] = fund["id"]!.GetValue<string>();
        place["programmeId"] = (await fond.As("administrator").ReadAsync("query($m: String) { programmes(municipality: $m) { nodes { id } } }", new { m = name }))["programmes"]!["nodes"]![0]!["id"]!.GetValue<string>();
        place["callId"] = fund["calls"]![0]!["id"]!.GetValue<string>();
        (place["municipality"], place["caseNumber"]) = (name, await NumberAsync(place["applicationId"]));
        (place["bodyId"], place["boardId"]) = (fund["decidingBody"]!["id"]!.GetValue<string>(), fund["boardBody"]!["id"]!.GetValue<string>());
    }

    private async Task<string> NumberAsync(string application) =>
        (await fond.As("administrator").ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { caseNumber } } }", new { id = application }))["node"]!["caseNumber"]!.GetValue<string>();

    /// <summary>An observation with a file, a story, and a judgement.</summary>
    private static async Task TellAsync(Stages stages, Dictionary<string, string> place)
    {
        var project = place["projectId"];
        var observation = new { kind = "OBSERVATION", on = "2026-03-02", place = "Skolan", by = "Kurator", text = "Lugnare raster.", themes = Array.Empty<object>() };
        await stages.Lead.DoAsync("recordObservation", new { projectId = project, observation }, "observation { id }");
        place["evidenceFileId"] = await SendAsync(stages.Lead, $"/projects/{project}/observations/1/files?fileName=a.pdf");
        var story = new { domain = "Kamratskap", on = "2026-03-02", toldBy = "Elev", story = "Vi hälsar.", whyChosen = "Visar vardagen", chosenBy = "Personalgruppen", level = "PRACTICE" };
        await stages.Evaluator.DoAsync("recordChangeStory", new { projectId = project, story }, "changeStory { id }");
        await stages.Evaluator.DoAsync("judgeAttainment", new { projectId = project, attainment = new { wave = "w0", score = 0, expected = "Som förut", reasons = "Som förut", indicator = "t" } }, "attainment { id }");
    }

    private static async Task<string> CatalogueAsync(Stages stages, Dictionary<string, string> place)
    {
        var indicator = new { name = "Känner sig trygga", unit = "andel", kind = "SHARE", direction = "HIGHER_IS_BETTER", definition = "Andel som svarar ja.", owner = "Skolförvaltningen", instrument = "Skolenkät" };
        return (await stages.Officer.DoAsync("proposeIndicator", new { fundId = place["fundId"], code = "trygg", indicator }, "indicator { id }"))["indicator"]!["id"]!.GetValue<string>();
    }

    private async Task ImpactAsync(Stages stages, string municipality, Dictionary<string, string> place)
    {
        place["catalogueIndicatorId"] = await CatalogueAsync(stages, place);
        var system = await RegisterAsync($"system-{municipality}", Role.Evaluator, place["fundId"]);
        place["loggingClientId"] = (await stages.Evaluator.DoAsync("admitClient", new { projectId = place["projectId"], personId = system }, "loggingClient { id }"))["loggingClient"]!["id"]!.GetValue<string>();
        place["planId"] = (await stages.Evaluator.DoAsync("setMeasurementPlan", new
        {
            projectId = place["projectId"],
            design = "BEFORE_AFTER",
            indicators = new[] { new { code = "t", name = "Trygghet", unit = "andel", kind = "SHARE", direction = "HIGHER_IS_BETTER" } },
            waves = new object[] { new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true }, new { code = "w1", name = "Efter", from = "2021-01-01", to = "2021-06-30" } },
        }, "measurementPlan { id }"))["measurementPlan"]!["id"]!.GetValue<string>();
        foreach (var events in new[] { 5, 6 }) // the second corrects the first
            await stages.Evaluator.DoAsync("logMeasurements", new { projectId = place["projectId"], rows = new[] { new { rowKey = "a", indicator = "t", wave = "w0", group = "INTERVENTION", measuredOn = "2019-03-01", n = 10, events } } }, "report { logged }");
        await TellAsync(stages, place);
        place["importId"] = await ImportGround.IdOfAsync(await ImportGround.PostAsync(stages.Evaluator, place["projectId"], "rowKey\n"u8.ToArray()));
    }

    /// <summary>Asks the evaluator, for want of anybody better.</summary>
    private static async Task EndorseAsync(Stages stages, Dictionary<string, string> place)
    {
        var evaluator = (await stages.Evaluator.ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();
        await stages.Lead.DoAsync("saveApplicationDraft", new { applicationId = place["draftId"], content = new { partners = new[] { new { organisation = "Polisen", kind = "STATE" } } } }, "application { id }");
        place["endorsementId"] = (await stages.Lead.DoAsync("requestEndorsement", new { applicationId = place["draftId"], organisation = "Polisen", personId = evaluator }, "endorsement { id }"))["endorsement"]!["id"]!.GetValue<string>();
    }

    private static Task<JsonNode> AgreeAsync(Stages stages, string project) => stages.Officer.DoAsync("agreeRepayment", new
    {
        projectId = project,
        model = "PLAN_FROM_SAVING_UNITS",
        instalments = new[] { new { unit = "Socialnämnden", dueOn = "2026-06-01", amount = 10_000 } },
        deviationReason = "Prövas",
    }, "repaymentAgreement { id }");

    /// <summary>A price, an index, and what the project is expected to save by them.</summary>
    private async Task PriceAsync(Stages stages, Dictionary<string, string> place)
    {
        var administrator = fond.As("administrator");
        var price = new { fundId = place["fundId"], code = "plats", name = new { sv = "Placering", en = "Placement" }, payer = "BOARD", board = "Socialnämnden", amount = 100_000_000, priceYear = 2019, source = "Nationell databas", from = "2026-01-01" };
        place["priceLineId"] = (await administrator.DoAsync("addPrice", price, "priceLine { id }"))["priceLine"]!["id"]!.GetValue<string>();
        await administrator.DoAsync("setPriceIndex", new { fundId = place["fundId"], year = 2026, level = 100, source = "KPIF" }, "priceIndexLevel { id }");
        var saving = new { unitCost = "plats", year = 1, treated = 20, shareWithout = 0.5, shareWith = 0.25, counterfactual = "Andelen åren före" };
        await stages.Lead.DoAsync("proposeSavings", new { projectId = place["projectId"], startYear = 2019, savings = new[] { saving }, note = "Inför beslutet" }, "savingsCase { id }");
    }

    /// <summary>A key figure with a value.</summary>
    private static async Task CountAsync(Stages stages, Dictionary<string, string> place)
    {
        place["areaId"] = await KeyFigureGround.AreaAsync(stages.Officer, place["fundId"], "norr");
        place["keyFigureId"] = await KeyFigureGround.AddAsync(stages.Officer, place["fundId"]);
        place["loadId"] = (await KeyFigureGround.RecordAsync(stages.Officer, place["keyFigureId"], new { area = "norr", year = 2024, value = 1 }))["loadId"]!.GetValue<string>();
        await stages.Lead.DoAsync("nameBackground", new { projectId = place["projectId"], keyFigureId = place["keyFigureId"], areaId = place["areaId"], reason = "Behovet" }, "background { id }");
    }

    /// <summary>Of the municipality; null: it has none.</summary>
    private static async Task<string?> CouncilAsync(Stages stages, string municipality)
    {
        var name = char.ToUpperInvariant(municipality[0]) + municipality[1..];
        return (await stages.Officer.ReadAsync("query($m: String!) { bodies(municipality: $m, kind: COUNCIL) { nodes { id } } }", new { m = name }))["bodies"]!["nodes"]!.AsArray().Select(b => b!["id"]!.GetValue<string>()).FirstOrDefault();
    }

    /// <summary>Where the demo data ask about a programme, in a matter of their own.</summary>
    private async Task SeatInLundAsync(string subject)
    {
        var person = (await fond.As(subject).ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();
        var asked = (await fond.As("lund-remiss-1").ReadAsync("{ consultations { nodes { requests { body { id } } } } }"))["consultations"]!["nodes"]![0]!["requests"]![0]!["body"]!["id"]!.GetValue<string>();
        await fond.As("administrator").DoAsync("addMember", new { bodyId = asked, personId = person, function = "Ledamot", role = "MEMBER", from = "2020-01-01" }, "body { id }");
    }

    /// <summary>One that nothing else in the municipality concerns, with somebody who answers for it.</summary>
    private async Task<string> ReferralBodyAsync(string municipality)
    {
        var administrator = fond.As("administrator");
        var body = (await administrator.DoAsync("saveBody", new { name = $"Polisen i {municipality}", kind = "REFERRAL_BODY", municipality = char.ToUpperInvariant(municipality[0]) + municipality[1..], quorum = 1 }, "body { id }"))["body"]!["id"]!.GetValue<string>();
        var person = await RegisterAsync($"{municipality}-remissinstans", Role.ReferralBody, null);
        await administrator.DoAsync("addMember", new { bodyId = body, personId = person, function = "Kommunpolis", role = "MEMBER", from = "2020-01-01" }, "body { id }");
        return body;
    }

    /// <summary>Asks the fund's own deciding body, a referral body, the council, where there is one, and its board, which never answers: so the consultation goes on.</summary>
    private async Task ConsultAsync(Stages stages, string municipality, Dictionary<string, string> place)
    {
        place["referralBodyId"] = await ReferralBodyAsync(municipality);
        if (await CouncilAsync(stages, municipality) is { } council) place["councilId"] = council;
        place["enclosureId"] = (await stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: APPLICATION) { nodes { id } } }", new { a = place["applicationId"] }))["caseDocuments"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var input = new { applicationId = place["applicationId"], documentIds = new[] { place["enclosureId"] }, title = "Remiss", lastDay = "2026-06-01", caseNumber = "KS 2026/1", letter = "Bifogat", bodyIds = new[] { place["bodyId"], place["boardId"], place["referralBodyId"], place.GetValueOrDefault("councilId") }.OfType<string>().ToArray(), questions = new[] { "Vad anser ni?" }, publicQuestions = new[] { "Vad anser du?" } };
        place["consultationId"] = (await stages.Officer.DoAsync("createConsultation", input, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        await stages.Officer.DoAsync("sendConsultation", new { consultationId = place["consultationId"] }, "consultation { id }");
        place["statementFileId"] = await StatementFileAsync(stages, place);
        await stages.Officer.DoAsync("commentConsultation", new { consultationId = place["consultationId"], answers = new[] { "Bra" } }, "receipt { receivedAt }");
    }

    /// <summary>Of the deciding body, through its chair.</summary>
    private static Task<string> StatementFileAsync(Stages stages, Dictionary<string, string> place) =>
        SendAsync(stages.Chair, $"/consultations/{place["consultationId"]}/files?bodyId={place["bodyId"]}&fileName=a.pdf");

    private async Task PeopleAsync()
    {
        Here["personId"] = There["personId"] = await RegisterAsync("ingen", null, null);
        Askers.Add(new("PUBLIC", fond.As(null), fond.As(null), fond.As(null)));
        await RegisterAsync("utan-roll", null, null); // somebody else than who is given roles
        Askers.Add(new("NO_ROLE", fond.As("utan-roll"), fond.As("utan-roll"), fond.As("utan-roll")));
        foreach (var role in Enum.GetValues<Role>())
        {
            var name = WorkflowNames.Of(role);
            await RegisterAsync($"everywhere-{name}", role, null);
            await RegisterAsync($"here-{name}", role, Here["fundId"]);
            Askers.Add(new(name, fond.As($"everywhere-{name}"), fond.As($"here-{name}"), fond.As(OwnerOf(role) ?? $"here-{name}")));
        }
    }

    private Client OwnerOf(string role) => Askers.Single(a => a.Name == role).Owner;

    /// <summary>Whom the case in Helsingborg concerns.</summary>
    private static string? OwnerOf(Role role) => role switch
    {
        Role.Applicant => "helsingborg-projektledare",
        Role.Assessor => "helsingborg-bedomare-1",
        Role.Evaluator => "helsingborg-utvarderare",
        Role.SteeringMember => "helsingborg-ledamot-1",
        Role.ReferralBody => "helsingborg-remissinstans",
        Role.CouncilMember => "helsingborg-rad-1",
        _ => null,
    };

    private async Task<string> RegisterAsync(string subject, Role? role, string? fund)
    {
        var administrator = fond.As("administrator");
        var person = (await administrator.DoAsync("registerPerson", new { subject, name = subject, organisation = "Ingen", email = subject.ToLowerInvariant() + "@example.org" }, "person { id }"))["person"]!["id"]!.GetValue<string>();
        if (role is { } held) await administrator.DoAsync("grantRole", new { personId = person, role = WorkflowNames.Of(held), fundId = fund }, "person { id }");
        return person;
    }

    private async Task RegisterAsync(Stages stages, Dictionary<string, string> place)
    {
        var letter = new { applicationId = place["applicationId"], kind = "LETTER", direction = "INCOMING", on = "2026-03-09", correspondent = "Skolverket", subject = "Fråga" };
        place["documentId"] = (await stages.Officer.DoAsync("registerDocument", letter, "document { id }"))["document"]!["id"]!.GetValue<string>();
        place["matterId"] = (await stages.Officer.DoAsync("openMatter", new { fundId = place["fundId"], title = "Årsbudget", programmeId = place["programmeId"], bodyId = place["bodyId"] }, "matter { id }"))["matter"]!["id"]!.GetValue<string>();
        var decision = new { matterId = place["matterId"], kind = "DECISION", direction = "DRAWN_UP", on = "2026-03-09", subject = "Budgeten fastställs" };
        place["matterDocumentId"] = (await stages.Officer.DoAsync("registerMatterDocument", decision, "document { id }"))["document"]!["id"]!.GetValue<string>();
        place["matterDocumentFileId"] = await SendAsync(stages.Officer, $"/matter-documents/{place["matterDocumentId"]}/files?fileName=a.pdf");
        await RetainAsync(stages, place);
        place["releaseRequestId"] = await ReleaseAsync(stages, place["documentId"]);
        place["matterReleaseRequestId"] = await ReleaseAsync(stages, place["matterDocumentId"], ofMatter: true);
        place["documentFileId"] = await SendAsync(stages.Officer, $"/documents/{place["documentId"]}/files?fileName=a.pdf");
    }

    /// <summary>A rule, and a case that ended long ago by what its letter says, whose disposal is proposed.</summary>
    private async Task RetainAsync(Stages stages, Dictionary<string, string> place)
    {
        place["retentionRuleId"] = (await stages.Registrar.DoAsync("setRetentionRule", new { fundId = place["fundId"], kind = "NOTE", years = 1, decision = "KS 2020/15" }, "retentionRule { id }"))["retentionRule"]!["id"]!.GetValue<string>();
        var (letter, decided, kept) = (GlobalId.Read<Domain.Registry.CaseDocument>(place["documentId"]), GlobalId.Read<Domain.Registry.MatterDocument>(place["matterDocumentId"]), GlobalId.Read<Domain.Registry.RetentionRule>(place["retentionRuleId"]));
        var disposal = await fond.InDatabaseAsync(async db =>
        {
            var note = await db.Set<Domain.Registry.CaseDocument>().SingleAsync(d => d.Id == letter);
            var decision = await db.Set<Domain.Registry.MatterDocument>().SingleAsync(d => d.Id == decided);
            var rule = await db.Set<Domain.Registry.RetentionRule>().SingleAsync(r => r.Id == kept);
            var made = new Domain.Registry.Disposal(rule.FundId, [new(note, true, new(2000, 1, 1), rule, false), new(decision, true, new(2000, 1, 1), rule, false)], note.RegisteredById!.Value, fond.Clock.GetUtcNow(), fond.Today);
            db.Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
        place["disposalId"] = GlobalId.Of<Domain.Registry.Disposal>(disposal);
    }

    /// <summary>Refused, and given in writing.</summary>
    private static async Task<string> ReleaseAsync(Stages stages, string document, bool ofMatter = false)
    {
        var (its, id) = ofMatter ? ("Matter", "matterReleaseRequestId") : ("", "releaseRequestId");
        var asked = new Dictionary<string, object> { [ofMatter ? "matterDocumentId" : "documentId"] = document, ["receivedOn"] = "2026-03-09" };
        var request = (await stages.Officer.DoAsync($"request{its}Release", asked, "releaseRequest { id }"))["releaseRequest"]!["id"]!.GetValue<string>();
        await stages.Officer.DoAsync($"decide{its}Release", new Dictionary<string, object> { [id] = request, ["outcome"] = "REFUSED", ["ground"] = "OSL 26 kap. 1 §", ["reasons"] = "Uppgifter om enskild" }, "releaseRequest { id }");
        await stages.Officer.DoAsync($"write{its}ReleaseDecision", new Dictionary<string, object> { [id] = request }, "releaseRequest { id }");
        return request;
    }

    private static Task<string> UploadAsync(Client lead, string application) => SendAsync(lead, $"/applications/{application}/attachments?fileName=a.pdf");

    /// <returns>The id of the file.</returns>
    internal static async Task<string> SendAsync(Client client, string path)
    {
        using var upload = await client.RequestAsync(HttpMethod.Post, path);
        upload.Content = new ByteArrayContent("%PDF-1.7"u8.ToArray());
        return JsonNode.Parse(await (await client.SendAsync(upload)).Content.ReadAsStringAsync())!["id"]!.GetValue<string>();
    }

    private static async Task IncidentAsync(FondDb db, Dictionary<string, string> place)
    {
        var application = GlobalId.Read<Domain.Applications.Application>(place["applicationId"]);
        var timer = await db.Set<WorkflowTimer>().Select(t => t.Id).FirstAsync();
        var incident = new Incident(IncidentKind.Timer, timer, application, "TEST", DateTimeOffset.UnixEpoch);
        db.Add(incident);
        await db.SaveChangesAsync();
        place["incidentId"] = GlobalId.Of<Incident>(incident.Id);
    }
}
