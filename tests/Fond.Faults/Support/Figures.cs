namespace Fond.Faults.Support;

/// <summary>What was seen: shown with the test's output, and added as a line of a table to the file that <c>FOND_FAULTS_FIGURES</c> names.</summary>
internal static class Figures
{
    private static readonly string? Place = Environment.GetEnvironmentVariable("FOND_FAULTS_FIGURES");
    private static readonly Lock Writing = new();

    public static void Tell(string what, FormattableString seen)
    {
        var line = $"| {what} | {FormattableString.Invariant(seen)} |";
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (Place is null) return;
        lock (Writing) File.AppendAllText(Place, line + "\n");
    }
}
