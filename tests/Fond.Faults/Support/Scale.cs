namespace Fond.Faults.Support;

/// <summary>With <c>FOND_FAULTS=long</c> the tests go on for as long as docs/reliability.md has figures of; otherwise long enough to notice a fault that is often there.</summary>
internal static class Scale
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("FOND_FAULTS") == "long";

    public static int Of(int shortRun, int longRun) => Long ? longRun : shortRun;
}
