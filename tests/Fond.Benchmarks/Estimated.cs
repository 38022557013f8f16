using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Fond.Benchmarks;

/// <summary>Estimates of a project with a hundred thousand individual values over HTTP, against reading those raw and summing them.</summary>
internal static class Estimated
{
    private const int Rows = 50_000, Warm = 30, Times = 15;
    private const string Further = "further { technique value sentence }";

    public static async Task RunAsync()
    {
        await using var fond = await BenchFond.StartAsync();
        var measured = await Measured.OfAsync(fond);
        foreach (var (wave, day) in new[] { ("2019", "2019-04-10"), ("2021", "2021-04-14") }) await measured.ImportAsync(Measured.Csv("s" + wave, Rows, wave, day, "s"));
        for (var i = 0; i < Warm; i++) Sum(fond.Connection, measured.Plan);
        var raw = Median(() => Sum(fond.Connection, measured.Plan));
        Say($"estimate: reading {2 * Rows} values raw and summing {raw:F1} ms");
        foreach (var (person, what, more) in new[] { ("helsingborg-handlaggare", "estimates, for the officer", ""), ("helsingborg-utvarderare", "estimates, for the evaluator", ""), ("helsingborg-handlaggare", "with further techniques", Further) })
        {
            var document = $"query($p: ID!) {{ node(id: $p) {{ ... on Project {{ measurementPlans {{ effects {{ indicator wave method estimate {{ value lower upper pValue sentence }} {more} }} }} }} }} }}";
            var load = new Load(fond.Http.BaseAddress!, Load.Post("/graphql", await fond.TokenAsync(person), JsonSerializer.Serialize(new { query = document, variables = new { p = measured.Project } })));
            await load.MedianAsync(Warm);
            var full = await load.MedianAsync(Times);
            Say($"estimate, {what}: {full:F1} ms, ratio {full / raw:F2} (aim at most 2)");
        }
    }

    private static double Median(Action action)
    {
        var times = Enumerable.Range(0, Times).Select(_ =>
        {
            var watch = Stopwatch.GetTimestamp();
            action();
            return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
        }).Order().ToList();
        return times[Times / 2];
    }

    private static Dictionary<(long, long, string), (long N, double Sum, double Squares)> Sum(string connection, long plan)
    {
        using var db = new SqliteConnection(connection);
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = $"""SELECT IndicatorId, WaveId, "Group", Value FROM Measurements WHERE PlanId = {plan}""";
        using var reader = command.ExecuteReader();
        var sums = new Dictionary<(long, long, string), (long N, double Sum, double Squares)>();
        while (reader.Read())
        {
            var (key, value) = ((reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2)), reader.GetDouble(3));
            var (n, sum, squares) = sums.GetValueOrDefault(key);
            sums[key] = (n + 1, sum + value, squares + value * value);
        }
        return sums;
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
