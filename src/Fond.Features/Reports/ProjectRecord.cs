using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Series;
using Fond.Domain.Programmes;
using Fond.Domain.Projects;
using Fond.Features.Impact.MoneyBack;
using Fond.Features.Impact.Qualitative;
using Fond.Features.KeyFigures;

namespace Fond.Features.Reports;

/// <summary>What the record tells one reader of a project, by the same rules as the API.</summary>
/// <param name="Application">Null for those who see the project but not its case.</param>
/// <param name="Goals">Programme goals that it serves.</param>
/// <param name="Plan">Null where nothing is planned to be measured.</param>
/// <param name="Versions">Of the plan, the first first.</param>
/// <param name="Told">In words.</param>
/// <param name="Background">Key figures that it names.</param>
/// <param name="Balance">Where its money stands; null for those who do not see the case's money.</param>
internal sealed record ProjectRecord(
    Project Project, Fund Fund, Application? Application, IReadOnlyList<Goal> Goals, Measured? Plan, IReadOnlyList<PlanVersion> Versions, Told Told, IReadOnlyList<Background> Background,
    ShownSavings Savings, ApplicationBalance? Balance, DateOnly Today, Language Language) : Spoken(Language)
{
    /// <summary>What has been changed in the plan since something was measured.</summary>
    public IReadOnlyList<PlanChange> Changes { get; } = PlanChanges.Of(Versions);

    /// <summary>The plan as it was when something was first measured.</summary>
    public PlanContent? Settled { get; } = PlanChanges.SettledOf(Versions)?.Content;
}

/// <summary>A plan, and what was measured by it as one reader may see it.</summary>
internal sealed record Measured(MeasurementPlan Plan, Results Results, IReadOnlyList<Effect> Effects, Verdicts Verdicts)
{
    /// <summary>What must be known beside the results of when things were measured and planned.</summary>
    public IReadOnlyList<Text> Caveats { get; init; } = [];

    /// <summary>What was changed beside the key figures that the plan names.</summary>
    public IReadOnlyList<BesideSeries> Beside { get; init; } = [];

    public static Measured Of(Results results, DateOnly today)
    {
        var effects = results.Effects();
        return new(results.Plan, results, effects, new(results.Plan, effects, today));
    }
}
