using System.Data.Common;
using Fond.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fond.Features.Platform.Persistence;

/// <summary>Adds many rows of one kind by one command, past the change tracker: columns and conversions come from the model.</summary>
internal static class BulkInsert
{
    public static async Task InsertAsync<T>(this FondDb db, DatabaseEngine engine, IEnumerable<T> rows, CancellationToken ct) where T : Entity, IRecordedInBulk
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        await using var command = Command(db, type);
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        await (engine.RowsAtOnce > 1 ? TogetherAsync(command, Written(type), rows.Chunk(engine.RowsAtOnce), ct) : OneByOneAsync(command, Written(type), engine, rows, ct));
    }

    /// <summary>Where the database is in the same process, a command that is prepared once is quickest.</summary>
    private static async Task OneByOneAsync<T>(DbCommand command, List<IProperty> written, DatabaseEngine engine, IEnumerable<T> rows, CancellationToken ct) where T : Entity
    {
        var columns = Columns(written, command.Parameters);
        if (engine.PreparesCommands) await command.PrepareAsync(ct);
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested(); // here, since a token passed on would be registered and released for every row
            foreach (var column in columns) column.Take(row);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    /// <summary>Where each command is a journey, many rows share one.</summary>
    private static async Task TogetherAsync<T>(DbCommand command, List<IProperty> written, IEnumerable<T[]> parts, CancellationToken ct) where T : Entity
    {
        foreach (var part in parts)
        {
            await using var batch = command.Connection!.CreateBatch();
            batch.Transaction = command.Transaction;
            foreach (var row in part) batch.BatchCommands.Add(Filled(batch.CreateBatchCommand(), command, written, row));
            await batch.PrepareAsync(ct); // known to the connection after the first time
            await batch.ExecuteNonQueryAsync(ct);
        }
    }

    private static DbBatchCommand Filled(DbBatchCommand one, DbCommand command, List<IProperty> written, Entity row)
    {
        one.CommandText = command.CommandText;
        foreach (DbParameter parameter in command.Parameters) one.Parameters.Add(((ICloneable)parameter).Clone());
        foreach (var column in Columns(written, one.Parameters)) column.Take(row);
        return one;
    }

    private static List<Column> Columns(List<IProperty> written, DbParameterCollection parameters) => [.. written.Zip(parameters.Cast<DbParameter>(), (property, parameter) => new Column(property, parameter))];

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
