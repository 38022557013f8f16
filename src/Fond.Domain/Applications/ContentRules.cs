using System.Globalization;
using Fond.Domain.Common;
using Fond.Domain.Funds;

namespace Fond.Domain.Applications;

/// <summary>What submission takes: completeness, inner consistency, and the limits of the call's own rules. Every fault is named at once.</summary>
public static class ContentRules
{
    public static IEnumerable<Refusal> Faults(string title, ApplicationContent content, int linkedGoals, FundLimits limits) =>
    [
        .. Missing(title, content, linkedGoals),
        .. Inconsistent(content),
        .. AboveLimits(content, limits),
    ];

    /// <summary>What holds for a draft already: numbers that can be, dates in order.</summary>
    public static IEnumerable<Refusal> Inconsistent(ApplicationContent content)
    {
        var group = content.TargetGroup;
        if (group?.PlannedNumber < 1) yield return Invalid("targetGroup", "plannedNumber");
        if (group?.AgeFrom is < 0 or > 120) yield return Invalid("targetGroup", "ageFrom");
        if (group?.AgeTo is < 0 or > 120 || group?.AgeTo < group?.AgeFrom) yield return Invalid("targetGroup", "ageTo");
        if (content.End < content.Start) yield return Invalid("end");
        foreach (var (line, i) in Numbered(content.Budget))
            if (line.Year is < 1990 or > 2200) yield return Invalid("budget", i, "year");
        foreach (var (milestone, i) in Numbered(content.Milestones))
            if (milestone.To < milestone.From) yield return Invalid("milestones", i, "to");
        foreach (var (risk, i) in Numbered(content.Risks))
        {
            if (risk.Probability is < 1 or > 5) yield return Invalid("risks", i, "probability");
            if (risk.Impact is < 1 or > 5) yield return Invalid("risks", i, "impact");
        }
        foreach (var twice in Numbered(content.Indicators).GroupBy(x => x.Item.Code).SelectMany(g => g.Skip(1)))
            yield return new ApplicationIndicatorTwice(twice.Item.Code) { Path = ["content", "indicators", twice.Position, "code"] };
    }

    private static IEnumerable<Refusal> Missing(string title, ApplicationContent content, int linkedGoals)
    {
        if (string.IsNullOrWhiteSpace(title)) yield return new ApplicationFieldMissing { Path = ["title"] };
        if (linkedGoals == 0) yield return new ApplicationFieldMissing { Path = ["serves"] };
        foreach (var path in MissingTexts(content).Concat(MissingParts(content))) yield return new ApplicationFieldMissing { Path = ["content", .. path] };
        if (content.Goals is { Count: > 0 } goals)
        {
            if (goals.All(g => g.Kind != GoalKind.Qualitative)) yield return new ApplicationGoalKindMissing(GoalKind.Qualitative) { Path = ["content", "goals"] };
            if (goals.All(g => g.Kind != GoalKind.Quantitative)) yield return new ApplicationGoalKindMissing(GoalKind.Quantitative) { Path = ["content", "goals"] };
        }
        foreach (var (goal, i) in Numbered(content.Goals))
            if (goal.Kind == GoalKind.Quantitative && !IsMeasured(goal, content)) yield return new ApplicationGoalNotMeasured { Path = ["content", "goals", i, "indicatorCode"] };
    }

    /// <summary>Whether the test of the best interests of the child is filled in, each item of it.</summary>
    public static bool IsChildImpactAssessed(ApplicationContent content) => content.ChildImpact is { } impact && !MissingIn(impact).Any();

