using Fond.Data.PostgreSql;
using Fond.Features.Platform.Persistence;
using Npgsql;

namespace Fond.Api.Tests.Support.Databases;

/// <summary>A database on a server, copied from its first by the server itself.</summary>
internal sealed class PostgreSqlTestDatabase(string server, string name) : TestDatabase
{
    private static readonly SemaphoreSlim OneAtATime = new(1); // a template may not be in use

    public string Name => name;

    protected override DatabaseEngine By { get; } = new PostgreSqlEngine();

    public override string Connection => new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20, IncludeErrorDetail = true }.ToString();

    public static async Task<TestDatabase> CreateAsync(string server, string? template)
    {
        var name = "fond_" + Guid.NewGuid().ToString("N");
        await DoAsync(server, $"CREATE DATABASE {name}{(template is null ? "" : " TEMPLATE " + template)}");
        return new PostgreSqlTestDatabase(server, name);
    }

    public override Task<TestDatabase> CopyAsync()
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
