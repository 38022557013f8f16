using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Funds;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Assessments;

internal static class CallCriteria
{
    /// <summary>By which the application is assessed: those of its call.</summary>
    public static async Task<IReadOnlyList<CriterionRule>> CriteriaOfAsync(this FondDb db, long applicationId, CancellationToken ct)
    {
        var call = db.Set<Application>().Where(a => a.Id == applicationId).Select(a => a.CallId);
        return (await db.Set<Call>().SingleAsync(c => call.Contains(c.Id), ct)).CriterionRules();
    }

    public static IReadOnlyList<CriterionRule> CriterionRules(this Call call) =>
        [.. call.Criteria.Select(c => new CriterionRule(c.Id, c.Code, c.Kind == CriterionKind.Gate, c.MaxScore, c.Weight))];
}
