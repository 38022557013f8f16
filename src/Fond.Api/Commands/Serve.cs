using Fond.Api.Hosting;

namespace Fond.Api.Commands;

/// <summary>Starts Fond and stays until it is told to stop.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = await FondHost.BuildAsync(args);
        await app.StartAsync();
        Welcome.Say(app);
        await app.WaitForShutdownAsync();
        return 0;
    }
}
