namespace Fond.Faults.Support;

/// <summary>What was seen: shown with the test's output, and added as a line of a table to the file that <c>FOND_FAULTS_FIGURES</c> names.</summary>
internal static class Figures
{
    /// <summary>All that is told, each once in the table of docs/reliability.md.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "SQLite, full disk under load", "PostgreSQL away under load", "SQLite, nobody may write", "PostgreSQL, nobody may write", "Load, PostgreSQL", "Load, SQLite",
        "Two instances, the last money", "Two instances, one killed while it sends", "Backup under load, SQLite", "Backup under load, PostgreSQL", "kill -9, SQLite", "kill -9, PostgreSQL",
        "kill -9 at an import, SQLite", "kill -9 at an import, PostgreSQL", "kill -9 at reminders, SQLite", "kill -9 at reminders, PostgreSQL",
        "Two instances, registrations", "Two instances, reminders and imports",
    ];

    private static readonly string? Place = Environment.GetEnvironmentVariable("FOND_FAULTS_FIGURES");
    private static readonly Lock Writing = new();

    public static void Tell(string what, FormattableString seen)
    {
        var name = what.Replace("Sqlite", "SQLite", StringComparison.Ordinal).Replace("PostgreSql", "PostgreSQL", StringComparison.Ordinal);
        Assert.Contains(name, Names);
        var line = $"| {name} | {FormattableString.Invariant(seen)} |";
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (Place is null) return;
        lock (Writing) File.AppendAllText(Place, line + "\n");
    }
}
