using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Programmes;
using Fond.Domain.Projects;

namespace Fond.Features.Reports;

/// <summary>Projects as one reader may see them, in the reader's language.</summary>
internal abstract record ProjectsRecord(IReadOnlyList<PortfolioProject> Projects, Language Language) : Spoken(Language);

/// <summary>What the record tells one reader of a fund's projects.</summary>
internal sealed record PortfolioRecord(Fund Fund, PortfolioFilter Filter, IReadOnlyList<PortfolioProject> Projects, FundBalance Balance, PriceIndex Index, DateOnly Today, Language Language) : ProjectsRecord(Projects, Language);

/// <param name="CaseNumber">Null for those who do not see the case.</param>
/// <param name="Verdicts">By each indicator that it is judged by, the latest that can be told; none without a plan.</param>
/// <param name="Caveats">What must be known beside the verdicts of when things were measured and planned.</param>
/// <param name="Effects">What the verdicts go by, whole groups alone.</param>
/// <param name="Verified">The latest verified savings, five years after the start; null when nothing is verified.</param>
internal sealed record PortfolioProject(
    Project Project, string? CaseNumber, IReadOnlyList<Goal> Goals, LifeStage TargetGroup, MethodStatus? Method, IReadOnlyList<Verdict> Verdicts, IReadOnlyList<Text> Caveats, MeasurementPlan? Plan, IReadOnlyList<Effect> Effects, Reckoned? Verified)
{
    /// <summary>What was paid out of its grant in the years.</summary>
    public Money PaidIn(ReportPeriod years) => Project.Disbursements.Where(d => d.State == DisbursementState.Paid && years.Holds(d.SettledOn)).Sum(d => d.Amount);

    /// <summary>Whether it had been decided and begun, and had not been closed, at some time in the years.</summary>
    public bool IsUnderWay(ReportPeriod years) => Project.Start <= years.To && Project.DecidedOn <= years.To && (Project.ClosedOn ?? years.To) >= years.From;

    public static LifeStage StageOf(TargetGroup? group) => (group?.AgeFrom, group?.AgeTo) switch
    {
        ( >= 65, null) => LifeStage.Older,
        (null, _) or (_, null) => LifeStage.Unstated,
        ( >= 0, <= 12) => LifeStage.Children,
        ( >= 13, <= 25) => LifeStage.Young,
        ( >= 26, <= 64) => LifeStage.Adults,
        ( >= 65, _) => LifeStage.Older,
        _ => LifeStage.Several,
    };
}
