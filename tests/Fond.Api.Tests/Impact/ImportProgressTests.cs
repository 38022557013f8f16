using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Fond.Domain.Impact;
using Fond.Features.Impact.Imports;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Api.Tests.Impact;

/// <summary>A file of many thousand rows is asked for, and called off, while it is gone through.</summary>
public sealed class ImportProgressTests : FondTest
{
    private const int Rows = 12_001, BetweenFaults = 1_000;

    private Stages Stages => new(Fond);

    [Fact]
    public async Task What_is_gone_through_tells_how_far_it_has_come_and_is_called_off_with_nothing_logged()
    {
        var id = await SentAsync();
        JsonNode? underWay = null;
        await SweptAsync(async () =>
        {
            underWay = await ReadAsync(id);
            await Stages.Evaluator.DoAsync("cancelMeasurementImport", new { importId = id }, "measurementImport { state }");
        });
        var rows = Told(underWay!, "RUNNING");
        Assert.InRange(rows, 1, Rows - 1);
        Assert.Equal(rows - rows / BetweenFaults, underWay!["logged"]!.GetValue<int>()); // to be logged

        await Fond.SweepAsync(); // nobody takes it up again
        var ended = await ReadAsync(id);
        Assert.Equal(rows, Told(ended, "CANCELLED"));
        Assert.Equal((0, null, true), (ended["logged"]!.GetValue<int>(), ended["batch"], ended["endedAt"] is not null));
        Assert.Equal((0, 0), await Fond.InDatabaseAsync(async db => (await db.Set<Measurement>().CountAsync(), await db.Set<ImportPiece>().CountAsync())));
    }

    [Fact]
    public async Task What_is_asked_for_while_it_is_gone_through_comes_to_its_end()
    {
        var id = await SentAsync();
        await SweptAsync(async () => Told(await ReadAsync(id), "RUNNING"));
        var ended = await ReadAsync(id);
        Assert.Equal((Rows, Rows - Rows / BetweenFaults), (Told(ended, "DONE"), ended["logged"]!.GetValue<int>()));
    }

    /// <summary>Every fault so far is told by its line; the header is line 1.</summary>
    /// <returns>How many rows have been judged.</returns>
    private static int Told(JsonNode import, string state)
    {
        var rows = import["rowsDone"]!.GetValue<int>();
        Assert.Equal((state, rows / BetweenFaults), (import["state"]!.GetValue<string>(), import["faulty"]!.GetValue<int>()));
        Assert.Equal(Enumerable.Range(1, rows / BetweenFaults).Select(i => $"{i * BetweenFaults + 1} MEASUREMENT_WAVE_UNKNOWN"), import["faults"]!.AsArray().Select(f => $"{f!["row"]} {f["code"]}"));
        return rows;
    }

    private async Task<string> SentAsync()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        var file = new StringBuilder("rowKey,indicator,wave,group,measuredOn,subjectKey,value\n");
        for (var i = 1; i <= Rows; i++) file.Append(CultureInfo.InvariantCulture, $"r{i},halsa,{(i % BetweenFaults == 0 ? "w9" : "w0")},INTERVENTION,2019-03-01,s{i},{i % 50}\n");
        return await ImportGround.IdOfAsync(await ImportGround.PostAsync(Stages.Evaluator, project, Encoding.UTF8.GetBytes(file.ToString()), "?mode=VALID_ROWS"));
    }

    /// <summary>Something happens when another instance, which goes through the file, is about to read its third piece, after the one that shows how it is written and the first two.</summary>
    private async Task SweptAsync(Func<Task> happens)
    {
        var third = new AtStatement("\"ImportPieces\"", _ => happens(), number: 4);
        await using var instance = await Fond.AgainAsync(services => services.ConfigureDbContext<FondDb>(options => options.AddInterceptors(third)));
        await instance.SweepAsync();
        Assert.True(third.IsMet);
    }

    private async Task<JsonNode> ReadAsync(string id) =>
        (await Stages.Evaluator.ReadAsync("query($i: ID!) { measurementImport(importId: $i) { state rowsDone logged faulty faults { row code } batch { id } endedAt } }", new { i = id }))["measurementImport"]!;
}
