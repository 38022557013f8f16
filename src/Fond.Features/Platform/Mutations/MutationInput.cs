namespace Fond.Features.Platform.Mutations;

/// <summary>What every mutation's input carries.</summary>
internal abstract record MutationInput
{
    /// <summary>A key of the client's choice, at most 100 characters. The same key with the same input answers with the first result instead of doing it again; with another input it is refused (IDEMPOTENCY_KEY_REUSED). Refused calls do not use a key up. Without sign-in a key has no effect.</summary>
    public string? IdempotencyKey { get; init; }
}

/// <summary>An input that changes something people edit.</summary>
internal abstract record EditInput : MutationInput
{
    /// <summary>The version that the caller has seen; when somebody has changed it since, the answer is CONFLICT.</summary>
    public long? ExpectedVersion { get; init; }
}

/// <summary>A use case: one file, one mutation. Loads, asks the domain, and leaves saving to the runner.</summary>
internal interface IHandler<in TInput, TResult> where TInput : MutationInput
{
    Task<TResult> Handle(TInput input, CancellationToken ct);
}
