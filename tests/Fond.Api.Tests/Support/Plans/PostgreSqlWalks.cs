using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Fond.Api.Tests.Support.Plans;

/// <summary>By the plans that PostgreSQL's auto_explain tells of whatever it has executed.</summary>
internal sealed class PostgreSqlWalks : Walks, IDbConnectionInterceptor
{
    private const string Explain =
        "-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 -c auto_explain.log_analyze=on -c auto_explain.log_timing=off " +
        "-c auto_explain.log_format=json -c auto_explain.log_level=notice -c client_min_messages=notice";

    public override string Connection(string connection) => new NpgsqlConnectionStringBuilder(connection) { Options = Explain }.ToString();

    public DbConnection ConnectionCreated(ConnectionCreatedEventData eventData, DbConnection result)
    {
        ((NpgsqlConnection)result).Notice += (_, told) => Look(told.Notice.MessageText);
        return result;
    }

    private void Look(string notice)
    {
        var start = notice.IndexOf('{', StringComparison.Ordinal);
        if (start < 0 || !notice.StartsWith("duration", StringComparison.Ordinal)) return;
        using var told = JsonDocument.Parse(notice[start..]);
        var nodes = Nodes(told.RootElement.GetProperty("Plan")).ToList();
        Note(told.RootElement.GetProperty("Query Text").GetString()!, nodes.Max(Walked), nodes.Sum(node => Read(node) * Number(node, "Actual Loops")));
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement plan) =>
        plan.TryGetProperty("Plans", out var parts) ? parts.EnumerateArray().SelectMany(Nodes).Prepend(plan) : [plan];

    /// <summary>The rows that a scan went through each time, kept or not, unless a condition led it by an index.</summary>
    private static long Walked(JsonElement node) =>
        node.GetProperty("Node Type").GetString()!.EndsWith("Scan", StringComparison.Ordinal) && node.TryGetProperty("Relation Name", out _) && !IsLed(node)
            ? Read(node) : 0;

    private static long Read(JsonElement node) => Number(node, "Actual Rows") + Number(node, "Rows Removed by Filter");

    private static bool IsLed(JsonElement node) => node.TryGetProperty("Index Cond", out _) || node.TryGetProperty("Recheck Cond", out _);

    private static long Number(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? (long)value.GetDouble() : 0;
}
