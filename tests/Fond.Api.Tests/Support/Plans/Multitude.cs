using System.Data.Common;
using Fond.Api.Tests.Support.Databases;
using Fond.Domain.Access;
using Fond.Domain.Consultations;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Impact.Catalogue;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.KeyFigures;
using Fond.Domain.Meetings;
using Fond.Domain.Programmes;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fond.Api.Tests.Support.Plans;

/// <summary>Puts a multitude of cases beside those that there are: the rows of a table are copied until it holds some hundred thousand, each copy with copies of what it points at.</summary>
internal sealed class Multitude
{
    public const int Rows = 100_000;

    /// <summary>Between the key of a row and that of its next copy; more than any key before.</summary>
    private const int Stride = 1_000_000;

    /// <summary>What there are few of, however many cases: offices, money to apply for, and texts. One head of the trail, and bytes that are kept once.</summary>
    private static readonly Type[] Few =
    [
        typeof(Person), typeof(RoleGrant), typeof(Body), typeof(Membership), typeof(Delegation), typeof(Programme), typeof(PriorityArea), typeof(Goal),
        typeof(Fund), typeof(FundRules), typeof(Call), typeof(Criterion), typeof(NumberSeries), typeof(WorkflowVersion), typeof(PriceLine), typeof(PriceIndexLevel), typeof(CatalogueIndicator), typeof(KeyFigure), typeof(KeyFigureArea), typeof(KeyFigureLoad), typeof(RetentionRule), typeof(ParagraphSeries), typeof(ReferralGroup), typeof(ReferralGroupMember), typeof(AuditHead), typeof(AttachmentContent),
    ];

    /// <summary>Keys of rows that are copied, though the model has no relation for them.</summary>
    private static readonly string[] LooseKeys = ["ApplicationId", nameof(AuditEntry.EntityId), nameof(AuditEntry.RootId)];

    private readonly Dictionary<IEntityType, long> _copies = [];
    private readonly DbConnection _connection;

    private Multitude(DbConnection connection) => _connection = connection;

    public static async Task<int> FillAsync(FondDb db)
    {
        await db.Database.OpenConnectionAsync();
        var multitude = new Multitude(db.Database.GetDbConnection());
        await multitude.DoAsync($"""CREATE TEMP TABLE "Copies" AS WITH RECURSIVE c(copy) AS (SELECT CAST(1 AS bigint) UNION ALL SELECT copy + 1 FROM c WHERE copy < {Rows}) SELECT copy FROM c""");
        await multitude.DoAsync("BEGIN");
        foreach (var type in db.Model.GetEntityTypes().Where(IsCopied)) await multitude.CopyAsync(type);
        await multitude.DoAsync("COMMIT");
        if (TestDatabase.Engine == "PostgreSql") await multitude.DoAsync("ANALYZE"); // as its autovacuum would a little later
        return multitude._copies.Count;
    }

    private static bool IsCopied(IEntityType type) => !Few.Contains(type.ClrType);

    /// <summary>After what it points at, and no more often.</summary>
    /// <returns>How many copies there are of each row.</returns>
    private async Task<long> CopyAsync(IEntityType type)
    {
        if (_copies.TryGetValue(type, out var known)) return known;
        var copies = Rows / Math.Max(1, await CountAsync(type));
        foreach (var key in type.GetForeignKeys().Where(key => IsCopied(key.PrincipalEntityType)))
        {
            var owners = await CopyAsync(key.PrincipalEntityType);
            if (type.ClrType != typeof(Enclosure) || key.DeleteBehavior == DeleteBehavior.Cascade) copies = Math.Min(copies, owners); // one document may be enclosed often
        }

        var columns = type.GetProperties().ToDictionary(p => $"\"{p.GetColumnName()}\"", p => Copied(type, p, $"\"{p.GetColumnName()}\"", copies));
        await DoAsync($"""INSERT INTO "{type.GetTableName()}" ({string.Join(", ", columns.Keys)}) SELECT {string.Join(", ", columns.Values)} FROM "{type.GetTableName()}" CROSS JOIN "Copies" WHERE copy <= {copies}""");
        return _copies[type] = copies;
    }

    private string Copied(IEntityType type, IProperty property, string column, long copies) =>
        IsKey(property) ? $"{column} + copy * {OwnerCopies(property) ?? copies} / {copies} * {Stride}"
        : !IsDistinct(type, property) ? column
        : property.ClrType == typeof(string) ? $"substr({column}, 1, {(property.GetMaxLength() ?? 1000) - Suffix}) || '-' || copy" : $"{column} + copy * {(property.ClrType == typeof(int) ? Apart : Stride)}";

    /// <summary>Between a small number, such as that of a revision, and its next copy: all of them fit where small numbers do.</summary>
    private const int Apart = 10;

    /// <summary>How many characters a copy's number may take, with its hyphen.</summary>
    private const int Suffix = 7;

    /// <summary>How often what it points at is copied, among which the copies are spread evenly: old rows have no more of them than new ones.</summary>
    private long? OwnerCopies(IProperty property) =>
        property.GetContainingForeignKeys().Select(key => key.PrincipalEntityType).FirstOrDefault(IsCopied) is { } owner ? _copies[owner] : null;

    private static bool IsKey(IProperty property) => property.IsPrimaryKey() || LooseKeys.Contains(property.Name)
        || property.GetContainingForeignKeys().Any(key => IsCopied(key.PrincipalEntityType));

    /// <summary>Whether it alone can keep copies apart that a unique index demands to differ.</summary>
    private static bool IsDistinct(IEntityType type, IProperty property) => type.GetIndexes()
        .Any(index => index.IsUnique && !index.Properties.Any(IsKey) && (index.Properties.LastOrDefault(p => p.ClrType == typeof(string)) ?? index.Properties[^1]) == property);

    private async Task<long> CountAsync(IEntityType type)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = $"""SELECT COUNT(*) FROM "{type.GetTableName()}" """;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), null);
    }

    private async Task DoAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 600);
        await command.ExecuteNonQueryAsync();
    }
}
