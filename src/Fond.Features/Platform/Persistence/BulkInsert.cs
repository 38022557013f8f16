using System.Data.Common;
using Fond.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fond.Features.Platform.Persistence;

/// <summary>Adds many rows of one kind by one command, prepared where that helps, past the change tracker: columns and conversions come from the model.</summary>
internal static class BulkInsert
{
    public static async Task InsertAsync<T>(this FondDb db, DatabaseEngine engine, IEnumerable<T> rows, CancellationToken ct) where T : Entity, IRecordedInBulk
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        await using var command = Command(db, type);
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var columns = Written(type).Zip(command.Parameters.Cast<DbParameter>(), (property, parameter) => new Column(property, parameter)).ToList();
        if (engine.PreparesCommands) await command.PrepareAsync(ct);
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested(); // here, since a token passed on would be registered and released for every row
            foreach (var column in columns) column.Take(row);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    /// <summary>Inserts one row, with a parameter a column.</summary>
    public static DbCommand Command(FondDb db, IEntityType type)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Sql(db.GetService<ISqlGenerationHelper>(), table, Written(type));
        foreach (var property in Written(type))
            command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(command, "@p" + command.Parameters.Count, null, property.IsNullable));
        return command;
    }

    private static List<IProperty> Written(IEntityType type) => [.. type.GetProperties().Where(p => !p.IsPrimaryKey())];

    private static string Sql(ISqlGenerationHelper sql, StoreObjectIdentifier table, List<IProperty> properties) =>
        $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", properties.Select(p => sql.DelimitIdentifier(p.GetColumnName(table)!)))}) " +
        $"VALUES ({string.Join(", ", properties.Select((_, i) => "@p" + i))})";

    private sealed class Column(IProperty property, DbParameter parameter)
    {
        private readonly Func<object, object?> _value = property.GetGetter().GetClrValue;
        private readonly Func<object?, object?>? _convert = property.GetRelationalTypeMapping().Converter?.ConvertToProvider;

        public void Take(object row)
        {
            var value = _value(row);
            parameter.Value = (value is null || _convert is null ? value : _convert(value)) ?? DBNull.Value;
        }
    }
}
