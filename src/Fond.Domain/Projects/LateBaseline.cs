using Fond.Domain.Impact;

namespace Fond.Domain.Projects;

/// <summary>That a baseline which was measured when the project had begun is taken for what it is.</summary>
/// <param name="Reason">Why it came late, and why the project goes on; a line for each time that something late was accepted.</param>
/// <param name="AcceptedOn">The day on which the fund's officer last said so.</param>
/// <param name="Accepted">What was late then; what comes late after that is not accepted.</param>
public sealed record LateBaseline(string Reason, DateOnly AcceptedOn, IReadOnlyList<LateMeasured> Accepted)
{
    internal bool Covers(BaselineGap gap) => gap.Fault == BaselineFault.Late && Accepted.Any(a => a.Indicator == gap.Indicator && a.Group == gap.Group);
}

/// <summary>Of whom a baseline came late.</summary>
/// <param name="Indicator">The plan's code.</param>
/// <param name="Group">Those whom the project reaches, or whom they are compared with.</param>
public sealed record LateMeasured(string Indicator, MeasurementGroup Group);
