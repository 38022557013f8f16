namespace Fond.Features.Platform.Http;

/// <summary>How long the caller's request still has. What is being committed can no longer be called off: from then on it is seen through, so that the answer tells what was done.</summary>
internal sealed class RequestTime : IDisposable
{
    private CancellationTokenSource? _limit;

    /// <summary>Whether it has run out.</summary>
    public bool IsOut => _limit?.IsCancellationRequested == true;

    /// <returns>What is cancelled when it runs out.</returns>
    public CancellationToken Begin(TimeSpan time, TimeProvider clock) => (_limit = new(time, clock)).Token;

    /// <summary>There is no limit any more, unless it was too late.</summary>
    public void End() => _limit?.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose() => _limit?.Dispose();
}
