using System.Globalization;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Programmes;
using Fond.Features.Platform.Workflows;

namespace Fond.Features.Reports;

/// <summary>Whom a project is for, by the stage of life that the ages of its target group lie within.</summary>
public enum LifeStage
{
    /// <summary>0 to 12 years.</summary>
    Children,

    /// <summary>13 to 25 years.</summary>
    Young,

    /// <summary>26 to 64 years.</summary>
    Adults,

    /// <summary>65 years or more.</summary>
    Older,

    /// <summary>More than one of these.</summary>
    Several,

    /// <summary>No ages are stated.</summary>
    Unstated,
}

/// <summary>Which of a fund's projects a report is of; null: whatever.</summary>
/// <param name="Goal">The code of a programme goal that they serve.</param>
/// <param name="Year">Of the decision to grant.</param>
internal sealed record PortfolioFilter(string? Goal, LifeStage? TargetGroup, MethodStatus? Method, int? Year)
{
    /// <exception cref="RefusedException">With every value that means nothing.</exception>
    public static PortfolioFilter Read(string? goal, string? targetGroup, string? method, string? year)
    {
        var known = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var decided) && decided is >= 1 and <= 9999;
        Refuse.WhenAny(
        [
            .. Faults<LifeStage>(targetGroup, "targetGroup"), .. Faults<MethodStatus>(method, "method"),
            .. year is null || known ? [] : new Refusal[] { new ReportFilterUnknown(["2026"]) { Path = ["year"] } },
        ]);
        return new(goal, Of<LifeStage>(targetGroup), Of<MethodStatus>(method), known ? decided : null);
    }

    /// <param name="application">Null for those who do not see the case.</param>
    /// <param name="goals">That it serves.</param>
    public bool Holds(Application? application, IEnumerable<Goal> goals)
    {
        var content = application?.HandedIn.Content;
        return (TargetGroup is null || PortfolioProject.StageOf(content?.TargetGroup) == TargetGroup) && (Method is null || content?.MethodStatus == Method) && (Goal is null || goals.Any(g => g.Code == Goal));
    }

    private static IEnumerable<Refusal> Faults<T>(string? name, string parameter) where T : struct, Enum =>
        name is null || WorkflowNames.Knows<T>(name) ? [] : [new ReportFilterUnknown([.. Enum.GetValues<T>().Select(v => v.Code())]) { Path = [parameter] }];

    private static T? Of<T>(string? name) where T : struct, Enum => name is null ? null : WorkflowNames.To<T>(name);
}

/// <param name="Known">What it may be, or an example.</param>
public sealed record ReportFilterUnknown(IReadOnlyList<string> Known) : Refusal("REPORT_FILTER_UNKNOWN", new(
    $"Så kan rapporten inte avgränsas. Möjligt är till exempel {string.Join(", ", Known)}.", $"The report cannot be limited so. Possible is for instance {string.Join(", ", Known)}."));

public sealed record ReportProjectsMany(int Most) : Refusal("REPORT_PROJECTS_MANY", new(
    $"Rapporten kan ta med högst {Most} projekt. Välj ett år eller en kortare period.", $"The report can hold at most {Most} projects. Choose a year or a shorter period."));
