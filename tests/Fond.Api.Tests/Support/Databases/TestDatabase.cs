using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(Fond.Api.Tests.Support.Databases.FirstDatabase))]

namespace Fond.Api.Tests.Support.Databases;

/// <summary>
/// A database of its own for a Fond under test: a SQLite file, or with <c>FOND_TEST_POSTGRESQL</c> or <c>FOND_TEST_SQLSERVER</c> set to a
/// connection string a database on that server. The demo data is made once a run and copied, where that can be done.
/// </summary>
internal abstract class TestDatabase : IAsyncDisposable
{
    private static readonly string? PostgreSql = Environment.GetEnvironmentVariable("FOND_TEST_POSTGRESQL"), SqlServer = Environment.GetEnvironmentVariable("FOND_TEST_SQLSERVER");

    /// <summary>With the demo data; all others are copies of it.</summary>
    internal static readonly Lazy<Task<TestDatabase>> First = new(MakeAsync);

    /// <summary>Under which name Fond knows it.</summary>
    public static string Engine { get; } = !string.IsNullOrWhiteSpace(PostgreSql) ? "PostgreSql" : !string.IsNullOrWhiteSpace(SqlServer) ? "SqlServer" : "Sqlite";

    protected abstract DatabaseEngine By { get; }

    public abstract string Connection { get; }

    /// <summary>What points Fond at it.</summary>
    public string[] Settings => [$"--Database:Provider={By.Name}", $"--ConnectionStrings:Fond={Connection}"];

    /// <summary>To look at what Fond has written, beside it.</summary>
    public FondDb Open()
    {
        var options = new DbContextOptionsBuilder<FondDb>();
        By.Use(options, Connection);
        return new FondDb(options.Options);
    }

    public static async Task<TestDatabase> EmptyAsync() => Engine switch
    {
        "PostgreSql" => await PostgreSqlTestDatabase.CreateAsync(PostgreSql!, null),
        "SqlServer" => new SqlServerTestDatabase(SqlServer!),
        _ => new SqliteTestDatabase(),
    };

    /// <summary>With the demo data.</summary>
    public static async Task<TestDatabase> FilledAsync() => await (await First.Value).CopyAsync();

    /// <summary>Another writer's turn, until it is disposed of: who writes has to wait.</summary>
    public async Task<IAsyncDisposable> OccupyAsync()
    {
        var db = Open();
        await db.Database.BeginTransactionAsync();
        await By.TakeTurnAsync(db, CancellationToken.None);
        return db;
    }

    /// <summary>As it is; no Fond may be connected to it.</summary>
    public abstract Task<TestDatabase> CopyAsync();

    public abstract ValueTask DisposeAsync();

    protected static async Task<TestDatabase> MakeAsync()
    {
        var database = await EmptyAsync();
        await FondServer.FillAsync(database);
        return database;
    }
}

/// <summary>Goes when the run ends.</summary>
public sealed class FirstDatabase : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        if (TestDatabase.First.IsValueCreated) await (await TestDatabase.First.Value).DisposeAsync();
    }
}
