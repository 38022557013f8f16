using Fond.Api.Hosting;

namespace Fond.Api.Commands;

/// <summary>Brings the configured database to this version's shape and ends.</summary>
internal static class Migrate
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = FondHost.Build(args);
        await DatabaseSetup.MigrateAsync(app.Services);
        Console.WriteLine("The database is up to date.");
        return 0;
    }
}
