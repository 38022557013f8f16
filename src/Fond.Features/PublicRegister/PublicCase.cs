using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Projects;
using Fond.Domain.Workflows;
using GraphQL.DataLoader;

namespace Fond.Features.PublicRegister;

/// <summary>What anybody may read of a decided case.</summary>
/// <param name="CaseNumber">The registry's number.</param>
/// <param name="Municipality">Whose fund it is.</param>
/// <param name="Fund">The fund's name.</param>
/// <param name="IsMarked">Whether the application is marked as possibly secret: what it says is then left out.</param>
/// <param name="MarkedFields">What of the application anybody could read and is left out under a mark, of the whole or of the single field: title, organisation, serves, summary, start, end.</param>
/// <param name="Title">The project's name; null under a mark.</param>
/// <param name="Organisation">Who applied; null under a mark.</param>
/// <param name="Phase">Granted, rejected, or closed after a grant.</param>
/// <param name="Summary">The project in a few sentences; null under a mark.</param>
/// <param name="Goals">Codes of the programme goals that it serves; none under a mark.</param>
/// <param name="Asked">What was asked of the fund, over all years.</param>
/// <param name="Outcome">What was decided.</param>
/// <param name="IsRepealed">Whether a court has repealed the decision: nothing rests on it then.</param>
/// <param name="Granted">What was granted, over all years.</param>
/// <param name="Disbursed">What has been paid out and not come back.</param>
/// <param name="Repaid">Savings that have come back to the fund.</param>
/// <param name="DecidedOn">The day of the decision.</param>
/// <param name="Body">Who decided.</param>
/// <param name="Paragraph">The paragraph of the minutes.</param>
/// <param name="Reasons">Why; null where the application or the decision is marked.</param>
/// <param name="Conditions">What the grant hangs on; none where the application or the decision is marked.</param>
/// <param name="Start">When the project was to begin; null without a grant and under a mark.</param>
/// <param name="End">When the project was to end; null without a grant and under a mark.</param>
/// <param name="Future">What happens to the method after the project, once decided.</param>
/// <param name="Lessons">What others can learn, by the final report, which is all of it that is written for everybody, once it has been decided upon; null where the application or the report is marked.</param>
/// <param name="Measured">What was measured, by each indicator that the project is judged by, wave by wave, whatever came of it; none before its final report has been decided upon, and none where the application, what it says of whom and what is measured, or the report is marked.</param>
/// <param name="MeasuredCaveats">What must be known beside it of when things were measured and planned; none where nothing is told of what was measured.</param>
internal sealed record PublicCase(
    string CaseNumber, string Municipality, string Fund, bool IsMarked, IReadOnlyList<string> MarkedFields, string? Title, string? Organisation, Phase Phase, string? Summary, IReadOnlyList<string> Goals,
    Money Asked, DecisionOutcome Outcome, bool IsRepealed, Money Granted, Money Disbursed, Money Repaid, DateOnly DecidedOn, string Body, string Paragraph, string? Reasons,
    IReadOnlyList<string> Conditions, DateOnly? Start, DateOnly? End, ProjectFuture? Future, string? Lessons, IDataLoaderResult<IReadOnlyList<PublicVerdict>> Measured, IDataLoaderResult<IReadOnlyList<string>> MeasuredCaveats)
{
    /// <summary>What of the application anybody reads unless it is marked.</summary>
    public static readonly IReadOnlyList<string> Fields = [ApplicationFields.Title, ApplicationFields.Organisation, ApplicationFields.Serves, ApplicationFields.Summary, ApplicationFields.Start, ApplicationFields.End];

    /// <summary>What the plan of measurement says again, so that a mark on one of them keeps what was measured from everybody too.</summary>
    public static readonly IReadOnlyList<string> Repeated = ["goals", "indicators", "evaluation", "targetGroup"];

    /// <summary>Whether a field is left out under a mark, and not since there is nothing to tell.</summary>
    public bool Hides(string field) => MarkedFields.Contains(field);
}
