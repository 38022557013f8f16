using Fond.Features.Platform.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Platform.Audit;

internal static class UnitOfWork
{
    /// <summary>Does work in a scope and a transaction of its own, which the trail has under a name.</summary>
    public static async Task<T> InTransactionAsync<T>(this IServiceScopeFactory scopes, Actor actor, string action, Func<IServiceProvider, Task<T>> work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ActorContext>();
        (context.Actor, context.Action) = (actor, action);
        var trail = scope.ServiceProvider.GetRequiredService<AuditTrail>();
        await using var turn = await trail.BeginAsync(ct);
        var result = await work(scope.ServiceProvider);
        await trail.SaveAsync(ct);
        await turn.CommitAsync();
        return result;
    }
}
