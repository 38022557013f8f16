using Fond.Api.Hosting;

namespace Fond.Api.Commands;

/// <summary>Starts Fond and stays until it is told to stop.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = await FondHost.BuildAsync(args);
        try
        {
            await app.StartAsync();
        }
        catch (IOException taken)
        {
            throw new StartupFault($"Fond cannot listen there: {taken.Message}");
        }

        Welcome.Say(app);
        await app.WaitForShutdownAsync();
        return 0;
    }
}
