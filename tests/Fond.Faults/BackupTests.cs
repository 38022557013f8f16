using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support.Databases;
using Fond.Domain.Applications;
using Fond.Faults.Support;
using Microsoft.EntityFrameworkCore;

namespace Fond.Faults;

/// <summary>A copy taken while Fond is written to, as docs/operations.md says, is whole and can be gone on with.</summary>
public sealed class BackupTests
{
    private const string Lead = "helsingborg-projektledare";

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task A_copy_taken_under_load_is_whole(string engine)
    {
        await using var surroundings = await Surroundings.OfAsync(engine);
        await using var fond = surroundings.Fond();
        await fond.StartAsync();
        var acknowledged = new ConcurrentQueue<string>();
        using var enough = new CancellationTokenSource();
        var load = Task.WhenAll(Enumerable.Range(0, 4).Select(n => SubmitAsync(fond, acknowledged, enough.Token)));
        while (acknowledged.Count < 8) await Task.Delay(50, TestContext.Current.CancellationToken);
        var before = acknowledged.ToList();

        await using var copy = await CopyAsync(surroundings);
        var during = acknowledged.Count - before.Count;
        await enough.CancelAsync();
        await load;

        Assert.True(during > 0, "Nothing was written while the copy was taken.");
        var records = new Records(copy);
        await records.TheTrailHoldsAsync();
        await records.MoneyAddsUpAsync();
        await records.CaseNumbersHaveNoGapAsync();
        var numbers = await records.InAsync(db => db.Set<Application>().Where(a => a.CaseNumber != null).Select(a => a.CaseNumber).ToListAsync());
        Assert.All(before, number => Assert.Contains(number, numbers));

        await using var restored = surroundings.Fond(database: copy);
        await restored.StartAsync();
        await Cases.SubmittedAsync(restored);
        await records.TheTrailHoldsAsync();
        Figures.Tell($"Backup under load, {engine}", $"{during} cases registered while it was taken; the copy's trail, ledger and numbers hold, it has the {before.Count} acknowledged before, and a Fond on it goes on");
    }

    private static async Task SubmitAsync(FondProcess fond, ConcurrentQueue<string> acknowledged, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var id = await Cases.WholeDraftAsync(fond);
            var submitted = await fond.As(Lead).DoAsync("submitApplication", new JsonObject { ["applicationId"] = id }, "application { caseNumber }");
            acknowledged.Enqueue(submitted["application"]!["caseNumber"]!.GetValue<string>());
        }
    }

    private static async Task<TestDatabase> CopyAsync(Surroundings surroundings)
    {
        if (surroundings.Database is SqliteTestDatabase)
        {
            var file = new SqliteTestDatabase();
            var (code, said) = await BuiltProgram.RunAsync(["backup", file.Place, "--environment=Development", .. surroundings.Database.Settings]);
            Assert.True(code == 0, said);
            return file;
        }
        var (server, original) = (await Templates.ServerAsync(), (PostgreSqlTestDatabase)surroundings.Database);
        var dump = Path.Combine(Path.GetTempPath(), original.Name + ".dump");
        try
        {
            await server.RunAsync("pg_dump", "--format=custom", "--file", dump, original.Name);
            var copy = (PostgreSqlTestDatabase)await PostgreSqlTestDatabase.CreateAsync(server.Connection, null);
            await server.RunAsync("pg_restore", "--exit-on-error", "--dbname", copy.Name, dump);
            return copy;
        }
        finally
        {
            File.Delete(dump);
        }
    }
}
