using Fond.Domain.Common;

namespace Fond.Domain.Governance;

/// <summary>What is wrong with a body as it is entered.</summary>
internal static class BodyRules
{
    public static IEnumerable<Refusal> Faults(BodyDetails details)
    {
        if (string.IsNullOrWhiteSpace(details.Name)) yield return new BodyNameMissing { Path = ["name"] };
        if (string.IsNullOrWhiteSpace(details.Municipality)) yield return new BodyMunicipalityMissing { Path = ["municipality"] };
        if (details.Quorum is < 1 or > 500) yield return new BodyQuorumNotPositive(details.Quorum) { Path = ["quorum"] };
        if (details.Kind == BodyKind.Council && string.IsNullOrWhiteSpace(details.CatchmentArea)) yield return new BodyAreaMissing { Path = ["catchmentArea"] };
        if (details.Kind != BodyKind.Council && details.CatchmentArea is not null) yield return new BodyAreaNotAllowed(details.Kind) { Path = ["catchmentArea"] };
    }
}

/// <summary>What is wrong with a seat as it is given out, beside those that there are.</summary>
internal static class SeatRules
{
    public static IEnumerable<Refusal> Faults(SeatDetails seat, BodyKind kind, IEnumerable<Membership> members)
    {
        if (string.IsNullOrWhiteSpace(seat.Function)) yield return new MembershipFunctionMissing { Path = ["function"] };
        if (seat.Votes is { } votes && votes != seat.Role.Votes() && (seat.Role != MembershipRole.Secretary || kind.IsBoard())) yield return new MembershipVoteUnfit { Path = ["votes"] };
        if (seat.To < seat.From)
        {
            yield return new MembershipDatesReversed(seat.From, seat.To.Value) { Path = ["to"] };
            yield break;
        }

        var meanwhile = members.Where(m => m.Validity.Overlaps(new(seat.From, seat.To))).ToList();
        if (seat.PersonId is { } person && meanwhile.Find(m => m.PersonId == person) is { } own)
            yield return new MembershipOverlaps(own.From, own.To) { Path = ["personId"] };
        if (meanwhile.Find(m => m.Role == seat.Role) is not { } taken) yield break;
        if (seat.Role == MembershipRole.Chair) yield return new BodyChairTaken(taken.Function, taken.From, taken.To) { Path = ["role"] };
        if (seat.Role is MembershipRole.ViceChair or MembershipRole.SecondViceChair) yield return new BodyViceChairTaken(taken.Function, taken.From, taken.To) { Path = ["role"] };
    }
}
