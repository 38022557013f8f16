using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Consultations;

public sealed class ConsultationTimeTests : FondTest
{
    private Referrals Lund => new(Fond);

    [Fact]
    public async Task Of_a_marked_case_messages_tell_the_number_alone_and_no_reason()
    {
        var (stages, application) = (new Stages(Fond), await Cases.SubmittedAsync(Fond));
        var board = (await stages.Officer.ReadAsync("{ funds(municipality: \"Helsingborg\") { nodes { decidingBody { id } } } }"))["funds"]!["nodes"]![0]!["decidingBody"]!["id"]!.GetValue<string>();
        var consultation = (await stages.Officer.DoAsync("createConsultation", new { applicationId = application, title = "Hemlig titel", caseNumber = "KS 2026/9", lastDay = "2026-06-01", letter = "Bifogat", bodyIds = new[] { board }, questions = new[] { "Vad anser ni?" } }, "consultation { id caseNumber }"))["consultation"]!;
        var (id, number) = (consultation["id"]!.GetValue<string>(), consultation["caseNumber"]!.GetValue<string>());
        await stages.Officer.DoAsync("sendConsultation", new { consultationId = id }, "consultation { id }");
        await stages.Officer.DoAsync("markApplication", new { applicationId = application, ground = "OSL 26 kap. 1 §" }, "application { id }");
        await stages.Chair.DoAsync("requestExtension", new { consultationId = id, bodyId = board, lastDay = "2026-06-20", reason = "Hemligt skäl" }, "consultation { id }");
        await stages.Officer.DoAsync("declineExtension", new { consultationId = id, bodyId = board, reason = "Hemligt nej" }, "consultation { id }");
        foreach (var person in new[] { stages.Officer, stages.Chair })
        {
            var newest = (await person.ReadAsync("{ notifications(first: 1) { nodes { subject body } } }"))["notifications"]!["nodes"]![0]!.ToJsonString();
            Assert.Contains(number, newest, StringComparison.Ordinal);
            Assert.DoesNotContain("Hemlig", newest, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_letter_of_more_time_or_of_the_end_goes_out_by_the_registry()
    {
        var (stages, application) = (new Stages(Fond), await Cases.SubmittedAsync(Fond));
        var board = (await stages.Officer.ReadAsync("{ funds(municipality: \"Helsingborg\") { nodes { decidingBody { id name } } } }"))["funds"]!["nodes"]![0]!["decidingBody"]!;
        var body = board["id"]!.GetValue<string>();
        var id = (await stages.Officer.DoAsync("createConsultation", new { applicationId = application, title = "Remiss", caseNumber = "KS 2026/9", lastDay = "2026-06-01", letter = "Bifogat", bodyIds = new[] { body }, questions = new[] { "Vad anser ni?" } }, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        await stages.Officer.DoAsync("sendConsultation", new { consultationId = id }, "consultation { id }");
        await stages.Chair.DoAsync("requestExtension", new { consultationId = id, bodyId = body, lastDay = "2026-06-30", reason = "Möte" }, "consultation { id }");
        await stages.Officer.DoAsync("declineExtension", new { consultationId = id, bodyId = body, reason = "För sent" }, "consultation { id }");
        await stages.Officer.DoAsync("extendConsultation", new { consultationId = id, lastDay = "2026-06-20", reason = "Helger" }, "consultation { id }");
        await stages.Officer.DoAsync("withdrawConsultation", new { consultationId = id, reason = "Fel underlag" }, "consultation { id }");
        var sent = (await stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: CONSULTATION) { nodes { number direction correspondent subject target { id } } } }", new { a = application }))["caseDocuments"]!["nodes"]!.AsArray();
        Assert.Equal(["Remiss", "Längre svarstid ges inte: Remiss", "Längre svarstid, till 2026-06-20: Remiss", "Återkallelse: Remiss"], sent.OrderBy(e => e!["number"]!.GetValue<int>()).Select(e => e!["subject"]!.GetValue<string>()));
        Assert.All(sent, e => Assert.Equal(("OUTGOING", board["name"]!.GetValue<string>(), id), (e!["direction"]!.GetValue<string>(), e["correspondent"]!.GetValue<string>(), e["target"]!["id"]!.GetValue<string>())));
    }

    [Fact]
    public async Task Those_who_have_not_answered_are_reminded_a_week_before_and_once()
    {
        var (id, bodies) = await Lund.SentAsync();
        await Fond.As("lund-remiss-2").DoAsync("answerConsultation", Referrals.Answer(id, bodies[1]), "consultation { id }");
        Fond.Clock.SetUtcNow(new(2026, 5, 25, 21, 59, 59, TimeSpan.Zero)); // a second before midnight in Lund
        await Fond.SweepAsync();
        Assert.Single(await Lund.ToldAsync("lund-remiss-3"));
        Fond.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var other = await Fond.AgainAsync(); // the alarm is kept in the database, and any instance may answer it
        await other.SweepAsync();
        await Fond.SweepAsync();
        Assert.Contains("Reminder: no statement in KS 2026/1", (await Lund.ToldAsync("lund-remiss-3"))[0], StringComparison.Ordinal);
        Assert.Equal((1, 2), ((await Lund.ToldAsync("lund-remiss-2")).Count, (await Lund.ToldAsync("lund-remiss-3")).Count));
        Assert.NotNull((await Lund.ReadAsync("lund-handlaggare", id))["requests"]![1]!["remindedAt"]);
    }

    [Fact]
    public async Task It_is_over_when_the_last_day_has_passed_and_closes_when_late_statements_are_no_longer_taken()
    {
        var (id, bodies) = await Lund.SentAsync(d => d["lateDays"] = 5);
        Fond.Clock.SetUtcNow(new(2026, 6, 1, 22, 0, 0, TimeSpan.Zero));
        await Fond.SweepAsync();
        var over = await Lund.ReadAsync("lund-handlaggare", id);
        Assert.Equal(("SENT", true), (over["state"]!.GetValue<string>(), over["overAt"] is not null));
        Assert.Contains("0 of 2 referral bodies", (await Lund.ToldAsync("lund-handlaggare"))[0], StringComparison.Ordinal);
        await Fond.As("lund-remiss-2").DoAsync("answerConsultation", Referrals.Answer(id, bodies[1]), "consultation { id }");
        Fond.Clock.SetUtcNow(new(2026, 6, 6, 22, 0, 0, TimeSpan.Zero));
        await Fond.As("lund-remiss-3").RefusedAsync("CONSULTATION_TOO_LATE", "answerConsultation", Referrals.Answer(id, bodies[2]));
        await Fond.SweepAsync();
        var closed = await Lund.ReadAsync("lund-handlaggare", id);
        Assert.Equal(("CLOSED", "ANSWERED_LATE", "OVERDUE"), (closed["state"]!.GetValue<string>(), closed["requests"]![0]!["status"]!.GetValue<string>(), closed["requests"]![1]!["status"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_body_asks_for_more_time_and_is_given_it_with_the_reason_on_record()
    {
        var (id, bodies) = await Lund.SentAsync();
        var wish = new { consultationId = id, bodyId = bodies[1], lastDay = "2026-06-15", reason = "Nämnden möts den 10 juni." };
        await Fond.As("lund-remiss-3").ForbiddenAsync("FORBIDDEN", "mutation($input: RequestExtensionInput!) { requestExtension(input: $input) { errors { code } } }", new { input = wish });
        await Fond.As("lund-remiss-2").RefusedAsync("CONSULTATION_EXTENSION_NOT_LATER", "requestExtension", new { consultationId = id, bodyId = bodies[1], lastDay = "2026-06-01", reason = "Skäl" }, "lastDay");
        await Fond.As("lund-remiss-2").DoAsync("requestExtension", wish, "consultation { id }");
        Assert.Contains("Nämnden möts den 10 juni.", (await Lund.ToldAsync("lund-handlaggare"))[0], StringComparison.Ordinal);
        Assert.Equal("2026-06-15", (await Lund.ReadAsync("lund-handlaggare", id))["requests"]![0]!["wanted"]!["until"]!.GetValue<string>());
        Assert.Null((await Lund.ReadAsync("lund-remiss-3", id))["requests"]![0]!["wanted"]); // another's reasons

        var grant = new { consultationId = id, bodyId = bodies[1], lastDay = "2026-06-15", reason = "Begärd av nämnden" };
        await Fond.As("lund-remiss-2").ForbiddenAsync("FORBIDDEN", "mutation($input: ExtendConsultationInput!) { extendConsultation(input: $input) { errors { code } } }", new { input = grant });
        await Fond.As("helsingborg-handlaggare").RefusedAsync("NOT_FOUND", "extendConsultation", grant, "consultationId");
        await Lund.Officer.DoAsync("extendConsultation", grant, "consultation { id }");
        var extended = await Lund.ReadAsync("lund-handlaggare", id);
        Assert.Equal(["2026-06-15", "2026-06-01"], extended["requests"]!.AsArray().Select(r => r!["lastDay"]!.GetValue<string>()));
        Assert.Equal("Begärd av nämnden", Assert.Single(extended["extensions"]!.AsArray())!["reason"]!.GetValue<string>());
        Assert.Contains("2026-06-15", (await Lund.ToldAsync("lund-remiss-2"))[0], StringComparison.Ordinal);
        Assert.Single(await Lund.ToldAsync("lund-remiss-3"));

        await Lund.Officer.DoAsync("extendConsultation", new { consultationId = id, lastDay = "2026-06-08", reason = "Helgdagar" }, "consultation { id }");
        Assert.Equal(["2026-06-15", "2026-06-08"], (await Lund.ReadAsync("lund-handlaggare", id))["requests"]!.AsArray().Select(r => r!["lastDay"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_withdrawn_consultation_tells_why_and_is_not_answered()
    {
        var (id, bodies) = await Lund.SentAsync();
        await Lund.Officer.RefusedAsync("CONSULTATION_REASON_MISSING", "withdrawConsultation", new { consultationId = id, reason = " " }, "reason");
        await Fond.As("helsingborg-handlaggare").RefusedAsync("NOT_FOUND", "withdrawConsultation", new { consultationId = id, reason = "Skäl" }, "consultationId");
        await Fond.As("lund-remiss-2").ForbiddenAsync("FORBIDDEN", "mutation($input: WithdrawConsultationInput!) { withdrawConsultation(input: $input) { errors { code } } }", new { input = new { consultationId = id, reason = "Skäl" } });
        await Lund.Officer.DoAsync("withdrawConsultation", new { consultationId = id, reason = "Förslaget arbetas om." }, "consultation { state }");
        Assert.Contains("Förslaget arbetas om.", (await Lund.ToldAsync("lund-remiss-2"))[0], StringComparison.Ordinal);
        await Fond.As("lund-remiss-2").RefusedAsync("CONSULTATION_WRONG_STATE", "answerConsultation", Referrals.Answer(id, bodies[1]));
        Fond.Clock.SetUtcNow(new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero));
        await Fond.SweepAsync();
        Assert.Equal("WITHDRAWN", (await Lund.ReadAsync("lund-remiss-2", id))["state"]!.GetValue<string>());
        Assert.Equal(2, (await Lund.ToldAsync("lund-remiss-2")).Count); // no reminder
    }

    [Theory]
    [InlineData("answered")]
    [InlineData("over")]
    [InlineData("withdrawn")]
    public async Task A_case_waits_for_its_consultation_and_goes_on(string how)
    {
        var stages = new Stages(Fond);
        var application = await stages.AcceptedAsync();
        var council = (await stages.Officer.ReadAsync("{ bodies(kind: COUNCIL) { nodes { id } } }"))["bodies"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var draft = new { applicationId = application, title = "Remiss", caseNumber = "KS 2026/1", letter = "Missiv", questions = new[] { "Är det bra?" }, bodyIds = new[] { council }, lastDay = "2026-06-01" };
        var id = (await stages.Officer.DoAsync("createConsultation", draft, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        Assert.Equal("in-assessment", await StateAsync(application));
        await stages.Officer.DoAsync("sendConsultation", new { consultationId = id }, "consultation { id }");
        Assert.Equal("out-for-consultation", await StateAsync(application));
        if (how == "answered") await Fond.As("helsingborg-rad-1").DoAsync("answerConsultation", Referrals.Answer(id, council), "consultation { id }");
        else if (how == "withdrawn") await stages.Officer.DoAsync("withdrawConsultation", new { consultationId = id, reason = "Fel underlag" }, "consultation { id }");
        else
        {
            Fond.Clock.SetUtcNow(new(2026, 6, 1, 22, 0, 0, TimeSpan.Zero));
            await Fond.SweepAsync();
        }
        Assert.Equal("in-assessment", await StateAsync(application));
    }

    [Fact]
    public async Task A_case_waits_again_for_a_body_that_is_given_time_after_the_end()
    {
        var stages = new Stages(Fond);
        var application = await stages.AcceptedAsync();
        var council = (await stages.Officer.ReadAsync("{ bodies(kind: COUNCIL) { nodes { id } } }"))["bodies"]!["nodes"]![0]!["id"]!.GetValue<string>();
        var draft = new { applicationId = application, title = "Remiss", caseNumber = "KS 2026/1", letter = "Missiv", questions = new[] { "Är det bra?" }, bodyIds = new[] { council }, lastDay = "2026-06-01" };
        var id = (await stages.Officer.DoAsync("createConsultation", draft, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        await stages.Officer.DoAsync("sendConsultation", new { consultationId = id }, "consultation { id }");
        Fond.Clock.SetUtcNow(new(2026, 6, 1, 22, 0, 0, TimeSpan.Zero));
        await Fond.SweepAsync();
        Assert.Equal(("in-assessment", 1), (await StateAsync(application), await ToldOfTheEndAsync()));

        var extended = (await stages.Officer.DoAsync("extendConsultation", new { consultationId = id, bodyId = council, lastDay = "2026-06-10", reason = "Begärd" }, "consultation { overAt requests { status } }"))["consultation"]!;
        Assert.Equal((null, "WAITING"), (extended["overAt"], extended["requests"]![0]!["status"]!.GetValue<string>()));
        Assert.Equal("out-for-consultation", await StateAsync(application));
        Fond.Clock.SetUtcNow(new(2026, 6, 10, 22, 0, 0, TimeSpan.Zero));
        await Fond.SweepAsync();
        Assert.Equal(("in-assessment", 2), (await StateAsync(application), await ToldOfTheEndAsync()));
    }

    private async Task<int> ToldOfTheEndAsync() => (await Fond.As("helsingborg-handlaggare").ReadAsync("{ notifications(first: 100) { nodes { body } } }"))["notifications"]!["nodes"]!.AsArray()
        .Count(n => n!["body"]!.GetValue<string>().Contains("referral bodies have answered", StringComparison.Ordinal));

    private async Task<string> StateAsync(string application) => (await Fond.As("helsingborg-handlaggare").ReadAsync(
        "query($a: ID!) { node(id: $a) { ... on Application { workflows { workflow state } } } }", new { a = application }))["node"]!["workflows"]!.AsArray()
        .Single(w => w!["workflow"]!.GetValue<string>() == "application")!["state"]!.GetValue<string>();
}
