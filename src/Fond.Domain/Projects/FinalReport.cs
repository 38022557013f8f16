using Fond.Domain.Common;

namespace Fond.Domain.Projects;

/// <summary>What came of the project, as it is sent in.</summary>
/// <param name="Summary">What was done.</param>
/// <param name="Results">What it led to, against goals and indicators.</param>
/// <param name="Lessons">What others can learn, failures included.</param>
/// <param name="Spent">What the project has spent of the fund's money.</param>
public sealed record FinalReportDraft(string? Summary, string? Results, string? Lessons, Money? Spent)
{
    internal IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Summary)) yield return Missing("summary");
        if (string.IsNullOrWhiteSpace(Results)) yield return Missing("results");
        if (string.IsNullOrWhiteSpace(Lessons)) yield return Missing("lessons");
        if (Spent is not { Ore: >= 0 and <= Money.MaxOre }) yield return Missing("spent");
    }

    private static ProjectReportFieldMissing Missing(string field) => new() { Path = ["report", field] };
}

/// <summary>What came of the project (slutrapport).</summary>
/// <param name="Summary">What was done.</param>
/// <param name="Results">What it led to, against goals and indicators.</param>
/// <param name="Lessons">What others can learn, failures included.</param>
/// <param name="Spent">What the project has spent of the fund's money.</param>
/// <param name="SubmittedOn">When it was handed in.</param>
public sealed record FinalReport(string Summary, string Results, string Lessons, Money Spent, DateOnly SubmittedOn);

/// <summary>What happens to the method after the project.</summary>
public enum ProjectFuture
{
    /// <summary>It becomes part of regular operations.</summary>
    Implement,

    /// <summary>It is tried for longer.</summary>
    Extend,

    /// <summary>It ends.</summary>
    Stop,
}
