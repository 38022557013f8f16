using System.Data.Common;
using System.Globalization;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Fond.Api.Tests.Support.Databases;

/// <summary>The database as an earlier Fond had it, with rows in every table, and on its way to what it is now.</summary>
internal sealed class FilledSchema(FondDb db)
{
    private IReadOnlyList<ITable> _tables = [];

    /// <summary>Those that hold rows by themselves.</summary>
    private HashSet<string> _seeded = [];

    public IEnumerable<string> Tables => _tables.Select(t => t.Name).Where(t => !_seeded.Contains(t));

    /// <summary>The schema that a migration leaves.</summary>
    public async Task BeginAsync(string migration)
    {
        await db.Database.MigrateAsync(migration);
        var migrations = db.GetService<IMigrationsAssembly>();
        var model = migrations.CreateMigration(migrations.Migrations[migration], db.Database.ProviderName!).TargetModel;
        _tables = [.. db.GetService<IModelRuntimeInitializer>().Initialize(model, designTime: true).GetRelationalModel().Tables];
        foreach (var table in _tables) if ((await ReadAsync($"SELECT COUNT(*) FROM \"{table.Name}\""))[0] != "0") _seeded.Add(table.Name);
    }

    /// <summary>A row in each table, and in all columns the same number: so that each points at the others.</summary>
    /// <param name="told">What some columns say instead, as <c>Table.Column</c>.</param>
    public async Task FillAsync(int number, IReadOnlyDictionary<string, object>? told = null)
    {
        await db.Database.OpenConnectionAsync();
        await DoAsync(TestDatabase.Engine == "Sqlite" ? "PRAGMA foreign_keys = OFF" : "SET session_replication_role = replica"); // the first row points at what is still to come
        foreach (var table in _tables.Where(t => !_seeded.Contains(t.Name)))
        {
            var values = table.Columns.ToDictionary(c => $"\"{c.Name}\"", c => c.StoreTypeMapping.GenerateSqlLiteral(told?.GetValueOrDefault($"{table.Name}.{c.Name}") ?? Value(c.StoreTypeMapping.ClrType, number)));
            await DoAsync($"INSERT INTO \"{table.Name}\" ({string.Join(", ", values.Keys)}) VALUES ({string.Join(", ", values.Values)})");
        }
        await DoAsync(TestDatabase.Engine == "Sqlite" ? "PRAGMA foreign_keys = ON" : "SET session_replication_role = DEFAULT");
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>Its first column, row by row.</summary>
    public async Task<List<string>> ReadAsync(string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var read = new List<string>();
        while (await reader.ReadAsync()) read.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return read;
    }

    private static object Value(Type type, int number) =>
        type == typeof(string) ? $"[{number}]"
        : type == typeof(bool) ? false
        : type == typeof(byte[]) ? new[] { (byte)number }
        : type == typeof(DateOnly) ? new DateOnly(2026, 1, number)
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 1, number, 0, 0, 0, TimeSpan.Zero)
        : Convert.ChangeType(number, type, CultureInfo.InvariantCulture);

    private async Task DoAsync(string sql)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync();
    }

    private DbCommand Command(string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
