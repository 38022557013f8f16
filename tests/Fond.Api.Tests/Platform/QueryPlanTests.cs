using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Fond.Api.Tests.Support.Databases;
using Fond.Api.Tests.Support.Plans;
using Fond.Domain.Applications;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Platform;

/// <summary>What is asked beside a hundred thousand cases is led to its rows by indexes.</summary>
public sealed class QueryPlanTests(Crowded crowded) : IClassFixture<Crowded>
{
    /// <summary>PostgreSQL's statistics are of rows drawn by chance: what one sample leads astray, another does not. What walks by all of them does not depend on chance.</summary>
    private const int Samples = 4;

    private const string Public = "", Blind = "SQL Server is not asked how it finds its rows.";

    [Theory(Skip = Blind, SkipType = typeof(Crowded), SkipWhen = nameof(Crowded.IsBlind))]
    [InlineData(Public)]
    [InlineData("administrator")]
    [InlineData("haninge-handlaggare")]
    [InlineData("haninge-ordforande")]
    [InlineData("helsingborg-handlaggare")]
    [InlineData("helsingborg-projektledare")]
    [InlineData("helsingborg-bedomare-1")]
    [InlineData("helsingborg-utvarderare")]
    [InlineData("lund-remiss-1")]
    public async Task No_list_walks_through_a_table_whatever_is_asked_for(string asker)
    {
        var client = crowded.Fond.As(asker == Public ? null : asker);
        var found = await WalksAsync(client, (await crowded.QuestionsAsync()).Where(q => !IsWalked(asker, q)));
        for (var sample = 1; found.Count > 0 && sample < Samples && TestDatabase.Engine == "PostgreSql"; sample++)
        {
            await crowded.Fond.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));
            found = await WalksAsync(client, found.Select(f => f.Question).Distinct());
        }

        Assert.Empty(found.Select(f => $"{f.Question.Document}: {f.Walk.Rows} rows by {f.Walk.Statement}"));
    }

    private async Task<IReadOnlyList<(ListQuestion Question, Walk Walk)>> WalksAsync(Client client, IEnumerable<ListQuestion> questions)
    {
        var found = new List<(ListQuestion, Walk)>();
        foreach (var question in questions)
        {
            crowded.Walks.Take();
            Assert.True(Code(await client.AskAsync(question.Document)) is null or "FORBIDDEN" or "UNAUTHENTICATED", question.Document);
            found.AddRange(crowded.Walks.Take().Select(walk => (question, walk)));
        }

        return found;
    }

    /// <summary>What is answered by going through the list from its newest row on; docs/performance.md tells the same.</summary>
    private bool IsWalked(string asker, ListQuestion question) => question switch
    {
        { List: "auditVerdict" } => true, // the whole trail is what is gone through
        { Filter: "text" } => true, // no index knows the parts of words
        { List: "assessments", Filter: "state" } => true, // SQLite would follow an index of the few states where the case or the person leads to fewer rows
        { List: "audit", Filter: "since" or "until" } or { List: "caseDocuments", Filter: "from" or "to" } => TestDatabase.Engine == "Sqlite", // by the order of the trail and of the registry, which is that of time
        { List: "disposals" } => TestDatabase.Engine == "PostgreSql", // there are so few documents that all are read, rather than those of twenty disposals by their index
        { List: "consultations", Filter: "bodyId" or "fundId" } when asker == "lund-remiss-1" => TestDatabase.Engine == "PostgreSql", // their body is asked in thousands, none of which is the other's
        { List: "callOverview" } when question.Arguments.Contains(crowded.Crowd["callId"], StringComparison.Ordinal) => TestDatabase.Engine == "PostgreSql", // it sums up all cases of the call, which are a hundred thousand
        { List: "awaitingMe" } when asker is "haninge-ordforande" or "haninge-handlaggare" or "lund-remiss-1" => TestDatabase.Engine == "PostgreSql", // thousands of drafted minutes and of statements wait for them, where a handful would
        { List: "projects", Filter: "goal" } when asker.StartsWith("haninge", StringComparison.Ordinal) => TestDatabase.Engine == "PostgreSql", // their hundred thousand cases serve it, and which way to a page is the shorter turns with the sample
        _ => false,
    };

    [Fact(Skip = Blind, SkipType = typeof(Crowded), SkipWhen = nameof(Crowded.IsBlind))]
    public void A_case_goes_from_its_draft_to_a_project_that_is_measured_without_a_walk_through_a_table() => Assert.Empty(crowded.OfTheCase);

    [Fact(Skip = Blind, SkipType = typeof(Crowded), SkipWhen = nameof(Crowded.IsBlind))]
    public async Task A_query_that_no_index_answers_is_told_of()
    {
        crowded.Walks.Take();
        await crowded.Fond.InDatabaseAsync(db => db.Set<Application>().CountAsync(a => a.Title == "Ingen"));
        var walk = Assert.Single(crowded.Walks.Take());
        Assert.Contains("\"Title\" = 'Ingen'", walk.Statement, StringComparison.Ordinal);
        Assert.True(walk.Rows >= Multitude.Rows);
    }

    private static string? Code(JsonNode answer) => answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();
}
