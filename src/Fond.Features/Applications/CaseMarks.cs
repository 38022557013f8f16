using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

/// <summary>The secrecy mark of the case that something belongs to, whether or not the caller sees the application itself: a decision is seen by more.</summary>
internal static class CaseMarks
{
    /// <summary>Gives a value out, noted as read where the case is marked.</summary>
    /// <param name="shown">What it belongs to, as the trail names it.</param>
    /// <param name="applicationId">Null where no case is concerned.</param>
    public static IDataLoaderResult<T> Noted<T>(this IResolveFieldContext context, Entity shown, long? applicationId, T value)
    {
        if (applicationId is not { } id || value is null) return new Ready<T>(value);
        return context.Service<BatchLoader>().By<SecrecyMark>("marks of cases", id, (ids, ct) => MarksAsync(context.Db(), ids, ct)).Then(mark =>
        {
            context.Service<SecretReadings>().Note(shown, mark);
            return value;
        });
    }

    public static async Task<SecrecyMark?> MarkOfCaseAsync(this FondDb db, long? applicationId, CancellationToken ct) =>
        applicationId is { } id ? (await MarksAsync(db, [id], ct))[id] : null;

    private static async Task<Dictionary<long, SecrecyMark?>> MarksAsync(FondDb db, long[] applications, CancellationToken ct) =>
        await db.Set<Application>().AsNoTracking().IgnoreAutoIncludes().Where(a => applications.Contains(a.Id)).Select(a => new { a.Id, a.Secrecy }).ToDictionaryAsync(a => a.Id, SecrecyMark? (a) => a.Secrecy, ct);
}
