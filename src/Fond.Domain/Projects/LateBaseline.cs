using Fond.Domain.Impact;

namespace Fond.Domain.Projects;

/// <summary>That a baseline which was measured when the project had begun, or of fewer than the fund shows results of, is taken for what it is.</summary>
/// <param name="Reason">Why it came late or is of so few, and why the project goes on; a line for each time that something was accepted.</param>
/// <param name="AcceptedOn">The day on which the fund's officer last said so.</param>
/// <param name="Accepted">What was late or of few then; what is so after that, by another indicator or of another group, is not accepted, nor what becomes late after it was of few.</param>
public sealed record LateBaseline(string Reason, DateOnly AcceptedOn, IReadOnlyList<LateMeasured> Accepted)
{
    internal bool Covers(BaselineGap gap) => gap.CanBeAccepted && Accepted?.Any(a => a.Indicator == gap.Indicator && a.Group == gap.Group && (a.Fault ?? gap.Fault) == gap.Fault) == true;

    /// <summary>What was accepted, and on which day last.</summary>
    internal IEnumerable<(BaselineFault Fault, DateOnly On)> Faults =>
        (Accepted ?? []).GroupBy(a => a.Fault ?? BaselineFault.Late, a => a.On ?? AcceptedOn, (fault, days) => (fault, days.Max())).OrderByDescending(f => f.fault);
}

/// <summary>Of whom a baseline came late, or is of few.</summary>
/// <param name="Indicator">The plan's code.</param>
/// <param name="Group">Those whom the project reaches, or whom they are compared with.</param>
/// <param name="Fault">Late, or of few; null where it was not written down which: either then, and told as late.</param>
/// <param name="On">The day on which it was accepted; null where it was not written down.</param>
public sealed record LateMeasured(string Indicator, MeasurementGroup Group, BaselineFault? Fault = null, DateOnly? On = null);