    private static IEnumerable<string[]> MissingTexts(ApplicationContent c)
    {
        (string? Text, string[] Path)[] texts =
        [
            (c.Summary, ["summary"]), (c.Need, ["need"]), (c.TargetGroup?.Description, ["targetGroup", "description"]), (c.Method, ["method"]),
            (c.Evidence, ["evidence"]), (c.Evaluation?.Evaluator, ["evaluation", "evaluator"]), (c.Evaluation?.Plan, ["evaluation", "plan"]),
            (c.GenderEquality, ["genderEquality"]), (c.AfterPilot, ["afterPilot"]),
        ];
        foreach (var (text, path) in texts)
            if (string.IsNullOrWhiteSpace(text)) yield return path;
        if (c.ChildImpact is { ConcernsChildren: true } impact)
            foreach (var path in MissingIn(impact)) yield return path;
    }

    private static IEnumerable<string[]> MissingIn(ChildImpact impact)
    {
        (string? Text, string Name)[] texts = [(impact.Children, "children"), (impact.Rights, "rights"), (impact.Heard, "heard"), (impact.Assessment, "assessment")];
        foreach (var (text, name) in texts)
            if (string.IsNullOrWhiteSpace(text)) yield return ["childImpact", name];
    }

    private static IEnumerable<string[]> MissingParts(ApplicationContent c)
    {
        if (c.TargetGroup?.PlannedNumber is null) yield return ["targetGroup", "plannedNumber"];
        if (c.MethodStatus is null) yield return ["methodStatus"];
        if (c.Goals is not { Count: > 0 }) yield return ["goals"];
        if (c.Indicators is not { Count: > 0 }) yield return ["indicators"];
        if (c.Budget is not { Count: > 0 }) yield return ["budget"];
        if (c.Milestones is not { Count: > 0 }) yield return ["milestones"];
        if (c.Evaluation?.Design is null) yield return ["evaluation", "design"];
        if (c.ChildImpact?.ConcernsChildren is null) yield return ["childImpact", "concernsChildren"];
        if (c.Start is null) yield return ["start"];
        if (c.End is null) yield return ["end"];
    }

    private static bool IsMeasured(ProjectGoal goal, ApplicationContent content) =>
        (content.Indicators ?? []).Any(i => i.Code == goal.IndicatorCode && i.Baseline is not null && i.Target is not null);

    private static IEnumerable<Refusal> AboveLimits(ApplicationContent content, FundLimits limits)
    {
        string[] budget = ["content", "budget"];
        if (content is { Start: { } start, End: { } end })
        {
            if (end > start.AddMonths(limits.MaxMonths).AddDays(-1)) yield return new ApplicationTooLong(limits.MaxMonths) { Path = ["content", "end"] };
            foreach (var (line, i) in Numbered(content.Budget))
                if (line.Year < start.Year || line.Year > end.Year) yield return new ApplicationBudgetOutsideProject(line.Year) { Path = [.. budget, i, "year"] };
        }
        foreach (var year in content.AskedByYear())
            if (year.Amount > limits.MaxGrantPerYear) yield return new ApplicationAboveYearLimit(year.Year, year.Amount, limits.MaxGrantPerYear) { Path = budget };
        var asked = content.Asked();
        if (asked > limits.MaxGrantTotal) yield return new ApplicationAboveTotalLimit(asked, limits.MaxGrantTotal) { Path = budget };
        var cost = asked + (content.Budget ?? []).Sum(line => line.CoFinancing);
        if (content.Budget is { Count: > 0 } && asked == Money.Zero) yield return new ApplicationAsksNothing { Path = budget };
        if (asked.Ore > cost.Ore * limits.MaxShare) yield return new ApplicationAboveShare(limits.MaxShare) { Path = budget };
        var parties = 1 + (content.Partners ?? []).Select(p => p.Organisation.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        if (parties < limits.MinParties) yield return new ApplicationTooFewParties(parties, limits.MinParties) { Path = ["content", "partners"] };
    }

    private static ApplicationFieldInvalid Invalid(params string[] path) => new() { Path = ["content", .. path] };

    private static IEnumerable<(T Item, string Position)> Numbered<T>(IReadOnlyList<T>? items) =>
        (items ?? []).Select((item, i) => (item, i.ToString(CultureInfo.InvariantCulture)));
}
