using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fond.Features.Audit;

/// <summary>By which of its foreign keys each kind of row comes to its case the shortest way.</summary>
internal sealed class CaseWays
{
    private static readonly ConcurrentDictionary<IModel, CaseWays> Known = [];
    private static readonly MethodInfo Pointing = typeof(CaseWays).GetMethod(nameof(PointingAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly Dictionary<string, Way> _ways = new() { [nameof(Application)] = new(0, null) };

    private CaseWays(IModel model)
    {
        for (var (length, found) = (1, true); found; length++)
        {
            var further = (from type in model.GetEntityTypes()
                           where !_ways.ContainsKey(type.ClrType.Name)
                           let key = type.GetForeignKeys().FirstOrDefault(k => _ways.ContainsKey(k.PrincipalEntityType.ClrType.Name))
                           where key is not null
                           select (type.ClrType.Name, Key: key)).ToList();
            foreach (var (name, key) in further) _ways[name] = new(length, key);
            found = further.Count > 0;
        }
    }

    private sealed record Way(int Length, IForeignKey? Key);

    public static CaseWays Of(IModel model) => Known.GetOrAdd(model, m => new(m));

    public bool Leads(string type) => _ways.ContainsKey(type);

    /// <summary>How many rows away the case is.</summary>
    public int Length(string type) => _ways[type].Length;

    /// <summary>From rows of one kind to what they point at; those that are gone by what the trail says of when they came.</summary>
    public async Task<Dictionary<long, (string Type, long Id)>> StepAsync(FondDb db, string type, long[] ids, CancellationToken ct)
    {
        var key = _ways[type].Key!;
        var (column, to) = (key.Properties.Single().Name, key.PrincipalEntityType.ClrType.Name);
        var pointing = await (Task<Dictionary<long, long?>>)Pointing.MakeGenericMethod(key.DeclaringEntityType.ClrType).Invoke(null, [db, column, ids, ct])!;
        foreach (var (id, pointed) in await GoneAsync(db, type, column, [.. ids.Except(pointing.Keys)], ct)) pointing[id] = pointed;
        return pointing.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => (to, p.Value!.Value));
    }

    private static Task<Dictionary<long, long?>> PointingAsync<T>(FondDb db, string column, long[] ids, CancellationToken ct) where T : Entity => db.Set<T>().AsNoTracking().IgnoreAutoIncludes()
        .Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, To = EF.Property<long?>(e, column) }).ToDictionaryAsync(e => e.Id, e => e.To, ct);

    private static async Task<Dictionary<long, long?>> GoneAsync(FondDb db, string type, string column, long[] ids, CancellationToken ct)
    {
        if (ids.Length == 0) return [];
        var came = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.EntityType == type && ids.Contains(e.EntityId) && e.Before == null && e.After != null && e.Action != SecretReadings.Action)
            .Select(e => new { e.EntityId, e.After }).ToListAsync(ct);
        return came.ToDictionary(e => e.EntityId, e => (long?)JsonNode.Parse(e.After!)![column]);
    }
}
