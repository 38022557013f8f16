namespace Fond.Features.Platform.Workflows;

/// <summary>Tells the background work of this process that something may be due, so that it need not wait for its next round.</summary>
internal sealed class Nudge
{
    private int _waiting;

    public event Action? Given;

    /// <summary>Nothing more than the last did, when that has not been answered yet.</summary>
    public void Give()
    {
        if (Interlocked.Exchange(ref _waiting, 1) == 0) Given?.Invoke();
    }

    /// <summary>Whatever happens from now on is worth another.</summary>
    public void Answer() => Volatile.Write(ref _waiting, 0);
}
