using System.Collections;
using System.Linq.Expressions;

namespace Fond.Features.Platform.Persistence;

/// <summary>
/// Keys that a list finds ahead of its own statement, which then names them. A planner knows how many rows have a value, but not how many have one of those that it has yet to find:
/// where it expects too many it walks. Where nobody looks ahead this is the subquery that it is made of.
/// </summary>
/// <param name="narrowsOnly">That a row has one of the keys is no condition of its own, but helps to find those that fulfil the others: it is left out where there are many keys.</param>
internal sealed class KeysAhead(IQueryable<long> keys, bool narrowsOnly = false) : IQueryable<long>
{
    public bool NarrowsOnly => narrowsOnly;

    public Type ElementType => keys.ElementType;

    public Expression Expression => keys.Expression;

    public IQueryProvider Provider => keys.Provider;

    public IEnumerator<long> GetEnumerator() => keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

internal static class LookingAhead
{
    /// <summary>For a set of keys that is small for nearly everybody, or cheap to look at.</summary>
    public static IQueryable<long> Ahead(this IQueryable<long> keys) => new KeysAhead(keys);

    /// <summary>For a set that all of a list's rows have their keys in anyway: worth naming where it is small. Only for what is asked for by <see cref="LookAheadAsync"/>.</summary>
    public static IQueryable<long> AheadWhereFew(this IQueryable<long> keys) => new KeysAhead(keys, narrowsOnly: true);

    /// <summary>The same rows, asked for by the keys that the sets in it hold.</summary>
    public static async Task<IQueryable<T>> LookAheadAsync<T>(this IQueryable<T> rows, CancellationToken ct)
    {
        var sets = new KnownKeys();
        var expression = sets.Visit(rows.Expression);
        while (sets.Unknown is { } keys)
        {
            await sets.FindAsync(keys, ct);
            expression = sets.Visit(rows.Expression);
        }

        return rows.Provider.CreateQuery<T>(expression);
    }
}
