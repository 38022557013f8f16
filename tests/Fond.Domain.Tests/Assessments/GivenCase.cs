using Fond.Domain.Assessments;
using static Fond.Domain.Tests.Governance.Given;

namespace Fond.Domain.Tests.Assessments;

internal static class GivenCase
{
    public static readonly CriterionRule Budget = new(1, "BUDGET", IsGate: true, MaxScore: 0, Weight: 0);
    public static readonly CriterionRule Need = new(2, "NEED", IsGate: false, MaxScore: 4, Weight: 60);
    public static readonly CriterionRule Method = new(3, "METHOD", IsGate: false, MaxScore: 3, Weight: 40);
    public static readonly IReadOnlyList<CriterionRule> Criteria = [Budget, Need, Method];

    public static readonly CaseParties Parties = new([90, 91], "Kulturnämnden", ["Polisen", "Socialnämnden"]);

    public static Assessment Assigned(long assessor = 5) =>
        Assignment.Of(1, [new Candidate(assessor, "Miljönämnden")], Parties, [], Now)[0];

    public static Assessment Scored(int budget, int need, int method, long assessor = 5)
    {
        var assessment = Assigned(assessor);
        assessment.SaveScores([Score(Budget, budget), Score(Need, need), Score(Method, method)], Criteria);
        return assessment;
    }

    public static Assessment Submitted(int budget, int need, int method, long assessor = 5)
    {
        var assessment = Scored(budget, need, method, assessor);
        assessment.Submit(Criteria, Now);
        return assessment;
    }

    public static Assessment Conflicted(long assessor = 6)
    {
        var assessment = Assigned(assessor);
        assessment.DeclareConflict("Sitter i sökandens styrelse", Now);
        return assessment;
    }

    public static ScoreGiven Score(CriterionRule criterion, int value, string reason = "Väl underbyggt") => new(criterion.Id, value, reason);
}
