using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Programmes;
using Fond.Features.Assessments;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore.Query;

namespace Fond.Features.Applications;

/// <summary>Narrows lists of what belongs to cases by the case: its call, a goal that it serves, a text.</summary>
internal static class CaseFilters
{
    public static FieldType Declare(FieldType field) => field.With<IdGraphType>("callId", "Only cases of this call.")
        .With<StringGraphType>("goal", "Only cases that serve the goal with this code.").With<StringGraphType>("text", "Part of the case's title, organisation or case number.");

    /// <param name="applicationId">Which case a row belongs to.</param>
    /// <param name="cases">Among which; those that the caller may see unless said.</param>
    public static IQueryable<T> OfCases<T>(this IQueryable<T> rows, IResolveFieldContext context, Expression<Func<T, long>> applicationId, IQueryable<Application>? cases = null) where T : Entity
    {
        var (call, goal, text) = (context.GetArgument<string?>("callId"), context.GetArgument<string?>("goal"), context.GetArgument<string?>("text"));
        if (call is null && goal is null && string.IsNullOrWhiteSpace(text)) return rows;
        var ids = (cases ?? context.Visible<Application>()).Matching(context).Select(a => a.Id);
        return rows.Among(goal is null ? ids : ids.Ahead(), applicationId);
    }

    /// <summary>
    /// Leads a list of what is seen by whoever sees its case, and by nobody else who handles cases, to its rows by those cases, where they are few: who handles those of a
    /// small fund would otherwise have the case of each row looked up among another fund's multitude.
    /// </summary>
    /// <param name="applicationId">Which case a row belongs to.</param>
    /// <param name="own">Cases of rows that are seen without the case, by whom they concern.</param>
    public static IQueryable<T> ByFewCases<T>(this IQueryable<T> rows, IResolveFieldContext context, Expression<Func<T, long>> applicationId, IQueryable<long>? own = null) where T : Entity
    {
        var actor = context.Actor();
        var (all, funds) = actor.FundsAs(AssessmentVisibility.Handlers);
        if (all || funds.Length == 0 || actor.Has(Role.Assessor, Role.Evaluator)) return rows; // these see some rows without the case
        var cases = context.Visible<Application>().Select(a => a.Id);
        return rows.Among((own is null ? cases : cases.Concat(own)).AheadWhereFew(), applicationId);
    }

    private static IQueryable<T> Among<T>(this IQueryable<T> rows, IQueryable<long> ids, Expression<Func<T, long>> applicationId)
    {
        Expression<Func<long, bool>> among = id => ids.Contains(id);
        return rows.Where(Expression.Lambda<Func<T, bool>>(ReplacingExpressionVisitor.Replace(among.Parameters[0], applicationId.Body, among.Body), applicationId.Parameters));
    }

    public static IQueryable<Application> Matching(this IQueryable<Application> cases, IResolveFieldContext context)
    {
        if (context.GetArgument<string?>("callId") is { } call) cases = cases.Where(a => a.CallId == GlobalId.KeyOf<Call>(call));
        if (context.GetArgument<string?>("goal") is { } goal)
        {
            var goals = context.Visible<Goal>().Where(g => g.Code == goal).Select(g => g.Id).Ahead();
            var serving = context.Db().Set<ApplicationGoal>().Where(s => goals.Contains(s.GoalId)).Owners(typeof(Application));
            cases = cases.Where(a => serving.Contains(a.Id));
        }
        return cases.WithText(context.GetArgument<string?>("text"), a => a.Title, a => a.Organisation, a => a.CaseNumber);
    }
}
