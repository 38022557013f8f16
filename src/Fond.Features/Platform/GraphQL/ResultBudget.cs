using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using GraphQL;

namespace Fond.Features.Platform.GraphQL;

/// <summary>Ends a request whose answer grows beyond all use: lists in lists multiply, and no estimate beforehand knows how long they are.</summary>
internal sealed class ResultBudget(ActorContext context) : IDisposable
{
    public static readonly Text Spent = new(
        $"Svaret blir för stort eller tar för lång tid: högst {Limits.Objects} objekt och {Limits.Time.TotalSeconds:0} sekunder. Fråga efter mindre åt gången.",
        $"The answer grows too large or takes too long: at most {Limits.Objects} objects and {Limits.Time.TotalSeconds:0} seconds. Ask for less at a time.");

    private readonly CancellationTokenSource _stop = new();
    private int _left = Limits.Objects;

    /// <summary>What a mutation has done is done, and told: only the fields that are too much fail.</summary>
    public bool IsForMutation { get; set; }

    public bool IsSpent => _left < 0;

    /// <summary>Cancelled when the budget of a query is spent.</summary>
    public CancellationToken Stop => _stop.Token;

    public IReadOnlyList<T> Take<T>(IReadOnlyList<T> list)
    {
        _left -= list.Count;
        if (!IsSpent) return list;
        if (IsForMutation) throw new ExecutionError(Spent.In(context.Language)) { Code = ErrorCodes.LimitExceeded };
        _stop.Cancel();
        return list;
    }

    public void Dispose() => _stop.Dispose();
}
