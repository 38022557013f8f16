using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support.Databases;
using Fond.Domain.Common;
using Fond.Domain.Impact.MoneyBack;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Fond.Api.Tests.Access;

/// <summary>Puts a word into every text, so that it shows wherever the text is told.</summary>
internal static class Steeped
{
    public const string Word = "Kvastfena";

    /// <summary>Texts by which things find one another, or that machines made.</summary>
    private static readonly HashSet<string> Codes =
    [
        "Code", "Wave", "WaveCode", "Indicator", "IndicatorCode", "CatalogueCode", "Catalogue", "Goal", "Criterion", "UnitCost", "RowKey", "SubjectKey", "SiteKey",
        "Sha256", "Salt", "ContentType", "CaseNumber", "Field", "Path", "Address", "SourceSystem", "Key", "Unit", "Series", "Subgroup",
        "From", "To", "Trigger", "Who", "Paragraph", "Ground", "DecidedBy",
    ];

    /// <summary>Of timers and what waits to be sent no text is anybody's; they are found by theirs.</summary>
    private static readonly HashSet<string> Machinery = ["WorkflowTimer", "WorkflowInstance", "WorkItem", "OutboxMessage", "Incident", "Alarm", "AuditEntry", "ImportPiece"];

    /// <summary>Also into what no row of may be changed, for which the database is made to look away.</summary>
    public static async Task SaveAsync(FondDb db)
    {
        await db.Database.OpenConnectionAsync();
        foreach (var statement in await GuardsAsync(db)) await db.Database.ExecuteSqlRawAsync(statement);
        await db.SaveChangesAsync();
    }

    private static async Task<IReadOnlyList<string>> GuardsAsync(FondDb db) => TestDatabase.Engine switch
    {
        "Sqlite" => await ReadAsync(db, "SELECT 'DROP TRIGGER \"' || name || '\"' FROM sqlite_master WHERE type = 'trigger'"),
        "PostgreSql" => ["SET session_replication_role = replica"],
        _ => await ReadAsync(db, "SELECT 'DISABLE TRIGGER ALL ON [' + OBJECT_NAME(parent_id) + ']' FROM sys.triggers WHERE parent_id > 0"),
    };

    private static async Task<List<string>> ReadAsync(FondDb db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var read = new List<string>();
        while (await reader.ReadAsync()) read.Add(reader.GetString(0));
        return read;
    }

    public static void Into(EntityEntry row)
    {
        if (Machinery.Contains(row.Metadata.ClrType.Name)) return;
        foreach (var property in row.Properties.Where(p => !p.Metadata.IsShadowProperty() && !Codes.Contains(p.Metadata.Name)))
        {
            if (property.CurrentValue is string text) property.CurrentValue = With(text, property.Metadata.GetMaxLength());
            else if (Into(property.CurrentValue, property.Metadata.Name)) property.IsModified = true;
        }
    }

    /// <summary>Sentences alone: codes, days and kinds have no spaces.</summary>
    public static void Into(JsonNode? said)
    {
        if (said is JsonObject members) foreach (var (name, value) in members.ToList()) { if (Sentence(value) is { } text) members[name] = With(text, null); else Into(value); }
        if (said is JsonArray items) for (var i = 0; i < items.Count; i++) { if (Sentence(items[i]) is { } text) items[i] = With(text, null); else Into(items[i]); }
    }

    private static string? Sentence(JsonNode? value) => value is JsonValue leaf && leaf.TryGetValue<string>(out var text) && text.Contains(' ', StringComparison.Ordinal) ? text : null;

    private static string With(string text, int? longest) => text.Length == 0 ? text : longest is { } most && text.Length + Word.Length + 1 > most ? text[..(most - Word.Length)] + Word : $"{text} {Word}";

    /// <summary>Whether there was a text in it.</summary>
    private static bool Into(object? value, string name) => value switch
    {
        string or null or SecrecyMark or UnitCost => false, // that something is marked is no secret; what things cost stands in the fund's price list
        IList list when list.Count > 0 && list[0] is string => Each(list, name),
        IEnumerable items => items.Cast<object?>().ToList().ConvertAll(item => Into(item, name)).Contains(true),
        _ => value.GetType() is { IsValueType: false } type && type.Namespace!.StartsWith("Fond.Domain", StringComparison.Ordinal) && Array.ConvertAll(Fields(type), field => Into(value, field)).Contains(true),
    };

    private static bool Each(IList list, string name)
    {
        for (var i = 0; i < list.Count && !Codes.Contains(name); i++) list[i] = With((string)list[i]!, null);
        return !Codes.Contains(name);
    }

    private static bool Into(object owner, FieldInfo field)
    {
        var name = field.Name.Trim('<').Split('>')[0];
        if (field.GetValue(owner) is not string text) return Into(field.GetValue(owner), name);
        if (Codes.Contains(name)) return false;
        field.SetValue(owner, With(text, null));
        return true;
    }

    private static FieldInfo[] Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);
}
