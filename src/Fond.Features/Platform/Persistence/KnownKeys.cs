using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Platform.Persistence;

/// <summary>Finds the sets of <see cref="KeysAhead"/> in a query, and puts their keys in their place.</summary>
internal sealed class KnownKeys : ExpressionVisitor
{
    /// <summary>More than this are left to the database, which then expects many with reason.</summary>
    private const int Most = 50;

    /// <summary>Null for a set that is too large.</summary>
    private readonly Dictionary<KeysAhead, long[]?> _known = [];

    /// <summary>The first set met that has not been looked at, its own sets first.</summary>
    public KeysAhead? Unknown { get; private set; }

    public async Task FindAsync(KeysAhead keys, CancellationToken ct)
    {
        Unknown = null;
        var all = keys.Provider.CreateQuery<long>(Visit(keys.Expression));
        var found = await (keys.NarrowsOnly ? all.OrderBy(_ => 0) : all.OrderBy(key => key)).Take(Most + 1).ToArrayAsync(ct); // the first that come tell whether they are few
        _known[keys] = found.Length > Most ? null : [.. found.Order()];
    }

    protected override Expression VisitMethodCall(MethodCallExpression node) =>
        node.Method.Name == nameof(Queryable.Contains) && Held(node.Arguments[0]) is KeysAhead keys && _known.TryGetValue(keys, out var known) && (known is not null || keys.NarrowsOnly)
            ? known is null ? Expression.Constant(true) : Among(known, Visit(node.Arguments[1])) : base.VisitMethodCall(node);

    protected override Expression VisitMember(MemberExpression node)
    {
        if (Held(node) is not { } query) return base.VisitMember(node);
        var inside = Visit(query.Expression);
        if (query is KeysAhead keys && !_known.ContainsKey(keys)) Unknown ??= keys;
        return inside;
    }

    /// <summary>No key, no term: a rule then says no more than what can hold.</summary>
    private static Expression Among(long[] known, Expression key)
    {
        if (known.Length == 0) return Expression.Constant(false);
        var holder = Expression.Constant(new Holder(known, known[0])); // access to its members becomes a query parameter
        return known.Length == 1
            ? Expression.Equal(key, Expression.Property(holder, nameof(Holder.Only))) // rows of one value can be read in order
            : Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)], Expression.Property(holder, nameof(Holder.Keys)), key);
    }

    /// <summary>The query that a captured variable holds.</summary>
    private static IQueryable? Held(Expression expression) =>
        expression is MemberExpression member && typeof(IQueryable).IsAssignableFrom(member.Type) ? Value(member) as IQueryable : null;

    private static object? Value(Expression? expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } member => Value(member.Expression) is { } owner ? field.GetValue(owner) : null,
        _ => null,
    };

    private sealed record Holder(long[] Keys, long Only);
}
