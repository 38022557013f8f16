using System.Text.Json.Nodes;
using Fond.Api.Tests.Access;
using Fond.Api.Tests.PublicRegister;
using Fond.Api.Tests.Support;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Meetings;
using Fond.Domain.Registry;
using Fond.Features.Meetings;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Api.Tests.Applications;

/// <summary>Whatever the schema tells of a marked case, whoever asks, is in the trail: found out by asking for every text and file that there is.</summary>
public sealed class EveryReadingTests : FondTest
{
    private const string Ground = "OSL 26 kap. 1 §";

    private static readonly string?[] Readers =
    [
        "helsingborg-handlaggare", "helsingborg-ordforande", "helsingborg-registrator", "helsingborg-utvarderare", "helsingborg-projektledare", "helsingborg-bedomare-1",
        "helsingborg-ledamot-1", "haninge-handlaggare", "administrator", "revisor", null,
    ];

    private Stages Stages => new(Fond);

    /// <summary>Fields of the form that say nothing in words, and why.</summary>
    private static readonly Dictionary<string, string[]> Wordless = new()
    {
        ["its parts have words of their own"] = ["targetGroup", "evaluation", "childImpact"],
        ["it says a number, a day, a kind, or yes or no"] =
            ["targetGroup.plannedNumber", "targetGroup.ageFrom", "targetGroup.ageTo", "methodStatus", "preliminaryCost", "evaluation.design", "childImpact.concernsChildren", ApplicationFields.Start, ApplicationFields.End],
        ["it points at the programme's goals, which are open"] = [ApplicationFields.Serves],
    };

    [Fact]
    public async Task No_text_of_a_case_that_is_marked_as_a_whole_is_read_without_a_trace()
    {
        var ground = new AccessGround(Fond);
        await ground.CaseAsync("helsingborg", ground.Here);
        var story = new SecretStory(Fond, "Havsnejlika");
        await story.WholeAsync();
        var cases = await CasesAsync();
        foreach (var application in cases) await MarkAsync(application, null);
        var secrets = await SteepAsync([.. cases.Select(GlobalId.KeyOf<Application>)]);
        var ofStory = secrets[(nameof(Application), GlobalId.KeyOf<Application>(story.Application))];
        await AssertTracedAsync(ground.Here, [.. secrets.Values.Distinct(), ofStory with { Word = "Havsnejlika" }], secrets.GetValueOrDefault, 130);
    }

    [Fact]
    public async Task No_text_of_a_field_that_is_marked_by_itself_is_read_without_a_trace()
    {
        var ground = new AccessGround(Fond);
        await ground.CaseAsync("helsingborg", ground.Here);
        var story = new SecretStory(Fond, "annat");
        var words = ApplicationFields.All.Except(Wordless.Values.SelectMany(fields => fields)).Select((field, i) => (field, Word: $"Kvastfena{i}x")).ToDictionary(f => f.field, f => f.Word);
        await story.WholeAsync(content => Say(content, words), $"Trygga {words[ApplicationFields.Title]}");
        var key = GlobalId.KeyOf<Application>(story.Application);
        var organisation = $"Kulturen {words[ApplicationFields.Organisation]}";
        await Fond.InDatabaseAsync(db => db.Set<Application>().Where(a => a.Id == key).ExecuteUpdateAsync(set => set.SetProperty(a => a.Organisation, organisation))); // it is where the lead works
        foreach (var field in ApplicationFields.All) await MarkAsync(story.Application, field);
        var ofCase = await Fond.InDatabaseAsync(db => RowsAsync(db, key));
        var secrets = words.Select(w => new Secret(w.Value, entry => ofCase.Contains((entry.EntityType, entry.EntityId)) && (FieldsOf(entry).Contains(w.Key) || entry.EntityType == nameof(CaseDocument)))).ToList(); // what tells a marked name in the registry is marked by itself
        await AssertTracedAsync(ground.Here, secrets, _ => null, 20);
    }

