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
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var properties = type.GetProperties().Where(p => !p.IsPrimaryKey()).ToList();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = Sql(db.GetService<ISqlGenerationHelper>(), table, properties);
        var columns = properties.Select(p => new Column(p, command)).ToList();
        if (engine.PreparesCommands) await command.PrepareAsync(ct);
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested(); // here, since a token passed on would be registered and released for every row
            foreach (var column in columns) column.Take(row);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    private static string Sql(ISqlGenerationHelper sql, StoreObjectIdentifier table, List<IProperty> properties) =>
        $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", properties.Select(p => sql.DelimitIdentifier(p.GetColumnName(table)!)))}) " +
        $"VALUES ({string.Join(", ", properties.Select((_, i) => "@p" + i))})";

    private sealed class Column
    {
        private readonly Func<object, object?> _value;
        private readonly Func<object?, object?>? _convert;
        private readonly DbParameter _parameter;

        public Column(IProperty property, DbCommand command)
        {
            var mapping = property.GetRelationalTypeMapping();
            _value = property.GetGetter().GetClrValue;
            _convert = mapping.Converter?.ConvertToProvider;
            _parameter = mapping.CreateParameter(command, "@p" + command.Parameters.Count, null, property.IsNullable);
            command.Parameters.Add(_parameter);
        }

        public void Take(object row)
        {
            var value = _value(row);
            _parameter.Value = (value is null || _convert is null ? value : _convert(value)) ?? DBNull.Value;
        }
    }
}
