using Fond.Domain.Common;

namespace Fond.Domain.Applications;

/// <summary>What an application says. Everything may be missing in a draft; an idea needs summary, need, target group, partners and preliminary cost; submission needs summary, need, target group, method, evidence, goals of both kinds, indicators, budget, milestones, evaluation, child impact, gender equality analysis, what happens after the pilot, and dates.</summary>
public sealed record ApplicationContent
{
    public static readonly ApplicationContent Empty = new();

    /// <summary>The project in a few sentences; public once the case is decided.</summary>
    public string? Summary { get; init; }

    /// <summary>The need: its extent, causes and consequences, and how that is known (behovsanalys).</summary>
    public string? Need { get; init; }

    /// <summary>For whom (målgrupp).</summary>
    public TargetGroup? TargetGroup { get; init; }

    /// <summary>What is done, and how it is thought to work (insats, metod).</summary>
    public string? Method { get; init; }

    /// <summary>Whether the method is tested, developed or created.</summary>
    public MethodStatus? MethodStatus { get; init; }

    /// <summary>Evidence or proven experience; for a new method, why it should work.</summary>
    public string? Evidence { get; init; }

    /// <summary>What is done today, which the method is compared with.</summary>
    public string? CurrentPractice { get; init; }

    /// <summary>Measurable goals, qualitative and quantitative.</summary>
    public IReadOnlyList<ProjectGoal>? Goals { get; init; }

    /// <summary>What is measured.</summary>
    public IReadOnlyList<Indicator>? Indicators { get; init; }

    /// <summary>What the project is thought to cost the fund in all: for an idea, before there is a budget.</summary>
    public Money? PreliminaryCost { get; init; }

    /// <summary>Costs by activity, year and kind.</summary>
    public IReadOnlyList<BudgetLine>? Budget { get; init; }

    /// <summary>Milestones (etappmål).</summary>
    public IReadOnlyList<Milestone>? Milestones { get; init; }

    /// <summary>Who takes part beside the applicant.</summary>
    public IReadOnlyList<Partner>? Partners { get; init; }

    /// <summary>How and by whom the effect is evaluated.</summary>
    public EvaluationPlan? Evaluation { get; init; }

    /// <summary>The test of the best interests of the child (prövning av barnets bästa; barnkonventionen art. 3 and 12).</summary>
    public ChildImpact? ChildImpact { get; init; }

    /// <summary>Gender equality analysis (jämställdhetsanalys).</summary>
    public string? GenderEquality { get; init; }

    /// <summary>What may go wrong.</summary>
    public IReadOnlyList<Risk>? Risks { get; init; }

    /// <summary>How the method lives on in regular operations after the pilot.</summary>
    public string? AfterPilot { get; init; }

    /// <summary>Who gains, and pays back.</summary>
    public IReadOnlyList<Beneficiary>? Beneficiaries { get; init; }

    /// <summary>The project's first day.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The project's last day.</summary>
    public DateOnly? End { get; init; }

    /// <summary>What is asked of the fund, over all years.</summary>
    public Money Asked() => (Budget ?? []).Sum(line => line.FromFund);

    /// <summary>What is asked of the fund, by year.</summary>
    public IReadOnlyList<YearAmount> AskedByYear() =>
        [.. (Budget ?? []).GroupBy(line => line.Year).OrderBy(g => g.Key).Select(g => new YearAmount(g.Key, g.Sum(line => line.FromFund)))];

    /// <summary>This content with the pieces that <paramref name="pieces"/> holds; a piece that is null there stays as it is here.</summary>
    public ApplicationContent With(ApplicationContent pieces) => new()
    {
        Summary = pieces.Summary ?? Summary,
        Need = pieces.Need ?? Need,
        TargetGroup = pieces.TargetGroup ?? TargetGroup,
        Method = pieces.Method ?? Method,
        MethodStatus = pieces.MethodStatus ?? MethodStatus,
        Evidence = pieces.Evidence ?? Evidence,
        CurrentPractice = pieces.CurrentPractice ?? CurrentPractice,
        Goals = pieces.Goals ?? Goals,
        Indicators = pieces.Indicators ?? Indicators,
        PreliminaryCost = pieces.PreliminaryCost ?? PreliminaryCost,
        Budget = pieces.Budget ?? Budget,
        Milestones = pieces.Milestones ?? Milestones,
        Partners = pieces.Partners ?? Partners,
        Evaluation = pieces.Evaluation ?? Evaluation,
        ChildImpact = pieces.ChildImpact ?? ChildImpact,
        GenderEquality = pieces.GenderEquality ?? GenderEquality,
        Risks = pieces.Risks ?? Risks,
        AfterPilot = pieces.AfterPilot ?? AfterPilot,
        Beneficiaries = pieces.Beneficiaries ?? Beneficiaries,
        Start = pieces.Start ?? Start,
        End = pieces.End ?? End,
    };
}
