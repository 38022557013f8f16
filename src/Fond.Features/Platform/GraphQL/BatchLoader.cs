using System.Linq.Expressions;
using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Platform.GraphQL;

/// <summary>
/// Gathers what sibling fields ask for and fetches it with one query a kind, however many objects asked. Everything is loaded
/// through <see cref="Visibility"/>.
/// </summary>
internal sealed class BatchLoader(Visibility visibility)
{
    private readonly Dictionary<object, object> _batches = [];

    public IDataLoaderResult<T?> One<T>(long? id) where T : Entity => id is null
        ? new Ready<T?>(null)
        : By(typeof(T).Name, id.Value, async Task<Dictionary<long, T?>> (ids, ct) =>
            (await visibility.Of<T>(ids).ToListAsync(ct)).ToDictionary(e => e.Id, T? (e) => e));

    /// <summary>Several by their ids, in that order, without those that the caller may not see.</summary>
    public IDataLoaderResult<IReadOnlyList<T>> All<T>(IEnumerable<long> ids) where T : Entity => new Joined<T>([.. ids.Select(id => One<T>(id))]);

    public IDataLoaderResult<IReadOnlyList<T>?> Many<T>(ForeignKey<T> foreignKey, long id) where T : Entity =>
        By(foreignKey.Name, id, async Task<Dictionary<long, IReadOnlyList<T>?>> (ids, ct) =>
        {
            var rows = await visibility.Of<T>().Where(foreignKey.Among(ids)).OrderBy(e => e.Id).ToListAsync(ct);
            var groups = rows.GroupBy(foreignKey.Of).ToDictionary(g => g.Key!.Value, IReadOnlyList<T>? (g) => [.. g]);
            foreach (var asked in ids) groups.TryAdd(asked, []);
            return groups;
        });

    /// <summary>A batch of one's own, for values that are not entities.</summary>
    /// <param name="query">Names the query: the same name and type share a fetch.</param>
    public IDataLoaderResult<T?> By<T>(string query, long id, Func<long[], CancellationToken, Task<Dictionary<long, T?>>> fetch)
    {
        var key = (typeof(T), query);
        if (!_batches.TryGetValue(key, out var known)) _batches[key] = known = new Batch<T?>();
        return ((Batch<T?>)known).Load(id, fetch);
    }
}

/// <summary>A property that points at another aggregate, ready for a batched query.</summary>
internal sealed class ForeignKey<T>(Expression<Func<T, long?>> property)
{
    public string Name { get; } = $"{typeof(T).Name}.{property.Body}";

    public Func<T, long?> Of { get; } = property.Compile();

    public Expression<Func<T, bool>> Among(long[] ids)
    {
        var holder = Expression.Property(Expression.Constant(new Holder([.. ids])), nameof(Holder.Ids)); // a member access becomes a query parameter
        return Expression.Lambda<Func<T, bool>>(
            Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long?)], holder, property.Body), property.Parameters);
    }

    private sealed record Holder(long?[] Ids);
}

internal sealed class Batch<T>
{
    private Round? _open;

    public IDataLoaderResult<T> Load(long id, Func<long[], CancellationToken, Task<Dictionary<long, T>>> fetch)
    {
        if (_open is null or { Started: true }) _open = new Round(fetch);
        _open.Ids.Add(id);
        return new Result(_open, id);
    }

    private sealed class Round(Func<long[], CancellationToken, Task<Dictionary<long, T>>> fetch)
    {
        private Task<Dictionary<long, T>>? _rows;

        public HashSet<long> Ids { get; } = [];

        public bool Started => _rows is not null;

        public Task<Dictionary<long, T>> RowsAsync(CancellationToken ct) => _rows ??= fetch([.. Ids], ct);
    }

    private sealed class Result(Round round, long id) : IDataLoaderResult<T>
    {
        public async Task<T> GetResultAsync(CancellationToken ct = default) =>
            (await round.RowsAsync(ct)).TryGetValue(id, out var value) ? value : default!;

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken ct) => await GetResultAsync(ct);
    }
}

internal sealed class Ready<T>(T value) : IDataLoaderResult<T>
{
    public Task<T> GetResultAsync(CancellationToken ct = default) => Task.FromResult(value);

    Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken ct) => Task.FromResult<object?>(value);
}

internal sealed class Joined<T>(IReadOnlyList<IDataLoaderResult<T?>> parts) : IDataLoaderResult<IReadOnlyList<T>> where T : class
{
    public async Task<IReadOnlyList<T>> GetResultAsync(CancellationToken ct = default)
    {
        var found = new List<T>(parts.Count);
        foreach (var part in parts)
            if (await part.GetResultAsync(ct) is { } one) found.Add(one);
        return found;
    }

    async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken ct) => await GetResultAsync(ct);
}

internal static class LoaderResults
{
    /// <summary>Something made of what is loaded.</summary>
    public static IDataLoaderResult<TOut> Then<T, TOut>(this IDataLoaderResult<T> loaded, Func<T, TOut> make) => new Made<T, TOut>(loaded, make);

    private sealed class Made<T, TOut>(IDataLoaderResult<T> loaded, Func<T, TOut> make) : IDataLoaderResult<TOut>
    {
        public async Task<TOut> GetResultAsync(CancellationToken ct = default) => make(await loaded.GetResultAsync(ct));

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken ct) => await GetResultAsync(ct);
    }
}
