using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Meetings;

/// <summary>A council advises: it hears cases of its municipality, and decides none.</summary>
public sealed class CouncilTests : FondTest
{
    private MeetingStages Meetings => new(Fond);

    private CouncilStages Council => new(Fond);

    private Stages Cases => Meetings.Cases;

    [Fact]
    public async Task An_advising_council_gives_its_opinion_of_a_case_and_decides_none()
    {
        var application = await Cases.AwaitingDecisionAsync();
        var (meeting, _) = await Council.InSessionAsync(application);
        foreach (var outcome in new[] { "APPROVED", "REJECTED" })
            await Cases.Secretary.RefusedAsync("DECISION_BODY_CANNOT_DECIDE", "settleAgendaItem", await Meetings.SettlementAsync(meeting, outcome), "outcome");
        await Cases.Secretary.RefusedAsync("MEETING_RULING_MISSING", "settleAgendaItem", new { meetingId = meeting, itemId = await Meetings.ItemAsync(meeting), outcome = "OPINION" }, "ruling");
        Assert.Equal("AWAITING_DECISION", (await Cases.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { phase } } }", new { a = application }))["node"]!["phase"]!.GetValue<string>());
        var heard = await Meetings.SettleAsync(meeting, "OPINION");
        Assert.Equal((1, "OPINION", null, "AWAITING_DECISION"), (heard["paragraph"]!.GetValue<int>(), heard["outcome"]!.GetValue<string>(), heard["decision"]?.ToJsonString(), heard["application"]!["phase"]!.GetValue<string>()));
        var told = (await new Client(Fond, "helsingborg-handlaggare") { Language = "sv" }.ReadAsync("{ notifications(first: 1) { nodes { subject } } }"))["notifications"]!["nodes"]![0]!["subject"]!.GetValue<string>();
        Assert.StartsWith("Socialt hållbarhetsråd, Helsingborg har yttrat sig över", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_spends_nothing_of_what_others_have_granted_and_decides_nothing_of_its_own()
    {
        var application = await Cases.AwaitingDecisionAsync();
        await Meetings.SettleAsync(await Meetings.InSessionAsync(application), "APPROVED");
        var (meeting, responsible) = await Council.InSessionAsync(application, "Rådets egen plan");
        await Cases.Secretary.RefusedAsync("DECISION_BODY_CANNOT_DECIDE", "settleAgendaItem", await Meetings.SettlementAsync(meeting, "APPROVED", 2), "outcome");
        await Meetings.SettleAsync(meeting, "NOTED");
        object Measure(string item, object? order) => new { meetingId = meeting, itemId = item, text = "Ta fram en plan.", responsibleId = responsible, dueOn = "2026-12-31", order };
        var item = await Meetings.ItemAsync(meeting);
        await Cases.Secretary.RefusedAsync("MEASURE_BODY_CANNOT_ORDER", "decideMeasure", Measure(item, new { supplier = "Högskolan", amount = 1_000, budget = "ALLOTTED" }), "order");
        await Cases.Secretary.DoAsync("decideMeasure", Measure(item, null), "measure { id }");
    }

    [Fact]
    public async Task A_member_of_the_council_declares_a_conflict_in_a_case_that_is_at_its_table()
    {
        var application = await Cases.AwaitingDecisionAsync();
        object Conflict() => new { applicationId = application, ground = "OWN_MATTER", reason = "Syskon arbetar i projektet" };
        await Fond.As("helsingborg-rad-1").RefusedAsync("NOT_FOUND", "declareRecusal", Conflict(), "applicationId"); // it has not been called to it
        await Council.InSessionAsync(application);
        await Fond.As("helsingborg-rad-1").DoAsync("declareRecusal", Conflict(), "recusal { id }");
        await Fond.As("helsingborg-rad-1").RefusedAsync("RECUSAL_ALREADY_DECLARED", "declareRecusal", Conflict());
        Assert.Null((await Fond.As("helsingborg-rad-1").ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { title } } }", new { a = application }))["node"]);
    }

    [Theory]
    [InlineData("TABLED", null)]
    [InlineData("REFERRED_BACK", "anser att ärendet bör kompletteras innan det avgörs")]
    public async Task What_it_puts_off_or_misses_is_its_opinion_and_the_case_goes_on(string outcome, string? said)
    {
        var application = await Cases.AwaitingDecisionAsync();
        var (meeting, _) = await Council.InSessionAsync(application);
        var settled = await Meetings.SettleAsync(meeting, outcome, 1, ("missing", said is null ? "" : "Barnens egna röster"));
        var told = (await new Client(Fond, "helsingborg-projektledare") { Language = "sv" }.ReadAsync("{ notifications(first: 100) { nodes { subject } } }"))["notifications"]!["nodes"]!.AsArray().Select(n => n!["subject"]!.GetValue<string>()).ToList();
        Assert.DoesNotContain(told, subject => subject.EndsWith("är återremitterat", StringComparison.Ordinal));
        Assert.Equal(said is not null, told.Exists(subject => subject.EndsWith("bör kompletteras", StringComparison.Ordinal)));
        Assert.Equal((outcome, "AWAITING_DECISION"), (settled["outcome"]!.GetValue<string>(), settled["application"]!["phase"]!.GetValue<string>()));
        if (said is not null) Assert.Contains(said, await Meetings.PageAsync(await Meetings.ClosedAsync(meeting, await Council.PersonAsync("helsingborg-ledamot-2")), "helsingborg-sekreterare"), StringComparison.Ordinal);
        await Meetings.SettleAsync(await Meetings.InSessionAsync(application), "APPROVED");
    }

    [Fact]
    public async Task It_hands_a_case_to_a_body_that_it_prepares_for_and_to_no_other()
    {
        var application = await Cases.AwaitingDecisionAsync();
        var (meeting, _) = await Council.InSessionAsync(application);
        var group = await Meetings.BodyAsync();
        var settlement = await Meetings.SettlementAsync(meeting, "REFERRED");
        settlement["referredToId"] = group;
        await Cases.Secretary.RefusedAsync("MEETING_REFERRAL_BESIDE_LINE", "settleAgendaItem", settlement, "referredToId");
        var saved = await PrepareForAsync(group);
        Assert.Equal(["EXECUTIVE_BOARD", "STEERING_GROUP"], saved["body"]!["preparesFor"]!.AsArray().Select(b => b!["kind"]!.GetValue<string>()));
        var settled = await Meetings.SettleAsync(meeting, "REFERRED", 1, ("referredToId", group));
        Assert.Equal(("AWAITING_DECISION", null), (settled["application"]!["phase"]!.GetValue<string>(), settled["decision"]?.ToJsonString()));
        var told = (await Cases.Chair.ReadAsync("{ notifications(first: 100) { nodes { body } } }"))["notifications"]!["nodes"]!.AsArray();
        Assert.Contains(told, n => n!["body"]!.GetValue<string>().Contains("The case has been prepared and is handed to", StringComparison.Ordinal));
        Assert.Contains("Rådet överlämnar ärendet till", await Meetings.PageAsync(await Meetings.ClosedAsync(meeting, await Council.PersonAsync("helsingborg-ledamot-2")), "helsingborg-sekreterare"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_hands_on_is_told_to_nobody_who_is_shut_out_of_the_case()
    {
        var application = await Cases.AwaitingDecisionAsync();
        await Cases.Chair.DoAsync("declareRecusal", new { applicationId = application, ground = "OWN_MATTER", reason = "Syskon" }, "recusal { id }");
        var (meeting, _) = await Council.InSessionAsync(application);
        var group = await Meetings.BodyAsync();
        await PrepareForAsync(group);
        await Meetings.SettleAsync(meeting, "REFERRED", 1, ("referredToId", group));
        Assert.Equal((true, false), (await IsToldAsync(Cases.Secretary), await IsToldAsync(Cases.Chair)));

        static async Task<bool> IsToldAsync(Client person) => (await person.ReadAsync("{ notifications(first: 100) { nodes { body } } }"))["notifications"]!["nodes"]!.AsArray()
            .Any(n => n!["body"]!.GetValue<string>().Contains("The case has been prepared and is handed to", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_announcement_speaks_of_no_legality_review()
    {
        var (meeting, member) = await Council.InSessionAsync("Rådets egen plan");
        await Meetings.SettleAsync(meeting, "OPINION");
        var other = await Council.PersonAsync("helsingborg-ledamot-1");
        await Cases.Secretary.RefusedAsync("MINUTES_APPROVER_INVALID", "closeMeeting", new { meetingId = meeting, approverIds = new[] { other } });
        var minutes = await Meetings.ClosedAsync(meeting, await Council.PersonAsync("helsingborg-ledamot-2"));
        foreach (var approver in new[] { "helsingborg-rad-1", "helsingborg-ledamot-2" }) await Fond.As(approver).DoAsync("approveMinutes", new { minutesId = minutes }, "minutes { id }");
        await Cases.Secretary.DoAsync("announceMinutes", new { minutesId = minutes, keptAt = "Biblioteket" }, "minutes { id }");
        var announced = (await new Client(Fond, null) { Language = "sv" }.ReadAsync("{ publicMinutes { nodes { announcement upUntil reviewUntil finalOn } } }"))["publicMinutes"]!["nodes"]![0]!;
        Assert.Equal((null, null), (announced["reviewUntil"]?.GetValue<string>(), announced["finalOn"]?.GetValue<string>()));
        var said = announced["announcement"]!.GetValue<string>();
        Assert.Contains($"tas ned efter {announced["upUntil"]!.GetValue<string>()}", said, StringComparison.Ordinal);
        await Cases.Secretary.RefusedAsync("LEGALITY_REVIEW_OF_ADVICE", "recordLegalityReview", new { minutesId = minutes, paragraph = 1, courtCase = "Mål 1-26", requestedOn = Fond.Today.ToString("yyyy-MM-dd", null) });
        using var page = await Fond.Http.GetAsync("/register/minutes", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Final and binding", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Organet är rådgivande", said, StringComparison.Ordinal);
        Assert.DoesNotContain("sista dagen", said, StringComparison.Ordinal);
        Assert.NotNull(member);
    }

    [Fact]
    public async Task A_council_s_papers_are_kept_by_its_own_office()
    {
        var council = await Council.IdAsync();
        const string save = "mutation($input: SaveMeetingInput!) { saveMeeting(input: $input) { errors { code } } }";
        foreach (var person in new[] { "helsingborg-sekreterare", "helsingborg-rad-1" })
            await Fond.As(person).ForbiddenAsync("FORBIDDEN", save, new { input = new { bodyId = council, startsAt = "2026-03-20T09:00:00Z", place = "Biblioteket", isPublic = true } });
    }

    /// <summary>From now on the council prepares for a body besides its parent.</summary>
    private async Task<JsonNode> PrepareForAsync(string group)
    {
        var council = await Council.IdAsync();
        var known = (await Fond.As(null).ReadAsync("query($id: ID!) { node(id: $id) { ... on Body { name kind municipality quorum catchmentArea parent { id } } } }", new { id = council }))["node"]!;
        return await Fond.As("administrator").DoAsync("saveBody", new
        {
            bodyId = council,
            name = known["name"]!.GetValue<string>(),
            kind = "COUNCIL",
            municipality = "Helsingborg",
            quorum = known["quorum"]!.GetValue<int>(),
            catchmentArea = known["catchmentArea"]!.GetValue<string>(),
            parentId = known["parent"]!["id"]!.GetValue<string>(),
            alsoPreparesForIds = new[] { group },
        }, "body { preparesFor { kind } }");
    }
}
