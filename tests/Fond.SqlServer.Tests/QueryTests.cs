namespace Fond.SqlServer.Tests;

/// <summary>The tests of the API leave the statements: see CONTRIBUTING.md.</summary>
public sealed class QueryTests
{
    private const string Place = "FOND_SQLSERVER_STATEMENTS";

    [Fact]
    public void Every_query_of_the_API_tests_names_what_is_there()
    {
        var folder = Environment.GetEnvironmentVariable(Place);
        Assert.SkipWhen(string.IsNullOrWhiteSpace(folder), $"{Place} is not set to the folder where the tests of the API have left what they would have sent to SQL Server.");
        var statements = Directory.GetFiles(folder!, "*.sql").Select(File.ReadAllText).Distinct().ToList();
        Assert.True(statements.Count > 1_000, $"Only {statements.Count} statements were left: not all of the tests of the API were run.");
        Check.Names("queries", statements);
    }
}
