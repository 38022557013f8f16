using Fond.Api.Tests.Support.Databases;

[assembly: AssemblyFixture(typeof(Fond.Faults.Support.Templates))]

namespace Fond.Faults.Support;

/// <summary>What is made once a run: a server, and a database of each engine with the demo data, as Fond itself makes it.</summary>
public sealed class Templates : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgreSqlCluster>> Cluster = new(PostgreSqlCluster.StartNewAsync);
    private static readonly Lazy<Task<TestDatabase>> Sqlite = new(() => FillAsync(new SqliteTestDatabase()));
    private static readonly Lazy<Task<TestDatabase>> PostgreSql = new(async () => await FillAsync(await PostgreSqlTestDatabase.CreateAsync((await ServerAsync()).Connection, null)));

    internal static Task<PostgreSqlCluster> ServerAsync()
    {
        PostgreSqlCluster.DemandPrograms();
        return Cluster.Value;
    }

    internal static async Task<TestDatabase> OfAsync(string engine)
    {
        if (engine == "Sqlite") return await Sqlite.Value;
        await ServerAsync();
        return await PostgreSql.Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (Sqlite.IsValueCreated) await (await Sqlite.Value).DisposeAsync();
        if (Cluster.IsValueCreated) await (await Cluster.Value).DisposeAsync();
    }

    private static async Task<TestDatabase> FillAsync(TestDatabase database)
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var fond = new FondProcess(issuer, ["--environment=Development", "--Background:Enabled=false", "--Logging:LogLevel:Default=Warning", .. database.Settings]);
        await fond.StartAsync();
        await fond.TerminateAsync();
        Assert.Equal(0, await fond.EndAsync());
        return database;
    }
}
