using Microsoft.Data.Sqlite;
using Npgsql;

namespace Fond.Api.Tests.Support;

/// <summary>
/// A database of its own for a Fond under test: a SQLite file, or with <c>FOND_TEST_POSTGRESQL</c> set to a connection string a
/// database on that server. The demo data is made once a run and copied.
/// </summary>
internal abstract class TestDatabase : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("FOND_TEST_POSTGRESQL");
    private static readonly Lazy<Task<TestDatabase>> Template = new(async () =>
    {
        var database = await EmptyAsync();
        await FondServer.FillAsync(database);
        return database;
    });

    public static bool IsSqlite => string.IsNullOrWhiteSpace(Server);

    /// <summary>What points Fond at it.</summary>
    public abstract string[] Settings { get; }

    public static async Task<TestDatabase> EmptyAsync() => IsSqlite ? new SqliteTestDatabase(null) : await PostgreSqlTestDatabase.CreateAsync(Server!, null);

    /// <summary>With the demo data.</summary>
    public static async Task<TestDatabase> FilledAsync() => await (await Template.Value).CopyAsync();

    /// <summary>As it is; nothing may be connected to it.</summary>
    protected abstract Task<TestDatabase> CopyAsync();

    public abstract ValueTask DisposeAsync();

    private sealed class SqliteTestDatabase : TestDatabase
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fond-test-");

        public SqliteTestDatabase(string? original)
        {
            if (original is not null) File.Copy(original, Place);
        }

        private string Place => Path.Combine(_folder.FullName, "fond.db");

        private string Connection => $"Data Source={Place}";

        public override string[] Settings => ["--Database:Provider=Sqlite", $"--ConnectionStrings:Fond={Connection}"];

        protected override async Task<TestDatabase> CopyAsync()
        {
            await using (var connection = new SqliteConnection(Connection))
            {
                await connection.OpenAsync();
                await using var checkpoint = connection.CreateCommand();
                checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                await checkpoint.ExecuteNonQueryAsync();
                SqliteConnection.ClearPool(connection);
            }

            return new SqliteTestDatabase(Place);
        }

        public override ValueTask DisposeAsync()
        {
            using (var connection = new SqliteConnection(Connection)) SqliteConnection.ClearPool(connection);
            _folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class PostgreSqlTestDatabase(string server, string name) : TestDatabase
    {
        private static readonly SemaphoreSlim OneAtATime = new(1); // a template may not be in use

        private string Connection => new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20, IncludeErrorDetail = true }.ToString();

        public override string[] Settings => ["--Database:Provider=PostgreSql", $"--ConnectionStrings:Fond={Connection}"];

        public static async Task<TestDatabase> CreateAsync(string server, string? template)
        {
            var name = "fond_" + Guid.NewGuid().ToString("N");
            await DoAsync(server, $"CREATE DATABASE {name}{(template is null ? "" : " TEMPLATE " + template)}");
            return new PostgreSqlTestDatabase(server, name);
        }

        protected override Task<TestDatabase> CopyAsync()
        {
            Forget();
            return CreateAsync(server, name);
        }

        public override async ValueTask DisposeAsync()
        {
            Forget();
            await DoAsync(server, $"DROP DATABASE {name} WITH (FORCE)");
        }

        private void Forget()
        {
            using var connection = new NpgsqlConnection(Connection);
            NpgsqlConnection.ClearPool(connection);
        }

        private static async Task DoAsync(string server, string sql)
        {
            await OneAtATime.WaitAsync();
            try
            {
                await using var connection = new NpgsqlConnection(server);
                await connection.OpenAsync();
                await using var command = new NpgsqlCommand(sql, connection);
                await command.ExecuteNonQueryAsync();
            }
            finally
            {
                OneAtATime.Release();
            }
        }
    }
}
