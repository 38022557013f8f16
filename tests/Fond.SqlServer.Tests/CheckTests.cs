namespace Fond.SqlServer.Tests;

/// <summary>The check itself finds what it is for.</summary>
public sealed class CheckTests
{
    [Theory]
    [InlineData("SELECT [f].[Nme] FROM [Funds] AS [f]")]
    [InlineData("SELECT [f].[Name] FROM [Fnds] AS [f]")]
    [InlineData("SELECT [f].[Name] FROM [Funds] AS [f] WHERE EXISTS (SELECT 1 FROM [Calls] AS [c] WHERE [c].[FndId] = [f].[Id])")]
    [InlineData("SELECT [t].[Nme] FROM (SELECT [f].[Name] FROM [Funds] AS [f]) AS [t]")]
    [InlineData("INSERT INTO [Funds] ([Nme]) OUTPUT INSERTED.[Id] VALUES (N'x')")]
    [InlineData("UPDATE [Funds] SET [Name] = N'x' OUTPUT 1 WHERE [Idd] = 1")]
    [InlineData("DELETE FROM [Fnds] WHERE [Id] = 1")]
    [InlineData("SELECT [f].[Name] FROM [Funds] AS [f] WHERE [f].[Id] = @undeclared")]
    [InlineData("SELECT [f].[Name] FROM [Funds] AS [f] LIMIT 1")]
    public void A_wrong_name_or_word_is_found(string statement) => Assert.NotEmpty(Schema.Faults(statement));

    [Fact]
    public void A_wrong_name_is_found_in_what_a_migration_does_to_rows() =>
        Assert.NotEmpty(Schema.Faults(Definitions.ChangesIn("EXEC(N'UPDATE [Memberships] SET [VotesByInstuction] = CAST(1 AS bit)');\nGO\n")));

    [Fact]
    public void A_right_statement_is_not_blamed_for_a_wrong_one()
    {
        var fault = Assert.Single(Schema.Faults("SELECT [f].[Name] FROM [Funds] AS [f]", "SELECT [f].[Nme] FROM [Funds] AS [f]"));
        Assert.EndsWith("SELECT [f].[Nme] FROM [Funds] AS [f]", fault, StringComparison.Ordinal);
    }
}
