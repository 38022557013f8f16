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

/// <summary>Puts a word into texts, so that it shows wherever they are told.</summary>
internal static class Steeped
{
    /// <summary>Texts that are left as they are, and why: that they are told gives away nothing that is marked.</summary>
    private static readonly Dictionary<string, string[]> Codes = new()
    {
        ["things find one another by them"] = ["Code", "Wave", "WaveCode", "Indicator", "IndicatorCode", "CatalogueCode", "Catalogue", "Goal", "Criterion", "UnitCost", "RowKey", "SubjectKey", "SiteKey", "CaseNumber", "Field", "Path", "Key", "Series", "Subgroup", "SourceSystem"],
        ["machines made them"] = ["Sha256", "Salt", "ContentType"],
        ["they are steps and states of a workflow"] = ["From", "To", "Trigger", "Who"],
        ["they say what a number counts"] = ["Unit", "UnitEn"],
        ["they say where a letter goes, and never stand in an answer to others"] = ["Address"],
        ["they say that and by whom something was decided or marked, which is no secret"] = ["Paragraph", "Ground", "DecidedBy"],
    };

    private static readonly HashSet<string> Left = [.. Codes.Values.SelectMany(names => names)];

    /// <summary>Of timers and what waits to be sent no text is anybody's; they are found by theirs. The trail is asked with what it had before.</summary>
    private static readonly HashSet<string> Machinery = ["WorkflowTimer", "WorkflowInstance", "WorkItem", "OutboxMessage", "Incident", "Alarm", "AuditEntry", "ImportPiece", "FurtherFaults"];

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

    public static void Into(EntityEntry row, string word)
    {
        if (Machinery.Contains(row.Metadata.ClrType.Name)) return;
        foreach (var property in row.Properties.Where(p => !p.Metadata.IsShadowProperty() && !Left.Contains(p.Metadata.Name)))
        {
            if (property.CurrentValue is string text) property.CurrentValue = With(text, word, property.Metadata.GetMaxLength());
            else if (Into(property.CurrentValue, property.Metadata.Name, word)) property.IsModified = true;
        }
    }

    /// <summary>Sentences alone: codes, days and kinds have no spaces.</summary>
    /// <returns>With the word in each.</returns>
    public static JsonNode? With(JsonNode? said, string word) => said switch
    {
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, With(m.Value, word)))),
        JsonArray items => new JsonArray([.. items.Select(item => With(item, word))]),
        JsonValue leaf when leaf.TryGetValue<string>(out var text) && text.Contains(' ', StringComparison.Ordinal) => With(text, word, null),
        _ => said?.DeepClone(),
    };

    private static string With(string text, string word, int? longest) => text.Length == 0 ? text : longest is { } most && text.Length + word.Length + 1 > most ? text[..(most - word.Length)] + word : $"{text} {word}";

    /// <summary>Whether there was a text in it.</summary>
    private static bool Into(object? value, string name, string word) => value switch
    {
        string or null or SecrecyMark or UnitCost => false, // that something is marked is no secret; what things cost stands in the fund's price list
        IList list when list.Count > 0 && list[0] is string => Each(list, name, word),
        IEnumerable items => items.Cast<object?>().ToList().ConvertAll(item => Into(item, name, word)).Contains(true),
        _ => value.GetType() is { IsValueType: false } type && type.Namespace!.StartsWith("Fond.Domain", StringComparison.Ordinal) && Array.ConvertAll(Fields(type), field => Into(value, field, word)).Contains(true),
    };

    private static bool Each(IList list, string name, string word)
    {
        for (var i = 0; i < list.Count && !Left.Contains(name); i++) list[i] = With((string)list[i]!, word, null);
        return !Left.Contains(name);
    }

    private static bool Into(object owner, FieldInfo field, string word)
    {
        var name = field.Name.Trim('<').Split('>')[0];
        if (field.GetValue(owner) is not string text) return Into(field.GetValue(owner), name, word);
        if (Left.Contains(name)) return false;
        field.SetValue(owner, With(text, word, null));
        return true;
    }

    private static FieldInfo[] Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);
}
