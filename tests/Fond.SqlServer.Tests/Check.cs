namespace Fond.SqlServer.Tests;

internal static class Check
{
    /// <summary>DacFx has nothing to say against any of them.</summary>
    public static void Names(string what, IReadOnlyCollection<string> statements)
    {
        var distinct = statements.Distinct().ToList();
        Assert.NotEmpty(distinct);
        var faults = Schema.Faults(distinct);
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
        TestContext.Current.SendDiagnosticMessage($"Distinct {what} that SQL Server's own parser reads, with every name in the schema of the migrations: {distinct.Count}");
    }
}
