using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Http;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Telemetry;
using Fond.Features.Platform.Workflows;
using GraphQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Platform.Mutations;

/// <summary>
/// Runs one use case in a scope and a transaction of its own: input checks, idempotency, handler, trail, commit. The only place
/// that turns refusals into a payload.
/// </summary>
internal sealed class MutationRunner(IServiceScopeFactory scopes, ActorContext caller, RequestTime time, Nudge nudge, WorkTelemetry telemetry, DatabaseEngine engine)
{
    private const int Attempts = 3;
    private static readonly ConcurrentDictionary<Type, ObjectFactory> Factories = new();

    public async Task<Payload<TResult>> RunAsync<THandler, TInput, TResult>(TInput input, string name, IResolveFieldContext context)
        where THandler : class, IHandler<TInput, TResult>
        where TInput : MutationInput
    {
        try
        {
            return new(await RunAsync<THandler, TInput, TResult>(input, name, context.CancellationToken), []);
        }
        catch (RefusedException refused)
        {
            return new(default, [.. refused.Refusals.Select(r => UserError.From(r, caller.Language))]);
        }
    }

    /// <summary>The same door for demo data and other callers in the process.</summary>
    /// <exception cref="RefusedException">When a rule says no; nothing is kept then.</exception>
    public async Task<TResult> RunAsync<THandler, TInput, TResult>(TInput input, string name, CancellationToken ct)
        where THandler : class, IHandler<TInput, TResult>
        where TInput : MutationInput
    {
        using var work = telemetry.Begin(WorkKind.Mutation, name);
        try
        {
            Refuse.WhenAny(InputGuard.Faults(input));
            Refuse.When(input.IdempotencyKey is { Length: 0 or > 100 }, new IdempotencyKeyInvalid { Path = IdempotencyKeyReused.KeyPath });
            var result = await RepeatAsync<THandler, TInput, TResult>(input, work, ct);
            work.Outcome = WorkTelemetry.Done;
            nudge.Give();
            return result;
        }
        catch (Exception fault)
        {
            work.Fail(fault, engine, ct);
            throw;
        }
    }

    private async Task<TResult> RepeatAsync<THandler, TInput, TResult>(TInput input, WorkTelemetry.Work work, CancellationToken ct)
        where THandler : class, IHandler<TInput, TResult>
        where TInput : MutationInput
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync<THandler, TInput, TResult>(input, work, ct);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts) { } // somebody else was first; look again
        }
    }

    private async Task<TResult> AttemptAsync<THandler, TInput, TResult>(TInput input, WorkTelemetry.Work work, CancellationToken ct)
        where THandler : class, IHandler<TInput, TResult>
        where TInput : MutationInput
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var context = services.GetRequiredService<ActorContext>();
        (context.Actor, context.Language, context.Action) = (caller.Actor, caller.Language, work.Name);
        var db = services.GetRequiredService<FondDb>();
        var trail = services.GetRequiredService<AuditTrail>();
        await using var transaction = await trail.BeginAsync(ct);
        var keys = new IdempotencyKeys(db, services.GetRequiredService<Visibility>(), context.Actor.Id, work.Name);
        var key = caller.Actor.IsSignedIn ? input.IdempotencyKey : null; // nobody's keys would be everybody's
        var hash = key is null ? "" : Hash(input);
        if (key is { } used && await keys.FindAsync<TResult>(used, hash, ct) is { Found: true } earlier) return earlier.Result!;

        var factory = Factories.GetOrAdd(typeof(THandler), type => ActivatorUtilities.CreateFactory(type, []));
        var result = await ((THandler)factory(services, [])).Handle(input, ct);
        await trail.SaveAsync(ct);
        if (key is { } fresh)
        {
            keys.Keep(fresh, hash, result, services.GetRequiredService<Clock>().Now);
            await db.SaveChangesAsync(ct);
        }
        work.CaseNumber = await db.CaseNumberAsync(ct);
        time.End();
        ct.ThrowIfCancellationRequested(); // the last moment at which it can be called off
        await transaction.CommitAsync();
        return result;
    }

    private static string Hash<TInput>(TInput input) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(input, Columns.Json)));
}

/// <summary>A person's used keys, within one transaction.</summary>
internal sealed class IdempotencyKeys(FondDb db, Visibility visibility, long personId, string mutation)
{
    public async Task<(bool Found, TResult? Result)> FindAsync<TResult>(string key, string hash, CancellationToken ct)
    {
        var record = await db.Set<IdempotencyRecord>().SingleOrDefaultAsync(r => r.PersonId == personId && r.Key == key, ct);
        if (record is null) return (false, default);
        Refuse.When(record.Mutation != mutation || record.InputHash != hash, new IdempotencyKeyReused { Path = IdempotencyKeyReused.KeyPath });
        return (true, typeof(TResult).IsAssignableTo(typeof(Entity))
            ? (TResult)(object)await AgainAsync(typeof(TResult), long.Parse(record.Result, CultureInfo.InvariantCulture), ct)
            : JsonSerializer.Deserialize<TResult>(record.Result, Columns.Json));
    }

    /// <summary>As it is now, for a caller who may still see it.</summary>
    private async Task<Entity> AgainAsync(Type type, long id, CancellationToken ct) =>
        await visibility.FindAsync(type, id, ct) ?? throw new RefusedException(new NotFound(type.Name));

    public void Keep<TResult>(string key, string hash, TResult result, DateTimeOffset at) => db.Add(new IdempotencyRecord(personId, key, mutation, hash,
        result is Entity entity ? entity.Id.ToString(CultureInfo.InvariantCulture) : JsonSerializer.Serialize(result, Columns.Json), at));
}
