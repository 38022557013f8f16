using Fond.Domain.Common;

namespace Fond.Domain.Projects;

/// <summary>What a decision to grant begins a project with.</summary>
/// <param name="DecidedOn">The day of the decision.</param>
/// <param name="Granted">By year, as decided.</param>
/// <param name="Conditions">Those of the decision.</param>
/// <param name="Milestones">Those of the application.</param>
public sealed record ProjectStart(
    long ApplicationId, long FundId, long LeadId, long? EvaluatorId, string Title, string Organisation, DateOnly Start, DateOnly End, DateOnly DecidedOn,
    IReadOnlyList<YearAmount> Granted, IReadOnlyList<string> Conditions, IReadOnlyList<PlannedMilestone> Milestones);

/// <summary>A step on the way, by when.</summary>
/// <param name="From">The first day, where it is a period.</param>
public sealed record PlannedMilestone(string Name, DateOnly DueOn, DateOnly? From = null);
