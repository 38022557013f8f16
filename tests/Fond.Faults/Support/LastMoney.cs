using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fond.Domain.Funds;
using Microsoft.EntityFrameworkCore;

namespace Fond.Faults.Support;

/// <summary>More grants that wait to be decided, all of the same amount, than the fund has money for.</summary>
internal sealed record LastMoney(IReadOnlyList<JsonObject> Decisions, int Enough)
{
    private const long Each = 90_000_000;

    public static async Task<LastMoney> OfAsync(Surroundings surroundings, IFond fond, int count)
    {
        var (stages, decisions) = (new Stages(fond), new ConcurrentQueue<JsonObject>());
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (_, _) =>
        {
            var application = await stages.AwaitingDecisionAsync();
            var year = JsonSerializer.SerializeToNode((await stages.AskedAsync(application))[0])!["year"]!.GetValue<int>();
            decisions.Enqueue(await stages.DecisionAsync(application, "GRANTED_IN_PART", [new { year, amount = Each }]));
        });
        var there = await new Records(surroundings.Database).InAsync(db => db.Set<Fund>().Where(f => f.Municipality == "Helsingborg").Select(f => f.Available).SingleAsync());
        return new([.. decisions], (int)(there.Ore / Each));
    }
}
