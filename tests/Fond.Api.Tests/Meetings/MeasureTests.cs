using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Meetings;

/// <summary>What a body decides is to be done, and who sees to it.</summary>
public sealed class MeasureTests : FondTest
{
    private const string Shown = "measure { id paragraph text dueOn isOverdue doneOn report responsible { name } order { supplier amount budget administration } application { id } }";

    private MeetingStages Meetings => new(Fond);

    private Client Secretary => Meetings.Cases.Secretary;

    [Fact]
    public async Task A_measure_stands_on_the_follow_up_list_until_whoever_sees_to_it_says_that_it_is_done()
    {
        var (meeting, members) = await SettledAsync();
        var measure = (await Secretary.DoAsync("decideMeasure", await MeasureAsync(meeting, members[2]), Shown))["measure"]!;
        Assert.Equal((1, "Ta fram en plan."), (measure["paragraph"]!.GetValue<int>(), measure["text"]!.GetValue<string>()));
        var id = measure["id"]!.GetValue<string>();
        Assert.Equal(("Ta fram en plan.", false), await AwaitedAsync("helsingborg-ledamot-1"));

        Fond.Clock.Advance(TimeSpan.FromDays(15));
        await Fond.SweepAsync();
        Assert.Equal(("Ta fram en plan.", true), await AwaitedAsync("helsingborg-ledamot-1"));
        Assert.Contains("Försenad åtgärd", await NewestAsync("helsingborg-sekreterare"), StringComparison.Ordinal);
        Assert.Equal([id], await ListAsync("overdue: true"));

        var member = Fond.As("helsingborg-ledamot-1");
        await member.DoAsync("reportMeasure", new { measureId = id, report = "Halvvägs." }, Shown);
        Assert.Equal([id], await ListAsync("done: false"));
        var done = (await member.DoAsync("reportMeasure", new { measureId = id, report = "Planen är klar.", done = true }, Shown))["measure"]!;
        Assert.Equal(("2026-04-01", "Planen är klar."), (done["doneOn"]!.GetValue<string>(), done["report"]!.GetValue<string>()));
        Assert.Empty(await ListAsync("done: false"));
        await Secretary.RefusedAsync("MEASURE_DONE", "reportMeasure", new { measureId = id, report = "Mer" });
    }

