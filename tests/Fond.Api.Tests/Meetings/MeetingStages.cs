using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Meetings;

/// <summary>Brings a meeting of a municipality's steering group through the API to a stage.</summary>
internal sealed class MeetingStages(FondServer fond, string municipality = "helsingborg")
{
    public Stages Cases { get; } = new(fond, municipality);

    private Client Secretary => Cases.Secretary;

    public async Task<string> BodyAsync(string body = "decidingBody")
    {
        var name = char.ToUpperInvariant(municipality[0]) + municipality[1..];
        return (await Secretary.ReadAsync($"query($m: String) {{ funds(municipality: $m) {{ nodes {{ {body} {{ id }} }} }} }}", new { m = name }))["funds"]!["nodes"]![0]![body]!["id"]!.GetValue<string>();
    }

    /// <summary>The fund's rules say that decisions are to be final before anything is agreed.</summary>
    public Task<int> DemandFinalityAsync() => fond.InDatabaseAsync(async db =>
    {
        foreach (var rules in await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.Set<global::Fond.Domain.Funds.FundRules>()))
            db.Entry(rules).Property(r => r.Limits).CurrentValue = rules.Limits with { AwaitsFinality = true };
        return await db.SaveChangesAsync();
    });

    /// <summary>In a week.</summary>
    public async Task<object> PlanAsync(string body = "decidingBody") => new { bodyId = await BodyAsync(body), startsAt = fond.Clock.GetUtcNow().AddDays(7), place = "Rådhuset", isPublic = false };

    public async Task<string> DraftAsync(Client? by = null, string body = "decidingBody") =>
        (await (by ?? Secretary).DoAsync("saveMeeting", await PlanAsync(body), "meeting { id }"))["meeting"]!["id"]!.GetValue<string>();

    /// <summary>Each item on the agenda; an id is a case, any other text a matter of that title.</summary>
    public async Task<string> CalledAsync(params string[] items) => await CalledByAsync(() => Secretary, "decidingBody", items);

    public async Task<string> CalledByAsync(Func<Client> office, string body, params string[] items)
    {
        var meeting = await DraftAsync(office(), body);
        foreach (var item in items) await AddAsync(meeting, item, office());
        await office().DoAsync("callMeeting", new { meetingId = meeting }, "meeting { id }");
        return meeting;
    }

    /// <summary>Those of a meeting today, with one matter.</summary>
    public async Task<string> MinutesAsync()
    {
        var plan = new { bodyId = await BodyAsync(), startsAt = fond.Clock.GetUtcNow().AddHours(1), place = "Rådhuset" };
        var meeting = (await Secretary.DoAsync("saveMeeting", plan, "meeting { id }"))["meeting"]!["id"]!.GetValue<string>();
        await AddAsync(meeting, "Årsplan för styrgruppen");
        await Secretary.DoAsync("callMeeting", new { meetingId = meeting }, "meeting { id }");
        await Secretary.DoAsync("openMeeting", new { meetingId = meeting }, "meeting { id }");
        await AttendAsync(meeting, await Cases.MembersAsync("decidingBody"));
        await SettleAsync(meeting, "APPROVED");
        return await ClosedAsync(meeting);
    }

    /// <summary>Gives the minutes, to be approved by whoever presided and, unless said, the first member.</summary>
    public async Task<string> ClosedAsync(string meeting, string? approver = null, Client? by = null) =>
        (await (by ?? Secretary).DoAsync("closeMeeting", new { meetingId = meeting, approverIds = new[] { approver ?? (await Cases.MembersAsync("decidingBody"))[2] } }, "meeting { minutes { id } }"))["meeting"]!["minutes"]![0]!["id"]!.GetValue<string>();

    /// <summary>Approved by the chair and the first member, and announced.</summary>
    public async Task<JsonNode> AnnouncedAsync(string minutes)
    {
        foreach (var approver in new[] { fond.As($"{municipality}-ledamot-1"), Cases.Chair })
            await approver.DoAsync("approveMinutes", new { minutesId = minutes, expectedVersion = await VersionAsync(minutes) }, "minutes { id }");
        return (await Secretary.DoAsync("announceMinutes", new { minutesId = minutes, keptAt = "Kommunkansliet" }, "minutes { path pdfPath }"))["minutes"]!;
    }

    public async Task<long> VersionAsync(string minutes) =>
        (await Secretary.ReadAsync("query($id: ID!) { node(id: $id) { ... on Minutes { version } } }", new { id = minutes }))["node"]!["version"]!.GetValue<long>();

    public Task<JsonNode> AddAsync(string meeting, string item, Client? by = null) => (by ?? Secretary).DoAsync("addAgendaItem",
        item.Contains(' ', StringComparison.Ordinal)
            ? new { meetingId = meeting, title = item, matter = "Ärendet i korthet.", proposal = "Att godkänna." }
            : (object)new { meetingId = meeting, applicationId = item, matter = "Ärendet i korthet.", proposal = "Att bevilja." }, "meeting { id }");

    /// <summary>Opened a week later, with everybody there; sign-ins do not last so long.</summary>
    public async Task<string> InSessionAsync(params string[] items) => await InSessionByAsync(() => Secretary, "decidingBody", items);

    public async Task<string> InSessionByAsync(Func<Client> office, string body, params string[] items)
    {
        var meeting = await CalledByAsync(office, body, items);
        fond.Clock.Advance(TimeSpan.FromDays(7));
        await office().DoAsync("openMeeting", new { meetingId = meeting }, "meeting { id }");
        await AttendAsync(meeting, await Cases.MembersAsync(body), office());
        return meeting;
    }

    public Task<JsonNode> AttendAsync(string meeting, IEnumerable<string> people, Client? by = null) => (by ?? Secretary).DoAsync("recordAttendance",
        new { meetingId = meeting, attendance = people.Select(p => new { personId = p }) }, "meeting { attendance { isPresent person { name } } }");

    public async Task<string> ItemAsync(string meeting, int number = 1, Client? by = null) =>
        (await (by ?? Secretary).ReadAsync("query($m: ID!) { node(id: $m) { ... on Meeting { items { id number } } } }", new { m = meeting }))["node"]!["items"]!.AsArray()
            .Single(i => i!["number"]!.GetValue<int>() == number)!["id"]!.GetValue<string>();

    /// <summary>The text of the minutes, as somebody gets it: null is everybody.</summary>
    public async Task<string> PageAsync(string minutes, string? person = "helsingborg-registrator")
    {
        var client = fond.As(person);
        using var response = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, $"/minutes/{minutes}"));
        return System.Xml.Linq.XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!.Value.Replace('\u00a0', ' ');
    }

    /// <summary>What settles an item, to be completed.</summary>
    public async Task<Dictionary<string, object?>> SettlementAsync(string meeting, string outcome, int number = 1, Client? by = null) =>
        new() { ["meetingId"] = meeting, ["itemId"] = await ItemAsync(meeting, number, by), ["outcome"] = outcome, ["ruling"] = "Metoden är prövad på annat håll." };

    public const string Items = "meeting { items { paragraph outcome missing present { name } recusals { ground person { name } } application { phase } decision { outcome total paragraph present { name } conditions } } }";

    public async Task<JsonNode> SettleAsync(string meeting, string outcome, int number = 1, params (string Name, object? Value)[] with)
    {
        var input = await SettlementAsync(meeting, outcome, number);
        foreach (var (name, value) in with) input[name] = value;
        return (await Secretary.DoAsync("settleAgendaItem", input, Items))["meeting"]!["items"]!.AsArray()[number - 1]!;
    }
}
