using System.Globalization;
using Fond.Domain.Common;
using Fond.Features.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Support;

internal static class AllRows
{
    /// <summary>How many rows there are in each table, the sum of their versions, and how far the trail has come: whatever is done in part shows in one of them.</summary>
    public static Task<string> RowsAsync(this FondServer fond) => fond.InDatabaseAsync(async db =>
    {
        var kinds = db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null).DistinctBy(t => t.GetTableName()).OrderBy(t => t.GetTableName(), StringComparer.Ordinal).ToList();
        var sums = kinds.Select(t => $"SELECT COUNT(*) FROM \"{t.GetTableName()}\"")
            .Concat(kinds.Where(t => t.ClrType.IsAssignableTo(typeof(Aggregate))).Select(t => $"SELECT COALESCE(SUM(\"Version\"), 0) FROM \"{t.GetTableName()}\""))
            .Append($"SELECT MAX(\"Sequence\") FROM \"{db.Model.FindEntityType(typeof(AuditHead))!.GetTableName()}\"");
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", sums.Select(sum => $"({sum})"))}";
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        var values = new object[reader.FieldCount];
        reader.GetValues(values);
        return string.Join(',', values.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture)));
    });
}
