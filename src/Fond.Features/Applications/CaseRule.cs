using System.Linq.Expressions;
using Fond.Domain.Applications;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore.Query;

namespace Fond.Features.Applications;

internal static class CaseRule
{
    /// <summary>
    /// Rows that concern the caller themselves, or whose case does. Both are asked of one look at the row's case, since PostgreSQL would gather every case that fulfils the
    /// rule before the first row, were the look one of several terms.
    /// </summary>
    /// <param name="applicationId">Which case a row belongs to.</param>
    public static Expression<Func<T, bool>> OwnOrOfCases<T>(
        this FondDb db, Expression<Func<T, long>> applicationId, Expression<Func<T, bool>> own, Expression<Func<Application, bool>> ofCases)
    {
        var (row, application) = (applicationId.Parameters[0], ofCases.Parameters[0]);
        var either = Expression.OrElse(ReplacingExpressionVisitor.Replace(own.Parameters[0], row, own.Body), ofCases.Body);
        var its = Expression.Equal(Expression.Property(application, nameof(Application.Id)), applicationId.Body);
        var look = Expression.Lambda<Func<Application, bool>>(Expression.AndAlso(its, either), application);
        IQueryable cases = db.Set<Application>();
        return Expression.Lambda<Func<T, bool>>(Expression.Call(typeof(Queryable), nameof(Queryable.Any), [typeof(Application)], cases.Expression, look), row);
    }
}
