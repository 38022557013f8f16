using Fond.Data.Sqlite;
using Fond.Features.Platform.Persistence;
using Microsoft.Data.Sqlite;

namespace Fond.Api.Tests.Support.Databases;

/// <summary>A file in a folder of its own.</summary>
internal sealed class SqliteTestDatabase : TestDatabase
{
    /// <summary>That of the file alone.</summary>
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("fond-test-");

    public string Place => Path.Combine(Folder.FullName, "fond.db");

    protected override DatabaseEngine By { get; } = new SqliteEngine();

    public override string Connection => $"Data Source={Place}";

    /// <summary>By SQLite itself, for several copies are made at once.</summary>
    public override async Task<TestDatabase> CopyAsync()
    {
        var copy = new SqliteTestDatabase();
        await using var connection = new SqliteConnection(Connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $place";
        command.Parameters.AddWithValue("$place", copy.Place);
        await command.ExecuteNonQueryAsync();
        return copy;
    }

    public override ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(Connection)) SqliteConnection.ClearPool(connection);
        Folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
