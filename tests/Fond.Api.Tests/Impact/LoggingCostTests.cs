using Fond.Api.Tests.Support;
using Fond.Api.Tests.Support.Databases;
using Fond.Api.Tests.Support.Plans;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Impact;

/// <summary>What it takes to log a row does not grow with what has been logged.</summary>
public sealed class LoggingCostTests : FondTest
{
    private const int Stored = 10_000, Most = 1_000;

    [Fact(Skip = "SQL Server is not asked how it finds its rows.", SkipType = typeof(Crowded), SkipWhen = nameof(Crowded.IsBlind))]
    public async Task A_row_of_either_form_is_judged_beside_ten_thousand_of_the_other_in_its_wave_by_looking_at_few_of_them()
    {
        var project = await ImportGround.PlannedAsync(new Stages(Fond));
        await LogAsync(Fond, project, Enumerable.Range(0, Stored).SelectMany(i => new[] { Individual($"i{i}", "INTERVENTION"), Together($"t{i}", "COMPARISON") }));
        await LogAsync(Fond, project, Enumerable.Range(0, Stored).Select(i => Share($"p{i}", $"school {i % 40}"))); // half of all have a school, but none by the indicator
        if (TestDatabase.Engine == "PostgreSql") await Fond.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));
        var walks = Walks.OfThisEngine();
        await using var watched = await Fond.WatchedAsync(walks);
        await LogAsync(watched, project, [Individual("before", "INTERVENTION")]); // signing in and warming up go through nothing large either
        walks.TakeAll();

        var warned = await LogAsync(watched, project, [Together("together", "INTERVENTION"), Individual("one", "COMPARISON")]);
        Assert.Equal(["0 n", "1 subjectKey"], warned);
        Assert.Empty(await LogAsync(watched, project, [Together("more", "COMPARISON", "w1"), Individual("other", "INTERVENTION", "w1")]));
        var statements = walks.TakeAll();
        Assert.Contains(statements, s => s.Statement.Contains("Measurements", StringComparison.Ordinal));
        Assert.Empty(statements.Where(s => s.Work > Most).Select(s => $"{s.Work}: {s.Statement}"));
    }

    /// <returns>The rows that are warned of for standing beside rows of the other form.</returns>
    private static async Task<string[]> LogAsync(FondServer fond, string project, IEnumerable<object> rows)
    {
        var done = await new Stages(fond).Evaluator.DoAsync("logMeasurements", new { projectId = project, rows }, "report { warnings { row column code } }");
        return [.. done["report"]!["warnings"]!.AsArray().Where(w => w!["code"]!.GetValue<string>() == "MEASUREMENT_FORMS_MIXED").Select(w => $"{w!["row"]} {w["column"]}")];
    }

    private static object Individual(string key, string group, string wave = "w0") => new { rowKey = key, indicator = "halsa", wave, group, measuredOn = On(wave), subjectKey = key, value = 40 };

    private static object Together(string key, string group, string wave = "w0") => new { rowKey = key, indicator = "halsa", wave, group, measuredOn = On(wave), n = 20, mean = 40, standardDeviation = 5 };

    private static object Share(string key, string site) => new { rowKey = key, indicator = "trygghet", wave = "w0", group = "INTERVENTION", measuredOn = On("w0"), subjectKey = key, value = 1, siteKey = site };

    private static string On(string wave) => wave == "w0" ? "2019-03-01" : "2021-03-01";
}
