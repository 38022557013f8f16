namespace Fond.Features.Platform.Workflows;

/// <summary>Tells the background work of this process that something may be due, so that it need not wait for its next round.</summary>
internal sealed class Nudge
{
    public event Action? Given;

    public void Give() => Given?.Invoke();
}