    [Fact]
    public async Task An_overdue_measure_of_a_case_is_not_told_to_those_of_the_office_who_are_shut_out_of_it()
    {
        var application = await Meetings.Cases.AwaitingDecisionAsync();
        await Secretary.DoAsync("declareRecusal", new { applicationId = application, ground = "OWN_MATTER", reason = "Syskon" }, "recusal { id }");
        var chair = Meetings.Cases.Chair;
        var meeting = await Meetings.InSessionByAsync(() => Meetings.Cases.Chair, "decidingBody", application);
        var item = (await chair.ReadAsync("query($m: ID!) { node(id: $m) { ... on Meeting { items { id } } } }", new { m = meeting }))["node"]!["items"]![0]!["id"]!.GetValue<string>();
        await chair.DoAsync("settleAgendaItem", new { meetingId = meeting, itemId = item, outcome = "APPROVED", ruling = "Metoden är prövad på annat håll." }, "meeting { id }");
        var members = await Meetings.Cases.MembersAsync("decidingBody");
        await Meetings.Cases.Chair.DoAsync("decideMeasure", new { meetingId = meeting, itemId = item, text = "Ta fram en plan.", responsibleId = members[2], dueOn = "2026-03-31" }, Shown);
        Fond.Clock.Advance(TimeSpan.FromDays(15));
        await Fond.SweepAsync();
        Assert.Contains("Försenad åtgärd", await NewestAsync("helsingborg-ordforande"), StringComparison.Ordinal);
        Assert.DoesNotContain("Försenad åtgärd", await NewestAsync("helsingborg-sekreterare"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_stays_inside_what_has_been_granted_or_is_paid_from_ones_own()
    {
        var application = await Meetings.Cases.AwaitingDecisionAsync();
        var (meeting, members) = await SettledAsync(application);
        async Task<object> OrderAsync(long amount, string budget, string? administration = null) => await MeasureAsync(meeting, members[2], new { supplier = "Högskolan", amount, budget, administration });
        await Secretary.RefusedAsync("MEASURE_ABOVE_ALLOTTED", "decideMeasure", await OrderAsync(500_000_001, "ALLOTTED"), "order.amount");
        await Secretary.DoAsync("decideMeasure", await OrderAsync(300_000_000, "ALLOTTED"), Shown);
        await Secretary.RefusedAsync("MEASURE_ABOVE_ALLOTTED", "decideMeasure", await OrderAsync(200_000_001, "ALLOTTED"), "order.amount");
        await Secretary.DoAsync("decideMeasure", await OrderAsync(200_000_000, "ALLOTTED"), Shown);
        await Secretary.DoAsync("decideMeasure", await OrderAsync(900_000_000, "OWN", "Socialförvaltningen"), Shown);
        await Secretary.RefusedAsync("MEASURE_ADMINISTRATION_INVALID", "decideMeasure", await OrderAsync(900_000_000, "OWN"), "order.administration");
        await Secretary.RefusedAsync("MEASURE_ADMINISTRATION_INVALID", "decideMeasure", await OrderAsync(1, "ALLOTTED", "Socialförvaltningen"), "order.administration");
        await Secretary.RefusedAsync("MEASURE_AMOUNT_INVALID", "decideMeasure", await OrderAsync(0, "OWN", "Socialförvaltningen"), "order.amount");
    }

    [Theory]
    [InlineData("REJECTED")]
    [InlineData("DROPPED")]
    public async Task What_was_rejected_or_dropped_leaves_no_measure(string outcome)
    {
        var meeting = await Meetings.InSessionAsync("Föregående protokoll");
        await Meetings.SettleAsync(meeting, outcome);
        await Secretary.RefusedAsync("MEASURE_ITEM_NOT_APPROVED", "decideMeasure", await MeasureAsync(meeting, (await Meetings.Cases.MembersAsync("decidingBody"))[2]), "itemId");
    }

    [Fact]
    public async Task It_is_of_a_settled_item_for_somebody_of_the_body_and_written_by_its_office()
    {
        var meeting = await Meetings.InSessionAsync("Föregående protokoll");
        var members = await Meetings.Cases.MembersAsync("decidingBody");
        await Secretary.RefusedAsync("MEASURE_ITEM_UNSETTLED", "decideMeasure", await MeasureAsync(meeting, members[2]), "itemId");
        await Meetings.SettleAsync(meeting, "NOTED");
        var officer = (await Meetings.Cases.Officer.ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();
        await Secretary.RefusedAsync("MEASURE_RESPONSIBLE_OUTSIDE", "decideMeasure", await MeasureAsync(meeting, officer), "responsibleId");
        await Secretary.RefusedAsync("MEASURE_DAY_TOO_EARLY", "decideMeasure", await MeasureAsync(meeting, members[2], due: "2026-03-01"), "dueOn");
        await Secretary.RefusedAsync("MEASURE_TEXT_INVALID", "decideMeasure", await MeasureAsync(meeting, members[2], text: " "), "text");
        await Secretary.RefusedAsync("MEASURE_NOTHING_ALLOTTED", "decideMeasure", await MeasureAsync(meeting, members[2], new { supplier = "Högskolan", amount = 1, budget = "ALLOTTED" }), "order.budget");
        await Fond.As("haninge-sekreterare").RefusedAsync("NOT_FOUND", "decideMeasure", await MeasureAsync(meeting, members[2]), "meetingId");
        const string decide = "mutation($input: DecideMeasureInput!) { decideMeasure(input: $input) { errors { code } } }";
        await Fond.As("helsingborg-ledamot-1").ForbiddenAsync("FORBIDDEN", decide, new { input = await MeasureAsync(meeting, members[2]) });
        var id = (await Secretary.DoAsync("decideMeasure", await MeasureAsync(meeting, members[2]), Shown))["measure"]!["id"]!.GetValue<string>();
        await Fond.As("helsingborg-ledamot-2").ForbiddenAsync("FORBIDDEN", "mutation($input: ReportMeasureInput!) { reportMeasure(input: $input) { errors { code } } }", new { input = new { measureId = id, report = "Klar" } });
        await Fond.As("haninge-ledamot-1").RefusedAsync("NOT_FOUND", "reportMeasure", new { measureId = id, report = "Klar" }, "measureId");
    }

    private async Task<(string Meeting, IReadOnlyList<string> Members)> SettledAsync(string? application = null)
    {
        var meeting = await Meetings.InSessionAsync(application ?? "Föregående protokoll");
        await Meetings.SettleAsync(meeting, application is null ? "NOTED" : "APPROVED");
        return (meeting, [.. await Meetings.Cases.MembersAsync("decidingBody")]);
    }

    private async Task<object> MeasureAsync(string meeting, string responsible, object? order = null, string text = "Ta fram en plan.", string due = "2026-03-31") =>
        new { meetingId = meeting, itemId = await Meetings.ItemAsync(meeting), text, responsibleId = responsible, dueOn = due, order };

    private async Task<IEnumerable<string>> ListAsync(string filter) =>
        (await Secretary.ReadAsync($"{{ measures({filter}) {{ nodes {{ id }} }} }}"))["measures"]!["nodes"]!.AsArray().Select(m => m!["id"]!.GetValue<string>());

    private async Task<(string Title, bool IsOverdue)> AwaitedAsync(string person)
    {
        var step = (await Fond.As(person).ReadAsync("{ awaitingMe { title isOverdue subject { id } } }"))["awaitingMe"]!.AsArray().Single(s => s!["title"]!.GetValue<string>().StartsWith("Ta fram", StringComparison.Ordinal))!;
        return (step["title"]!.GetValue<string>(), step["isOverdue"]!.GetValue<bool>());
    }

    private async Task<string> NewestAsync(string person) => (await new Client(Fond, person) { Language = "sv" }.ReadAsync("{ notifications(first: 1) { nodes { subject } } }"))["notifications"]!["nodes"]![0]!["subject"]!.GetValue<string>();
}
