using System.Diagnostics;

namespace Fond.Faults.Support;

/// <summary>The program that the solution has built.</summary>
internal static class BuiltProgram
{
    private static readonly string Built = Path.Combine(Repository.Root, "src", "Fond.Api", "bin",
        AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug", "net10.0", "Fond.Api.dll");

    public static Process Start(IEnumerable<string> arguments, Action<string> hear)
    {
        var process = new Process { StartInfo = new ProcessStartInfo("dotnet", [Built, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true } };
        process.OutputDataReceived += (_, line) => { if (line.Data is { } text) hear(text); };
        process.ErrorDataReceived += (_, line) => { if (line.Data is { } text) hear(text); };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Runs one of its commands to its end.</summary>
    public static async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        var said = new List<string>();
        using var process = Start(arguments, line => { lock (said) said.Add(line); });
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Join('\n', said));
    }
}
