namespace Fond.Features.Platform.Workflows;

/// <summary>Work that is too long for one transaction; a sweep does it after the rest. It claims each piece for itself, as any number of instances may be at it.</summary>
internal interface IChore
{
    Task RunAsync(CancellationToken ct);
}
