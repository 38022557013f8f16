using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Query;

namespace Fond.Features.Platform.GraphQL;

internal static class TextSearch
{
    private static readonly MethodInfo Lower = typeof(string).GetMethod(nameof(string.ToLower), [])!;
    private static readonly MethodInfo Contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;

    /// <summary>Rows that hold the text in one of the fields, in capitals or not; all rows when there is no text.</summary>
    public static IQueryable<T> WithText<T>(this IQueryable<T> rows, string? text, params Expression<Func<T, string?>>[] fields)
    {
        if (string.IsNullOrWhiteSpace(text)) return rows;
        var (row, sought) = (Expression.Parameter(typeof(T), "row"), text.Trim().ToLowerInvariant());
        Expression<Func<string>> value = () => sought; // a captured variable becomes a query parameter
        var held = fields
            .Select(field => ReplacingExpressionVisitor.Replace(field.Parameters[0], row, field.Body))
            .Select(Expression (field) => Expression.Call(Expression.Call(field, Lower), Contains, value.Body))
            .Aggregate(Expression.OrElse);
        return rows.Where(Expression.Lambda<Func<T, bool>>(held, row));
    }
}
