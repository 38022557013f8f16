using System.Globalization;
using Fond.Domain.Common;
using Fond.Domain.Funds;

namespace Fond.Domain.Applications;

/// <summary>What submission takes: completeness, inner consistency, and the limits of the call's own rules. Every fault is named at once.</summary>
public static class ContentRules
{
    /// <param name="organisation">Who applies.</param>
    public static IEnumerable<Refusal> Faults(Revision written, string organisation, FundLimits limits) =>
    [
        .. Missing(written.Title, written.Content, written.GoalIds.Count),
        .. Inconsistent(written.Content),
        .. Unsound(written.Content),
        .. AboveLimits(written.Content, organisation, limits),
    ];

    /// <summary>What a short idea takes: the need, for whom, what is to be done, who takes part, and what it may cost.</summary>
    public static IEnumerable<Refusal> IdeaFaults(Revision written)
    {
        var content = written.Content;
        (bool IsMissing, string[] Path)[] pieces =
        [
            (content.Summary.IsBlank(), ["summary"]), (content.Need.IsBlank(), ["need"]), ((content.TargetGroup?.Description).IsBlank(), ["targetGroup", "description"]),
            (content.Partners is null, ["partners"]), (content.PreliminaryCost is not { Ore: > 0 }, ["preliminaryCost"]),
        ];
        if (written.Title.IsBlank()) yield return new ApplicationFieldMissing { Path = ["title"] };
        foreach (var (_, path) in pieces.Where(p => p.IsMissing)) yield return new ApplicationFieldMissing { Path = ["content", .. path] };
        foreach (var fault in Inconsistent(content)) yield return fault;
    }

    /// <summary>What holds for a draft already: numbers that can be, dates in order.</summary>
    public static IEnumerable<Refusal> Inconsistent(ApplicationContent content)
    {
        foreach (var (count, list) in Counts(content))
            if (count > MostItems) yield return new ApplicationListTooLong(MostItems) { Path = ["content", list] };
        if (ContentJson.Write(content).Length > LongestContent) yield return new ApplicationTooLarge(LongestContent) { Path = ["content"] };
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
        foreach (var (indicator, i) in Numbered(content.Indicators))
        {
            if (indicator.Kind != IndicatorKind.Share) continue;
            if (indicator.Baseline is < 0 or > 1) yield return Invalid("indicators", i, "baseline");
            if (indicator.Target is < 0 or > 1) yield return Invalid("indicators", i, "target");
        }
        foreach (var twice in Numbered(content.Indicators).GroupBy(x => x.Item.Code).SelectMany(g => g.Skip(1)))
            yield return new ApplicationIndicatorTwice(twice.Item.Code) { Path = ["content", "indicators", twice.Position, "code"] };
    }

    /// <summary>Items of one list.</summary>
    public const int MostItems = 200;

    /// <summary>Characters, over all pieces: some hundred pages.</summary>
    public const int LongestContent = 300_000;

    private static IEnumerable<(int Count, string List)> Counts(ApplicationContent c) =>
    [
        (c.Goals?.Count ?? 0, "goals"), (c.Indicators?.Count ?? 0, "indicators"), (c.Budget?.Count ?? 0, "budget"), (c.Milestones?.Count ?? 0, "milestones"),
        (c.Partners?.Count ?? 0, "partners"), (c.Risks?.Count ?? 0, "risks"), (c.Beneficiaries?.Count ?? 0, "beneficiaries"),
    ];

    /// <summary>What a draft may still have, but an application that is to be measured and followed may not.</summary>
    private static IEnumerable<Refusal> Unsound(ApplicationContent content)
    {
        foreach (var (indicator, i) in Numbered(content.Indicators))
        {
            if (indicator is { Target: not null, TargetOn: null }) yield return new ApplicationFieldMissing { Path = ["content", "indicators", i, "targetOn"] };
            if (indicator is { Baseline: { } from, Target: { } to } && (indicator.Direction == Direction.HigherIsBetter ? to < from : to > from))
                yield return new ApplicationTargetAgainstDirection { Path = ["content", "indicators", i, "target"] };
        }
        foreach (var (milestone, i) in Numbered(content.Milestones))
            if (milestone.To < content.Start || milestone.To > content.End) yield return new ApplicationMilestoneOutsideProject(milestone.To) { Path = ["content", "milestones", i, "to"] };
    }

    private static IEnumerable<Refusal> Missing(string title, ApplicationContent content, int linkedGoals)
    {
        if (title.IsBlank()) yield return new ApplicationFieldMissing { Path = ["title"] };
        if (linkedGoals == 0) yield return new ApplicationFieldMissing { Path = ["serves"] };
        foreach (var path in MissingTexts(content).Concat(MissingParts(content)).Concat(MissingInside(content))) yield return new ApplicationFieldMissing { Path = ["content", .. path] };
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
            if (text.IsBlank()) yield return path;
        if (c.ChildImpact is { ConcernsChildren: true } impact)
            foreach (var path in MissingIn(impact)) yield return path;
    }

    private static IEnumerable<string[]> MissingIn(ChildImpact impact)
    {
        (string? Text, string Name)[] texts = [(impact.Children, "children"), (impact.Rights, "rights"), (impact.Heard, "heard"), (impact.Assessment, "assessment")];
        foreach (var (text, name) in texts)
            if (text.IsBlank()) yield return ["childImpact", name];
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

    /// <summary>What each item of a list must say.</summary>
    private static IEnumerable<string[]> MissingInside(ApplicationContent c) =>
    [
        .. In("goals", c.Goals, ("text", g => g.Text)),
        .. In("indicators", c.Indicators, ("code", i => i.Code), ("name", i => i.Name), ("unit", i => i.Unit)),
        .. In("budget", c.Budget, ("activity", l => l.Activity)),
        .. In("milestones", c.Milestones, ("name", m => m.Name)),
        .. In("partners", c.Partners, ("organisation", p => p.Organisation)),
        .. In("risks", c.Risks, ("text", r => r.Text), ("action", r => r.Action)),
        .. In("beneficiaries", c.Beneficiaries, ("payer", b => b.Payer), ("text", b => b.Text)),
    ];

    private static IEnumerable<string[]> In<T>(string list, IReadOnlyList<T>? items, params (string Name, Func<T, string> Text)[] fields) =>
        from numbered in Numbered(items)
        from field in fields
        where field.Name == "unit" ? string.IsNullOrWhiteSpace(field.Text(numbered.Item)) : field.Text(numbered.Item).IsBlank()
        select new[] { list, numbered.Position, field.Name };

    private static bool IsMeasured(ProjectGoal goal, ApplicationContent content) =>
        (content.Indicators ?? []).Any(i => i.Code == goal.IndicatorCode && i.Baseline is not null && i.Target is not null);

    private static IEnumerable<Refusal> AboveLimits(ApplicationContent content, string organisation, FundLimits limits)
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
        var parties = (content.Partners ?? []).Select(p => p.Organisation).Where(name => !name.IsBlank()).Append(organisation).Select(PlainName.Of).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        if (parties < limits.MinParties) yield return new ApplicationTooFewParties(parties, limits.MinParties) { Path = ["content", "partners"] };
    }

    private static ApplicationFieldInvalid Invalid(params string[] path) => new() { Path = ["content", .. path] };

    private static IEnumerable<(T Item, string Position)> Numbered<T>(IReadOnlyList<T>? items) =>
        (items ?? []).Select((item, i) => (item, i.ToString(CultureInfo.InvariantCulture)));
}