    private async Task AssertTracedAsync(Dictionary<string, string> place, IReadOnlyList<Secret> secrets, Func<(string, long), Secret?> owner, int atLeast)
    {
        var readings = new Readings(Fond, new TextFields(Fond.Services.GetRequiredService<ISchema>(), place), secrets, owner);
        var pages = await Fond.InDatabaseAsync(db => db.Set<Application>().Where(a => a.CaseNumber != null).Select(a => "/register/cases/Helsingborg/" + a.CaseNumber).ToListAsync());
        foreach (var reader in Readers)
        {
            await readings.AskAsync(reader);
            await readings.FetchAsync(reader, pages);
        }
        Assert.True(!readings.Untraced.Any(), string.Join('\n', readings.Untraced));
        Assert.Empty(secrets.Except(readings.Told).Select(secret => secret.Word));
        Assert.True(readings.Telling.Count >= atLeast, $"Only {readings.Telling.Count} fields and files told anything: {string.Join(", ", readings.Telling)}");
    }

    /// <summary>Each case gets a word of its own.</summary>
    /// <returns>Whose secret each row is.</returns>
    private Task<Dictionary<(string, long), Secret>> SteepAsync(IReadOnlyCollection<long> cases) => Fond.InDatabaseAsync(async db =>
    {
        var secrets = new Dictionary<(string, long), Secret>();
        foreach (var key in cases)
        {
            var rows = await RowsAsync(db, key);
            var secret = new Secret($"Kvastfena{key}x", entry => rows.Contains((entry.EntityType, entry.EntityId)));
            foreach (var row in await Belongings.OfAsync(db, [key]))
            {
                Steeped.Into(row, secret.Word);
                secrets[(row.Metadata.ClrType.Name, ((Entity)row.Entity).Id)] = secret;
            }
        }
        await Steeped.SaveAsync(db);
        return secrets;
    });

    /// <summary>What the trail may name where something of the case is read: what belongs to it, messages about it, and the meetings that had it on their agenda, with their minutes and notices.</summary>
    private static async Task<HashSet<(string Type, long Id)>> RowsAsync(FondDb db, long application)
    {
        var rows = (await Belongings.OfAsync(db, [application])).Select(row => (row.Metadata.ClrType.Name, ((Entity)row.Entity).Id)).ToHashSet();
        var meetings = await db.Set<AgendaItem>().Where(i => i.ApplicationId == application).Select(i => EF.Property<long>(i, "MeetingId")).ToListAsync();
        rows.UnionWith(meetings.Select(id => (nameof(Meeting), id)));
        rows.UnionWith((await db.Set<Minutes>().Where(m => meetings.Contains(m.MeetingId)).Select(m => m.Id).ToListAsync()).Select(id => (nameof(Minutes), id)));
        rows.UnionWith((await db.Set<Notification>().ToListAsync()).Where(n => n.ApplicationId == application || (CallMeeting.MeetingOf(n.Key) is { } of && meetings.Contains(of))).Select(n => (nameof(Notification), n.Id)));
        return rows;
    }

    private static void Say(JsonNode content, Dictionary<string, string> words)
    {
        content["summary"] = "Vad det handlar om."; // it told the title
        foreach (var (field, word) in words)
        {
            var (path, owner) = (field.Split('.'), content);
            foreach (var part in path[..^1]) owner = owner[part]!;
            if (owner[path[^1]] is { } said) owner[path[^1]] = Steeped.With(said, word);
        }
    }

    private static IReadOnlyList<string> FieldsOf(AuditEntry entry) => entry.After is { } after ? [.. JsonNode.Parse(after)!["Fields"]!.AsArray().Select(f => f!.GetValue<string>())] : [];

    private async Task<List<string>> CasesAsync() =>
        [.. (await Stages.Officer.ReadAsync("{ applications(first: 100) { nodes { id } } }"))["applications"]!["nodes"]!.AsArray().Select(n => n!["id"]!.GetValue<string>())];

    private Task<JsonNode> MarkAsync(string application, string? field) => Stages.Officer.DoAsync("markApplication", new { applicationId = application, field, ground = Ground }, "application { id }");
}
