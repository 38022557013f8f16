namespace Fond.Features.Platform.Workflows;

/// <summary>How long to wait before trying again: 10 seconds, 1, 5 and 30 minutes; then an administrator is asked.</summary>
internal static class Backoff
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)];

    public static TimeSpan First => Waits[0];

    /// <param name="failures">How often it has failed, this time included.</param>
    /// <returns>When to try again; null when it is time to set it aside.</returns>
    public static DateTimeOffset? Next(int failures, DateTimeOffset now) => failures <= Waits.Length ? now + Waits[failures - 1] : null;
}
