using System.Data;
using Fond.Api.Hosting;
using Fond.Api.Tests.Support;
using Fond.Api.Tests.Support.Databases;
using Fond.Data.Sqlite;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Api.Tests.Platform;

/// <summary>Each limit by itself: what is just within it is answered.</summary>
public sealed class CostTests : FondTest
{
    private const string Numbers = "WITH RECURSIVE numbers(n) AS (SELECT CAST(1 AS bigint) UNION ALL SELECT n + 1 FROM numbers) ";

    private const string ApplicationFields = """
        id version caseNumber organisation phase concernsChildren submittedAt supplementRequest supplementLastDay dismissalReason currentVersionNumber title asked
        fund { id } call { id } lead { id } secrecy { ground markedAt }
        """;

    [Fact]
    public async Task A_document_of_too_many_directives_is_refused()
    {
        await Fond.As(null).ReadAsync(Conditional(50));
        await Fond.As(null).ForbiddenAsync("LIMIT_EXCEEDED", Conditional(51));
    }

    [Theory]
    [InlineData("query @@ { __typename }")]
    [InlineData("query($x: Int @@) { __typename }")]
    [InlineData("{ ...F } fragment F on Query @@ { __typename }")]
    [InlineData("{ ...F @@ } fragment F on Query { __typename }")]
    [InlineData("{ ... @@ { __typename } }")]
    public async Task Directives_count_wherever_they_stand(string document) =>
        await Fond.As(null).ForbiddenAsync("LIMIT_EXCEEDED", document.Replace("@@", string.Concat(Enumerable.Repeat("@skip(if: false) ", 51)), StringComparison.Ordinal));

    [Fact]
    public async Task A_document_that_is_wide_and_shallow_is_refused_by_its_cost_alone()
    {
        await Fond.As("administrator").ReadAsync(Wide(pageSize: 10));
        await Fond.As("administrator").ForbiddenAsync("COMPLEXITY", Wide(pageSize: 100));
    }

    [Fact]
    public async Task A_document_that_is_narrow_and_deep_is_refused_by_its_depth_alone()
    {
        await Fond.As("administrator").ReadAsync(Narrow(Limits.Depth));
        await Fond.As("administrator").ForbiddenAsync("COMPLEXITY", Narrow(Limits.Depth + 1));
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_ended()
    {
        var slow = new AtStatement("\"Applications\"", _ =>
        {
            Fond.Clock.Advance(2 * Limits.Time);
            return Task.CompletedTask;
        });
        await using var hasty = await Fond.AgainAsync(services => services.ConfigureDbContext<FondDb>(options => options.AddInterceptors(slow)));
        await Fond.As("administrator").ReadAsync(Wide(pageSize: 10));
        await hasty.As("administrator").ForbiddenAsync("LIMIT_EXCEEDED", Wide(pageSize: 10));
        Assert.Equal(Limits.Time, Fond.Services.GetRequiredService<TimeLimit>().Time);
    }

    [Theory]
    [InlineData(Numbers + "SELECT COUNT(*) AS \"Value\" FROM numbers")]
    [InlineData(Numbers + "SELECT n AS \"Value\" FROM numbers")]
    public async Task A_statement_that_would_never_end_is_broken_off_with_its_request_and_lets_go_of_its_connection(string endless)
    {
        Assert.SkipWhen(TestDatabase.Engine == "SqlServer", "Its SQL has another word for a table that is made of itself.");
        var engine = TestDatabase.Engine == "Sqlite" ? new SqliteEngine() : DatabaseSetup.EngineOf(TestDatabase.Engine)!; // SQL by hand cannot be recorded as another engine's
        var options = new DbContextOptionsBuilder<FondDb>();
        engine.Use(options, Fond.Connection);
        await using var db = new FondDb(options.Options);
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var numbers = db.Database.SqlQueryRaw<long>(endless);
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => Task.Run(() => CountAsync(numbers, limit.Token)).WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.True(engine.IsBrokenOff(fault, limit.Token), fault.ToString());
        Assert.Equal(ConnectionState.Closed, db.Database.GetDbConnection().State);
        Assert.Equal(1, await db.Database.SqlQueryRaw<long>("SELECT CAST(1 AS bigint) AS \"Value\"").SingleAsync(CancellationToken.None));
    }

    private static async Task<long> CountAsync(IQueryable<long> rows, CancellationToken ct)
    {
        var count = 0L;
        await foreach (var _ in rows.AsAsyncEnumerable().WithCancellation(ct)) count++;
        return count;
    }

    private static string Conditional(int directives) => "{" + string.Concat(Enumerable.Repeat(" __typename @include(if: true)", directives)) + " }";

    /// <summary>One field a level, each of one object: it costs about as much as it is deep.</summary>
    private static string Narrow(int levels) => "{ funds(first: 1) { nodes { decidingBody { " + string.Concat(Enumerable.Repeat("parent { ", levels - 4)) + "id" + string.Concat(Enumerable.Repeat(" }", levels));

    /// <summary>Four levels deep, as many aliases as may be.</summary>
    private static string Wide(int pageSize) => "{" + string.Concat(Enumerable.Range(0, 30).Select(i => $" a{i}: applications(first: {pageSize}) {{ nodes {{ {ApplicationFields} }} }}")) + " }";
}
