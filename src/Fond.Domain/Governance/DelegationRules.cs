using Fond.Domain.Common;

namespace Fond.Domain.Governance;

/// <summary>What is wrong with a line as it is entered into a body's delegation table.</summary>
internal static class DelegationRules
{
    public static IEnumerable<Refusal> Faults(DelegationDetails line, Body body)
    {
        if (body.Kind != BodyKind.SteeringGroup) yield return new DelegationNotPossible(body.Name, body.Kind) { Path = ["bodyId"] };
        if (line.Kind == DelegatedKind.Grant ? !(line.Limit > Money.Zero) : line.Limit is not null) yield return new DelegationLimitInvalid { Path = ["limit"] };
        if (string.IsNullOrWhiteSpace(line.DecidedBy)) yield return new DelegationBasisMissing { Path = ["decidedBy"] };
        if (string.IsNullOrWhiteSpace(line.Paragraph)) yield return new DelegationBasisMissing { Path = ["paragraph"] };
        if (line.From < line.DecidedOn) yield return new DelegationBeforeDecision(line.From, line.DecidedOn) { Path = ["from"] };
        if (line.To < line.From) yield return new DelegationDatesReversed(line.From, line.To.Value) { Path = ["to"] };
        else if (body.Delegations.FirstOrDefault(d => d.Kind == line.Kind && d.Validity.Overlaps(new(line.From, line.To))) is { } other)
            yield return new DelegationOverlaps(line.Kind, other.From) { Path = ["from"] };
    }
}
