using System.Globalization;
using System.Text.Json;
using Fond.Domain.Applications;
using Fond.Features.Platform.GraphQL;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Fond.Benchmarks;

/// <summary>What somebody would write who needs this one answer and nothing else: SQL by hand, no sign-in, no layers.</summary>
internal sealed class HandWritten(string connection)
{
    public async Task AnswerAsync(HttpContext http, long call)
    {
        await using var db = new SqliteConnection(connection);
        await db.OpenAsync();
        http.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        Write(json, db, call);
        await json.FlushAsync();
    }

    private static void Write(Utf8JsonWriter json, SqliteConnection db, long call)
    {
        var scores = Lists(db, "SELECT x.ApplicationId, x.WeightedScore FROM Assessments x JOIN Applications a ON a.Id = x.ApplicationId WHERE a.CallId = $call AND x.State = 'Submitted'", call, r => r.GetDecimal(1));
        var disputed = Lists(db, """
            SELECT x.ApplicationId FROM Assessments x JOIN Applications a ON a.Id = x.ApplicationId JOIN Scores s ON s.AssessmentId = x.Id JOIN Criteria c ON c.Id = s.CriterionId
            WHERE a.CallId = $call AND x.State = 'Submitted' GROUP BY x.ApplicationId, s.CriterionId HAVING (MAX(s.Value) - MIN(s.Value)) * 2 >= MAX(c.MaxScore)
            """, call, _ => true);
        var goals = Lists(db, "SELECT s.ApplicationId, g.Code FROM ApplicationGoals s JOIN Applications a ON a.Id = s.ApplicationId JOIN Goals g ON g.Id = s.GoalId WHERE a.CallId = $call ORDER BY g.Id", call, r => r.GetString(1));
        var rows = Rows(db, call, scores);
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartObject("callOverview");
        Each(db, "SELECT c.Title, f.Available FROM Calls c JOIN Funds f ON f.Id = c.FundId WHERE c.Id = $call", call, fund =>
        {
            json.WriteString("title", fund.GetString(0));
            json.WriteNumber("available", fund.GetInt64(1));
        });
        json.WriteNumber("asked", rows.Sum(r => r.Asked));
        json.WriteNumber("granted", rows.Sum(r => r.Granted ?? 0));
        json.WriteStartArray("rows");
        var (rank, previous) = (0, (decimal?)null);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Mean != previous) (rank, previous) = (i + 1, rows[i].Mean);
            Write(json, rows[i], rank, disputed.ContainsKey(rows[i].Id), goals.GetValueOrDefault(rows[i].Id, []));
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static List<Row> Rows(SqliteConnection db, long call, Dictionary<long, List<decimal>> scores)
    {
        var rows = new List<Row>();
        Each(db, """
            SELECT a.Id, a.CaseNumber, a.Title, a.Organisation, a.Phase, a.Asked,
                (SELECT p.Total FROM JointProposals p WHERE p.ApplicationId = a.Id ORDER BY p.Id DESC LIMIT 1),
                (SELECT d.Total FROM Decisions d WHERE d.ApplicationId = a.Id AND d.Kind = 'Decision' ORDER BY d.Id DESC LIMIT 1)
            FROM Applications a WHERE a.CallId = $call AND a.CaseNumber IS NOT NULL
            """, call, reader =>
        {
            var own = scores.GetValueOrDefault(reader.GetInt64(0), []);
            rows.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetInt64(5),
                reader.IsDBNull(6) ? null : reader.GetInt64(6), reader.IsDBNull(7) ? null : reader.GetInt64(7), own.Count,
                own.Count == 0 ? null : Math.Round(own.Average(), 2), own.Count == 0 ? null : own.Max() - own.Min()));
        });
        rows.Sort((a, b) => Nullable.Compare(b.Mean, a.Mean) is not 0 and var order ? order : string.CompareOrdinal(a.CaseNumber, b.CaseNumber));
        return rows;
    }

    private static void Write(Utf8JsonWriter json, Row row, int rank, bool disputed, List<string> goals)
    {
        json.WriteStartObject();
        json.WriteString("applicationId", GlobalId.Of<Application>(row.Id));
        json.WriteString("caseNumber", row.CaseNumber);
        json.WriteString("title", row.Title);
        json.WriteString("organisation", row.Organisation);
        json.WriteString("phase", row.Phase == "AwaitingDecision" ? "AWAITING_DECISION" : row.Phase.ToUpperInvariant());
        json.WriteNumber("asked", row.Asked);
        Number(json, "proposed", row.Proposed);
        Number(json, "granted", row.Granted);
        json.WriteNumber("assessors", row.Assessors);
        Number(json, "meanScore", row.Mean);
        Number(json, "spread", row.Spread);
        json.WriteBoolean("needsDiscussion", disputed);
        Number(json, "rank", row.Mean is null ? null : rank);
        json.WriteStartArray("goals");
        foreach (var goal in goals) json.WriteStringValue(goal);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static Dictionary<long, List<T>> Lists<T>(SqliteConnection db, string sql, long call, Func<SqliteDataReader, T> value)
    {
        var lists = new Dictionary<long, List<T>>();
        Each(db, sql, call, reader =>
        {
            if (!lists.TryGetValue(reader.GetInt64(0), out var list)) lists.Add(reader.GetInt64(0), list = []);
            list.Add(value(reader));
        });
        return lists;
    }

    private static void Each(SqliteConnection db, string sql, long call, Action<SqliteDataReader> take)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$call", call);
        using var reader = command.ExecuteReader();
        while (reader.Read()) take(reader);
    }

    private sealed record Row(long Id, string CaseNumber, string Title, string Organisation, string Phase, long Asked, long? Proposed, long? Granted, int Assessors, decimal? Mean, decimal? Spread);
}
