using System.Text.Json.Nodes;
using Fond.Api.Tests.Access;
using Fond.Api.Tests.PublicRegister;
using Fond.Api.Tests.Support;
using Fond.Domain.Applications;
using Fond.Features.Platform.GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Api.Tests.Applications;

/// <summary>Whatever the schema tells of a marked case, whoever asks, is in the trail: found out by asking for every text that there is.</summary>
public sealed class EveryReadingTests : FondTest
{
    private const string Ground = "OSL 26 kap. 1 §";

    private static readonly string?[] Readers =
    [
        "helsingborg-handlaggare", "helsingborg-ordforande", "helsingborg-registrator", "helsingborg-utvarderare", "helsingborg-projektledare", "helsingborg-bedomare-1",
        "helsingborg-ledamot-1", "haninge-handlaggare", "administrator", "revisor", null,
    ];

    private Stages Stages => new(Fond);

    [Fact]
    public async Task No_text_of_a_case_that_is_marked_as_a_whole_is_read_without_a_trace()
    {
        var ground = new AccessGround(Fond);
        await ground.CaseAsync("helsingborg", ground.Here);
        await new SecretStory(Fond, Steeped.Word).WholeAsync();
        var cases = await CasesAsync();
        foreach (var application in cases) await MarkAsync(application, null);
        await SteepAsync([.. cases.Select(GlobalId.KeyOf<Application>)]);
        await AssertTracedAsync(ground.Here, 100);
    }

    [Fact]
    public async Task No_text_of_a_field_that_is_marked_by_itself_is_read_without_a_trace()
    {
        var ground = new AccessGround(Fond);
        await ground.CaseAsync("helsingborg", ground.Here);
        var story = new SecretStory(Fond, "annat");
        await story.WholeAsync(Steeped.Into, $"Trygga {Steeped.Word}");
        foreach (var field in ApplicationFields.All) await MarkAsync(story.Application, field);
        await AssertTracedAsync(ground.Here, 20);
    }

    private async Task AssertTracedAsync(Dictionary<string, string> place, int atLeast)
    {
        var readings = new Readings(Fond, new TextFields(Fond.Services.GetRequiredService<ISchema>(), place), Steeped.Word);
        foreach (var reader in Readers) await readings.AskAsync(reader);
        Assert.True(!readings.Untraced.Any(), string.Join('\n', readings.Untraced));
        Assert.True(readings.Telling.Count >= atLeast, $"Only {readings.Telling.Count} fields told anything: {string.Join(", ", readings.Telling)}");
    }

    private Task<int> SteepAsync(IReadOnlyCollection<long> cases) => Fond.InDatabaseAsync(async db =>
    {
        foreach (var row in await Belongings.OfAsync(db, cases)) Steeped.Into(row);
        await Steeped.SaveAsync(db);
        return cases.Count;
    });

    private async Task<List<string>> CasesAsync() =>
        [.. (await Stages.Officer.ReadAsync("{ applications(first: 100) { nodes { id } } }"))["applications"]!["nodes"]!.AsArray().Select(n => n!["id"]!.GetValue<string>())];

    private Task<JsonNode> MarkAsync(string application, string? field) => Stages.Officer.DoAsync("markApplication", new { applicationId = application, field, ground = Ground }, "application { id }");
}
