using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Platform.Audit;

/// <summary>What a request is about to show its caller of what is marked as secret. The trail has it before it is given out.</summary>
internal sealed class SecretReadings(IServiceScopeFactory scopes, ActorContext caller)
{
    /// <summary>The action of such an entry.</summary>
    public const string Action = "read";

    private readonly Dictionary<Shown, SortedSet<string>> _shown = [];

    /// <summary>Of no account where there is no mark.</summary>
    public void Note(Shown shown, SecrecyMark? mark)
    {
        if (mark is not null) Fields(shown);
    }

    /// <summary>One of its fields, which is marked by itself.</summary>
    public void NoteField(Shown shown, string field) => Fields(shown).Add(field);

    private SortedSet<string> Fields(Shown shown) => _shown.TryGetValue(shown, out var fields) ? fields : _shown[shown] = new(StringComparer.Ordinal);

    public Task WriteAsync(CancellationToken ct) => _shown.Count == 0 ? Task.CompletedTask : scopes.InTransactionAsync(caller.Actor, Action, services =>
    {
        foreach (var (row, fields) in _shown) services.GetRequiredService<AuditTrail>().Read(row, fields);
        return Task.FromResult(true);
    }, ct);
}

/// <summary>A row as the trail names it: shown once a request, however often it is loaded.</summary>
internal readonly record struct Shown(string Type, long Id)
{
    public static Shown Of<T>(long id) where T : Entity => new(typeof(T).Name, id);

    public static implicit operator Shown(Entity row) => new(row.GetType().Name, row.Id);
}
