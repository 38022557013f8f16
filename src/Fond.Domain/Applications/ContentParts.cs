using Fond.Domain.Common;

namespace Fond.Domain.Applications;

/// <summary>For whom the project is (målgrupp).</summary>
public sealed record TargetGroup
{
    /// <summary>Who they are and how they are chosen.</summary>
    public string? Description { get; init; }

    /// <summary>How many are to be reached.</summary>
    public int? PlannedNumber { get; init; }

    /// <summary>Youngest age, years.</summary>
    public int? AgeFrom { get; init; }

    /// <summary>Oldest age, years.</summary>
    public int? AgeTo { get; init; }

    /// <summary>Where they live or go to school.</summary>
    public string? Area { get; init; }
}

public enum MethodStatus
{
    /// <summary>A method that exists is tested here.</summary>
    TestsExisting,

    /// <summary>A method that exists is developed further.</summary>
    DevelopsExisting,

    /// <summary>A new method is created.</summary>
    CreatesNew,
}

public enum GoalKind
{
    /// <summary>Judged by reasons.</summary>
    Qualitative,

    /// <summary>Judged by an indicator.</summary>
    Quantitative,
}

/// <summary>What the project is to reach.</summary>
/// <param name="Text">In words that can be told to have been reached or not.</param>
/// <param name="IndicatorCode">The indicator that measures it; a quantitative goal has one.</param>
public sealed record ProjectGoal(GoalKind Kind, string Text, string? IndicatorCode = null);

public enum IndicatorKind
{
    /// <summary>An average of a measured value.</summary>
    Mean,

    /// <summary>A share of the group, 0 to 1.</summary>
    Share,

    /// <summary>A number of events.</summary>
    Count,

    /// <summary>A number of events by time or other exposure, such as days of absence a school year.</summary>
    Rate,

    /// <summary>How long something lasts.</summary>
    Duration,

    /// <summary>A step on a scale whose steps are in order but not equally far apart, such as 1 to 5.</summary>
    Ordinal,

    /// <summary>An amount in kronor a person.</summary>
    Money,

    /// <summary>Judged by reasons on a scale, never measured.</summary>
    Qualitative,
}

public enum Direction
{
    /// <summary>A rise is what is wished for.</summary>
    HigherIsBetter,

    /// <summary>A fall is what is wished for.</summary>
    LowerIsBetter,
}

/// <summary>What is measured, and what it is to change to.</summary>
/// <param name="Code">Short and unique in the application.</param>
/// <param name="Unit">In what: per cent, points, days.</param>
/// <param name="Baseline">The value before.</param>
/// <param name="Target">The value aimed at.</param>
/// <param name="TargetOn">The day by which it is to be reached.</param>
public sealed record Indicator(string Code, string Name, string Unit, IndicatorKind Kind, Direction Direction, decimal? Baseline = null, decimal? Target = null, DateOnly? TargetOn = null);

public enum CostType
{
    /// <summary>Salaries and fees.</summary>
    Personnel,

    /// <summary>Services bought from others.</summary>
    Consultant,

    /// <summary>Rent and running of premises.</summary>
    Premises,

    /// <summary>Things used up or bought.</summary>
    Material,

    /// <summary>Journeys and stays.</summary>
    Travel,

    /// <summary>Courses for those who carry the project out.</summary>
    Training,

    /// <summary>Evaluation and accompanying research.</summary>
    Evaluation,

    /// <summary>Hardware, software and their running (IT).</summary>
    It,

    /// <summary>Information and spreading of results.</summary>
    Information,

    /// <summary>A share of common costs.</summary>
    Overhead,
}

/// <summary>A cost.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="FromFund">What is asked of the fund.</param>
/// <param name="CoFinancing">What the parties pay themselves.</param>
public sealed record BudgetLine(string Activity, int Year, CostType CostType, Money FromFund, Money CoFinancing);

/// <summary>A step on the way (etappmål).</summary>
/// <param name="From">The first day, where it is a period.</param>
/// <param name="To">The last day.</param>
public sealed record Milestone(string Name, DateOnly To, DateOnly? From = null);

public enum PartnerKind
{
    /// <summary>A board or administration of the municipality.</summary>
    Board,

    /// <summary>A municipal or private company.</summary>
    Company,

    /// <summary>The region.</summary>
    Region,

    /// <summary>A state authority, such as the police.</summary>
    State,

    /// <summary>An association or foundation.</summary>
    CivilSociety,

    /// <summary>Somebody else.</summary>
    Other,
}

/// <summary>Who takes part beside the applicant.</summary>
/// <param name="EndorsedBy">The function of the manager who endorses it.</param>
/// <param name="WillImplement">Whether the manager means to take the method into regular operations if it works.</param>
public sealed record Partner(string Organisation, PartnerKind Kind, string? EndorsedBy = null, bool WillImplement = false);

/// <summary>How the effect is evaluated.</summary>
public sealed record EvaluationPlan
{
    /// <summary>How the comparison is made.</summary>
    public StudyDesign? Design { get; init; }

    /// <summary>Who evaluates, by function; independent of the project.</summary>
    public string? Evaluator { get; init; }

    /// <summary>What is measured when, and how the result is used.</summary>
    public string? Plan { get; init; }
}

/// <summary>The test of the best interests of the child, by the items of the Ombudsman for Children's method.</summary>
public sealed record ChildImpact
{
    /// <summary>Whether children are concerned, directly or indirectly.</summary>
    public bool? ConcernsChildren { get; init; }

    /// <summary>Which children.</summary>
    public string? Children { get; init; }

    /// <summary>Which articles of the convention and which laws.</summary>
    public string? Rights { get; init; }

    /// <summary>How children have been heard.</summary>
    public string? Heard { get; init; }

    /// <summary>What is best for them, and how it was weighed.</summary>
    public string? Assessment { get; init; }

    /// <summary>What makes up for it where the proposal goes against their interest.</summary>
    public string? Compensation { get; init; }
}

/// <summary>What may go wrong.</summary>
/// <param name="Probability">1 (unlikely) to 5.</param>
/// <param name="Impact">1 (slight) to 5.</param>
/// <param name="Action">What is done about it.</param>
public sealed record Risk(string Text, int Probability, int Impact, string Action);

/// <summary>Who gains.</summary>
/// <param name="Payer">The board, region or agency whose costs fall.</param>
/// <param name="Text">How, and what comes back to the fund.</param>
public sealed record Beneficiary(string Payer, string Text);
