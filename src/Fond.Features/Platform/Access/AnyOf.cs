using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Fond.Features.Platform.Access;

internal static class AnyOf
{
    /// <summary>
    /// Whether one of the terms holds. A visibility rule names those that can hold for its caller alone: a term that a flag switches off
    /// would still keep the database from answering the others by their indexes.
    /// </summary>
    public static Expression<Func<T, bool>> Terms<T>(params IEnumerable<Expression<Func<T, bool>>> terms)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var bodies = terms.Select(term => ReplacingExpressionVisitor.Replace(term.Parameters[0], row, term.Body));
        return Expression.Lambda<Func<T, bool>>(bodies.Aggregate(Expression.OrElse), row);
    }
}
