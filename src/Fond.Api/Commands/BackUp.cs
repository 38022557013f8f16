using Fond.Api.Hosting;
using Fond.Features.Platform.Persistence;

namespace Fond.Api.Commands;

/// <summary>Writes a whole copy of a SQLite database while Fond goes on serving from it.</summary>
internal static class BackUp
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var file, ..] || file.StartsWith("--", StringComparison.Ordinal)) return Usage.Say();
        if (File.Exists(file)) throw new StartupFault($"There is a file {file} already; nothing was written.");
        await using var app = FondHost.Build(args[1..]);
        await DatabaseSetup.DemandCurrentAsync(app.Services);
        await using var scope = app.Services.CreateAsyncScope();
        var engine = scope.ServiceProvider.GetRequiredService<DatabaseEngine>();
        try
        {
            await engine.BackUpAsync(scope.ServiceProvider.GetRequiredService<FondDb>(), Path.GetFullPath(file), CancellationToken.None);
        }
        catch (NotSupportedException)
        {
            throw new StartupFault($"{engine.Name} is backed up by the server's own programs: see docs/operations.md.");
        }
        Console.WriteLine($"The copy is written: {file}");
        return 0;
    }
}
