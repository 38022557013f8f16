using Fond.Domain.Common;
using Fond.Features.Platform.Documents;
using Fond.Features.Reports;

namespace Fond.Features.PublicRegister.Pages;

/// <summary>What was measured of a project: first in words, then in figures.</summary>
internal static class MeasuredSection
{
    /// <param name="caveats">What must be known beside the verdicts.</param>
    public static Html Of(Language language, IReadOnlyList<PublicVerdict> verdicts, IReadOnlyList<string> caveats)
    {
        if (verdicts.Count == 0) return $"";
        return $"""
            <h2>{Said.Measured.In(language)}</h2>
            <p>{(verdicts[0].IsPrimary ? Said.MeasuredByPrimary : Said.MeasuredByAll).In(language)}</p>
            <dl>
            {verdicts.Select(v => (Html)$"<dt>{v.Name}, {v.WaveName}</dt><dd>{v.Sentence}</dd>\n")}</dl>
            {caveats.Select(c => (Html)$"<p>{c}</p>\n")}<table>
            <caption>{Said.MeasuredFigures.In(language)}</caption>
            <thead><tr><th scope="col">{Said.Indicator.In(language)}</th><th scope="col">{Said.Wave.In(language)}</th><th scope="col">{Said.Verdict.In(language)}</th><th scope="col">{Said.Estimate.In(language)}</th><th scope="col">{Said.Numbers.In(language)}</th><th scope="col">{Said.Comparison.In(language)}</th><th scope="col">{Said.Design.In(language)}</th></tr></thead>
            <tbody>
            {verdicts.Select(v => Row(language, v))}</tbody>
            </table>

            """;
    }

    private static Html Row(Language language, PublicVerdict v) =>
        $"<tr><th scope=\"row\">{v.Name}</th><td>{v.WaveName}</td><td>{ReportTerms.Of(v.Outcome).In(language)}</td><td>{v.Figures ?? v.Unavailable!.Message}</td><td>{Sizes(v).In(language)}</td><td>{ReportTerms.Of(v.Method).In(language)}</td><td>{ReportTerms.Of(v.Design).In(language)} ({ReportTerms.Of(v.Strength).In(language)})</td></tr>\n";

    private static Text Sizes(PublicVerdict v) => (v.Intervention, v.Comparison) switch
    {
        (null, _) => new("–", "–"),
        ({ } n, null) => new($"{n}", $"{n}"),
        var (n, others) => new($"{n} mot {others}", $"{n} against {others}"),
    };
}
