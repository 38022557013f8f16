using Microsoft.Data.Sqlite;

namespace Fond.Api.Tests.Support.Databases;

/// <summary>A file in a folder of its own.</summary>
internal sealed class SqliteTestDatabase : TestDatabase
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
