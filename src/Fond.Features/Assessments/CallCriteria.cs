using Fond.Domain.Assessments;
using Fond.Domain.Funds;

namespace Fond.Features.Assessments;

internal static class CallCriteria
{
    public static IReadOnlyList<CriterionRule> CriterionRules(this Call call) =>
        [.. call.Criteria.Select(c => new CriterionRule(c.Id, c.Code, c.Kind == CriterionKind.Gate, c.MaxScore, c.Weight))];
}
