using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Fond.Features.Platform.Access;

internal static class AnyOf
{
    /// <summary>
    /// Whether one of the terms holds. A visibility rule names those that can hold for its caller alone: a term that a flag switches off
    /// would still keep the database from answering the others by their indexes.
    /// </summary>
    public static Expression<Func<T, bool>> Terms<T>(params IEnumerable<Expression<Func<T, bool>>> terms) => terms.Joined(Expression.OrElse);
}

internal static class AllOf
{
    /// <summary>Whether every term holds.</summary>
    public static Expression<Func<T, bool>> Terms<T>(params IEnumerable<Expression<Func<T, bool>>> terms) => terms.Joined(Expression.AndAlso);
}

file static class JoinedTerms
{
    public static Expression<Func<T, bool>> Joined<T>(this IEnumerable<Expression<Func<T, bool>>> terms, Func<Expression, Expression, Expression> by)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var bodies = terms.Select(term => ReplacingExpressionVisitor.Replace(term.Parameters[0], row, term.Body));
        return Expression.Lambda<Func<T, bool>>(bodies.Aggregate(by), row);
    }
}
