using System.Runtime.CompilerServices;

namespace Fond.Api.Tests.Support;

/// <summary>A test with a Fond of its own, in the state of the demo data.</summary>
public abstract class FondTest : IAsyncLifetime
{
    protected FondServer Fond { get; private set; } = null!;

    protected virtual string[] Settings => [];

    public virtual async ValueTask InitializeAsync() => Fond = await FondServer.StartAsync(Settings);

    public virtual async ValueTask DisposeAsync()
    {
        await Fond.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    private static string Here([CallerFilePath] string path = "") => path;
}
