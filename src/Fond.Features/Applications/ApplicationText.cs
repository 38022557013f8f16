using System.Globalization;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.Reports;

namespace Fond.Features.Applications;

/// <summary>What one question of the form was answered with; without lines: with nothing.</summary>
/// <param name="Path">Of the field, as <see cref="ApplicationFields"/> has it.</param>
/// <param name="Lines">One for each row of a list.</param>
internal sealed record AnsweredField(string Path, IReadOnlyList<Text> Lines);

/// <summary>All that an application says for people to read, question by question.</summary>
internal static class ApplicationText
{
    public static IEnumerable<AnsweredField> Of(ApplicationContent c)
    {
        yield return Said("summary", c.Summary);
        yield return Said("need", c.Need);
        yield return Said("targetGroup.description", c.TargetGroup?.Description);
        yield return Said("targetGroup.plannedNumber", c.TargetGroup?.PlannedNumber);
        yield return Said("targetGroup.ageFrom", c.TargetGroup?.AgeFrom);
        yield return Said("targetGroup.ageTo", c.TargetGroup?.AgeTo);
        yield return Said("targetGroup.area", c.TargetGroup?.Area);
        yield return Said("method", c.Method);
        yield return Told("methodStatus", c.MethodStatus is { } status ? PortfolioTerms.Of(status) : null);
        yield return Said("evidence", c.Evidence);
        yield return Said("currentPractice", c.CurrentPractice);
        yield return Listed("goals", c.Goals, g => Same(g.IndicatorCode is { } code ? $"{g.Text} ({code})" : g.Text));
        yield return Listed("indicators", c.Indicators, Row);
        yield return Said("preliminaryCost", c.PreliminaryCost?.ToString());
        yield return Listed("budget", c.Budget, Row);
        yield return Listed("milestones", c.Milestones, m => Same($"{m.Name}: {(m.From is { } from ? $"{from:yyyy-MM-dd} – " : "")}{m.To:yyyy-MM-dd}"));
        yield return Listed("partners", c.Partners, Row);
        yield return Told("evaluation.design", c.Evaluation?.Design is { } design ? ReportTerms.Of(design) : null);
        yield return Said("evaluation.evaluator", c.Evaluation?.Evaluator);
        yield return Said("evaluation.plan", c.Evaluation?.Plan);
        yield return Told("childImpact.concernsChildren", YesOrNo(c.ChildImpact?.ConcernsChildren));
        yield return Said("childImpact.children", c.ChildImpact?.Children);
        yield return Said("childImpact.rights", c.ChildImpact?.Rights);
        yield return Said("childImpact.heard", c.ChildImpact?.Heard);
        yield return Said("childImpact.assessment", c.ChildImpact?.Assessment);
        yield return Said("childImpact.compensation", c.ChildImpact?.Compensation);
        yield return Said("genderEquality", c.GenderEquality);
        yield return Listed("risks", c.Risks, r => new($"{r.Text} (sannolikhet {r.Probability}, konsekvens {r.Impact}): {r.Action}", $"{r.Text} (probability {r.Probability}, impact {r.Impact}): {r.Action}"));
        yield return Said("afterPilot", c.AfterPilot);
        yield return Listed("beneficiaries", c.Beneficiaries, b => Same($"{b.Payer}: {b.Text}"));
        yield return Said(ApplicationFields.Start, c.Start);
        yield return Said(ApplicationFields.End, c.End);
    }

    private static Text Row(Indicator i)
    {
        var (name, by) = ($"{i.Code}: {i.Name}, {i.Unit}", i.TargetOn is { } day ? $" ({day:yyyy-MM-dd})" : "");
        return new($"{name}; {PlanTerms.Of(i.Kind).Sv}, {ReportTerms.Of(i.Direction).Sv}; från {Number(i.Baseline)} till {Number(i.Target)}{by}", $"{name}; {PlanTerms.Of(i.Kind).En}, {ReportTerms.Of(i.Direction).En}; from {Number(i.Baseline)} to {Number(i.Target)}{by}");
    }

    private static Text Row(BudgetLine line) => new(
        $"{line.Activity}, {line.Year}, {ApplicationTerms.Of(line.CostType).Sv}: {line.FromFund} från fonden, {line.CoFinancing} från parterna",
        $"{line.Activity}, {line.Year}, {ApplicationTerms.Of(line.CostType).En}: {line.FromFund} from the fund, {line.CoFinancing} from the parties");

    private static Text Row(Partner p)
    {
        var kind = ApplicationTerms.Of(p.Kind);
        return new(
            $"{p.Organisation}, {kind.Sv}{(p.EndorsedBy is { } by ? $", tillstyrks av {by}" : "")}{(p.WillImplement ? ", avser att införa metoden" : "")}",
            $"{p.Organisation}, {kind.En}{(p.EndorsedBy is { } who ? $", endorsed by {who}" : "")}{(p.WillImplement ? ", means to go on with the method" : "")}");
    }

    private static AnsweredField Said(string path, string? text) => Told(path, text.IsBlank() ? null : Same(text!));

    private static AnsweredField Said(string path, int? number) => Said(path, number?.ToString(CultureInfo.InvariantCulture));

    private static AnsweredField Said(string path, DateOnly? day) => Said(path, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static AnsweredField Told(string path, Text? text) => new(path, text is null ? [] : [text]);

    private static AnsweredField Listed<T>(string path, IReadOnlyList<T>? rows, Func<T, Text> row) => new(path, [.. (rows ?? []).Select(row)]);

    private static Text? YesOrNo(bool? value) => value is null ? null : value.Value ? new("Ja", "Yes") : new("Nej", "No");

    private static string Number(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "–";

    private static Text Same(string text) => new(text, text);
}
