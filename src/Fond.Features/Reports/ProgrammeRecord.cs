using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Impact.Qualitative;
using Fond.Domain.Programmes;
using Fond.Features.KeyFigures;

namespace Fond.Features.Reports;

/// <summary>What the record tells one reader of the work that serves a programme.</summary>
/// <param name="Projects">Under way, or being measured, at some time in the period.</param>
/// <param name="Decided">In the period.</param>
/// <param name="Attainments">What stands of what the projects' evaluators judged of goals.</param>
/// <param name="Background">Key figures that the projects name.</param>
internal sealed record ProgrammeRecord(Programme Programme, ReportPeriod Period, IReadOnlyList<PortfolioProject> Projects, IReadOnlyList<DecidedCase> Decided, IReadOnlyList<AttainmentJudgement> Attainments, IReadOnlyList<Background> Background, DateOnly Today, Language Language)
    : ProjectsRecord(Projects, Language)
{
    /// <summary>What was decided to be granted in the years, and stands.</summary>
    public Money GrantedIn(ReportPeriod years, Goal? goal = null) => Decided.Where(d => years.Holds(d.On) && Serves(d.GoalIds, goal)).Sum(d => d.Granted);

    /// <summary>What was paid out in the years.</summary>
    public Money PaidIn(ReportPeriod years, Goal? goal = null) => Projects.Where(p => Serves([.. p.Goals.Select(g => g.Id)], goal)).Sum(p => p.PaidIn(years));

    public IEnumerable<PortfolioProject> Of(Goal goal) => Projects.Where(p => p.Goals.Any(g => g.Id == goal.Id));

    /// <summary>How far a project has come with a goal, as judged in its latest wave; null where it is not.</summary>
    public AttainmentJudgement? Attained(PortfolioProject project, Goal goal) =>
        Attainments.Where(j => j.ProjectId == project.Project.Id && j.Goal == goal.Code).MaxBy(j => project.Plan?.Wave(j.Wave)?.From);

    private static bool Serves(IReadOnlyList<long> goals, Goal? goal) => goal is null || goals.Contains(goal.Id);
}

/// <summary>A case that was settled, on which day and with which amount.</summary>
/// <param name="IsRepealed">Whether a court has repealed the decision: it then neither grants nor rejects.</param>
/// <param name="Total">In all years together; nothing where it was rejected.</param>
internal sealed record DecidedCase(long ApplicationId, DecisionOutcome Outcome, bool IsRepealed, Money Total, DateOnly On, IReadOnlyList<long> GoalIds)
{
    public bool Grants => !IsRepealed && Outcome != DecisionOutcome.Rejected;

    public bool Rejects => !IsRepealed && Outcome == DecisionOutcome.Rejected;

    public Money Granted => Grants ? Total : Money.Zero;
}
