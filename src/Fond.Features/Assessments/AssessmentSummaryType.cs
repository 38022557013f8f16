using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Funds;
using Fond.Features.Platform.GraphQL;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Assessments;

internal sealed class AssessmentSummaryType : ObjectGraphType<AssessmentSummary>
{
    public AssessmentSummaryType()
    {
        Name = "AssessmentSummary";
        Description = "What the assessors came to together; only assessments that were handed in and no conflict voids count.";
        Field(s => s.Assessors).Description("How many assessments count.");
        Field(s => s.Mean, nullable: true).Description("The mean of the weighted scores, 0 to 100; null while there are none.");
        Field(s => s.Spread, nullable: true).Description("The largest weighted score less the smallest.");
        Field(s => s.NeedsDiscussion).Description("Whether they differ by at least half the scale on some criterion, or are divided over a gate.");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("unmetGates")
            .Description("Codes of the gates that more assessors found unmet than met: nothing can then be granted.").Resolve(c => c.Source.UnmetGates);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<CriterionSummaryType>>>>("criteria").Description("Criterion by criterion.").Resolve(c => c.Source.Criteria);
    }

    /// <summary>For those who handle the case by office, and neither lead it nor have written in it; null for everybody else.</summary>
    public static IDataLoaderResult<AssessmentSummary?>? Of(IResolveFieldContext<Application> context)
    {
        var (application, actor) = (context.Source, context.Actor());
        if (application.IsWorkOf(actor.Id) || !actor.HasIn(application.FundId, AssessmentVisibility.Handlers)) return null;
        return context.Service<BatchLoader>().By<AssessmentSummary>("summary", application.Id, (ids, ct) => ReadAsync(context, ids, ct));
    }

    private static async Task<Dictionary<long, AssessmentSummary?>> ReadAsync(IResolveFieldContext context, long[] ids, CancellationToken ct)
    {
        var callOf = await context.Visible<Application>().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.CallId }).ToDictionaryAsync(a => a.Id, a => a.CallId, ct);
        var callIds = callOf.Values.Distinct().ToArray();
        var rules = await context.Visible<Call>().Where(c => callIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.CriterionRules(), ct);
        var assessments = (await context.Visible<Assessment>().Where(x => ids.Contains(x.ApplicationId)).ToListAsync(ct)).ToLookup(x => x.ApplicationId);
        return callOf.ToDictionary(a => a.Key, AssessmentSummary? (a) => AssessmentSummary.Of(assessments[a.Key], rules[a.Value]));
    }
}

internal sealed class CriterionSummaryType : ObjectGraphType<CriterionSummary>
{
    public CriterionSummaryType()
    {
        Name = "CriterionSummary";
        Description = "What the assessors came to on one criterion; numbers are null while nobody has scored it.";
        Field<NonNullGraphType<StringGraphType>>("code").Description("The criterion's code.").Resolve(c => c.Source.Criterion.Code);
        Field(s => s.Mean, nullable: true).Description("The mean score; for a gate the share that found it met, 0 to 1.");
        Field(s => s.Lowest, nullable: true).Description("The smallest score.");
        Field(s => s.Highest, nullable: true).Description("The largest score.");
        Field(s => s.NeedsDiscussion).Description("Whether the assessors differ by at least half the scale.");
    }
}
