using Fond.Domain.Common;
using Fond.Domain.Workflows;

namespace Fond.Features.Decisions;

/// <summary>A call's applications side by side.</summary>
/// <param name="Title">The call's name.</param>
/// <param name="Available">What the fund can still grant.</param>
/// <param name="Asked">What the shown applications ask for together.</param>
/// <param name="Granted">What has been granted to them together.</param>
/// <param name="Rows">Best mean score first, without what was withdrawn or dismissed; those without a score last, by case number. At most 500.</param>
internal sealed record CallOverview(string Title, Money Available, Money Asked, Money Granted, IReadOnlyList<OverviewRow> Rows)
{
    public const int MostRows = 500;
}

/// <summary>One application in the overview of its call.</summary>
/// <param name="ApplicationId">For node.</param>
/// <param name="CaseNumber">The registry's number.</param>
/// <param name="Title">The project's name.</param>
/// <param name="Organisation">Who applies.</param>
/// <param name="Phase">Where the case is.</param>
/// <param name="Asked">What is asked of the fund, over all years.</param>
/// <param name="Proposed">What the assessors propose together; null before, zero for a rejection.</param>
/// <param name="Granted">What was decided; null before, zero for a rejection.</param>
/// <param name="Assessors">How many assessments count.</param>
/// <param name="MeanScore">The mean of the weighted scores, 0 to 100.</param>
/// <param name="Spread">The largest weighted score less the smallest.</param>
/// <param name="NeedsDiscussion">Whether the assessors differ by at least half the scale on some criterion.</param>
/// <param name="Rank">1 for the best mean score; equal scores share a rank. Null without a score.</param>
/// <param name="Goals">Codes of the programme goals that it serves.</param>
internal sealed record OverviewRow(
    [property: GraphQL.Id] string ApplicationId, string CaseNumber, string Title, string Organisation, Phase Phase, Money Asked, Money? Proposed, Money? Granted,
    int Assessors, decimal? MeanScore, decimal? Spread, bool NeedsDiscussion, int? Rank, IReadOnlyList<string> Goals);
