using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Platform.Audit;

/// <summary>What a request is about to show its caller of what is marked as secret. The trail has it before it is given out.</summary>
internal sealed class SecretReadings(IServiceScopeFactory scopes, ActorContext caller)
{
    /// <summary>The action of such an entry.</summary>
    public const string Action = "read";

    private readonly HashSet<Entity> _shown = [];

    /// <summary>Of no account where there is no mark.</summary>
    public void Note(Entity shown, SecrecyMark? mark)
    {
        if (mark is not null) _shown.Add(shown);
    }

    public Task WriteAsync(CancellationToken ct) => _shown.Count == 0 ? Task.CompletedTask : scopes.InTransactionAsync(caller.Actor, Action, services =>
    {
        services.GetRequiredService<AuditTrail>().Read(_shown);
        return Task.FromResult(true);
    }, ct);
}
