using Fond.Domain.Common;
using Fond.Domain.Impact.Estimates;

namespace Fond.Features.Reports;

/// <summary>What a figure rests on, wherever one is given: how many, by which comparison and method, and the design.</summary>
internal static class Evidence
{
    /// <param name="width">Of the column for people, in proportion to the others.</param>
    public static IEnumerable<Datum<T>> Columns<T>(Func<T, Estimate?> estimate, Language language, int width) =>
    [
        new("n", null, r => estimate(r)?.Intervention + (estimate(r)?.Comparison ?? 0)),
        new("n_baseline", null, r => estimate(r)?.Baseline),
        new("method", new("Jämförelse och antal", "Comparison and number"), r => estimate(r)?.Method.Code(), r => estimate(r) is { } e ? InWords(e, language) : "–", width),
        new("technique", null, r => estimate(r)?.Technique.Code()),
        new("design", null, r => estimate(r)?.Design.Code()),
        new("strength", new("Design", "Design"), r => estimate(r)?.Strength.Code(), r => estimate(r) is { } e ? ReportTerms.Of(e.Strength).In(language) : "–", 2),
    ];

    /// <summary>The comparison, and how many it rests on in the wave.</summary>
    public static string InWords(Estimate estimate, Language language) => estimate.Comparison is { } comparison
        ? $"{ReportTerms.Of(estimate.Method).In(language)}, n = {estimate.Intervention} + {comparison}"
        : $"{ReportTerms.Of(estimate.Method).In(language)}, n = {estimate.Intervention}";
}
