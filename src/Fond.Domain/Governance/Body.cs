using Fond.Domain.Common;

namespace Fond.Domain.Governance;

/// <param name="Quorum">How many voting members must be present for a decision.</param>
public sealed record BodyDetails(string Name, BodyKind Kind, string Municipality, long? ParentId, int Quorum);

/// <param name="PersonId">Null: the function has a seat, but nobody is registered in it.</param>
/// <param name="To">The last day, included; null: until further notice.</param>
public sealed record SeatDetails(long? PersonId, string Function, MembershipRole Role, DateOnly From, DateOnly? To = null);

/// <summary>A group or board of a municipality, with who sat in it when.</summary>
public sealed class Body : Aggregate
{
    private readonly List<Membership> _members = [];

    private Body() { }

    public Body(BodyDetails details)
    {
        Refuse.WhenAny(Faults(details));
        Kind = details.Kind;
        Set(details);
    }

    public string Name { get; private set; } = "";

    /// <summary>Never changes: what the body has decided rests on it.</summary>
    public BodyKind Kind { get; private set; }

    public string Municipality { get; private set; } = "";

    public long? ParentId { get; private set; }

    /// <summary>How many voting members must be present for a decision.</summary>
    public int Quorum { get; private set; }

    public IReadOnlyList<Membership> Members => _members;

    /// <param name="parentLine">The new parent, its parent and so on to the top; empty when there is none.</param>
    public void Change(BodyDetails details, IReadOnlyCollection<long> parentLine)
    {
        var faults = Faults(details).ToList();
        if (details.Kind != Kind) faults.Add(new BodyKindFixed(Kind) { Path = ["kind"] });
        if (parentLine.Contains(Id)) faults.Add(new BodyBelowItself { Path = ["parentId"] });
        Refuse.WhenAny(faults);
        Set(details);
    }

    public Membership AddMember(SeatDetails seat)
    {
        Refuse.WhenAny(Faults(seat));
        var membership = new Membership(seat);
        _members.Add(membership);
        return membership;
    }

    /// <summary>Sets or brings forward the last day of a seat. One that has already ended is history and stays as it is.</summary>
    public Membership EndMembership(long membershipId, DateOnly lastDay, DateOnly today)
    {
        var seat = _members.Find(m => m.Id == membershipId) ?? throw new RefusedException(new NotFound(nameof(Membership)));
        if (seat.To is { } end) Refuse.When(end < today || lastDay >= end, new MembershipAlreadyEnds(end) { Path = ["to"] });
        Refuse.When(lastDay < seat.From, new MembershipDatesReversed(seat.From, lastDay) { Path = ["to"] });
        seat.End(lastDay);
        return seat;
    }

    /// <summary>Whether the person had a vote in the body that day.</summary>
    public bool IsMember(long personId, DateOnly day) => SeatsOn(day).Any(m => m.PersonId == personId && m.Votes);

    /// <summary>Whether the person might sit at the table that day: members and adjuncts.</summary>
    public bool MayAttend(long personId, DateOnly day) => SeatsOn(day).Any(m => m.PersonId == personId);

    public Membership? ChairOn(DateOnly day) => SeatsOn(day).FirstOrDefault(m => m.Role == MembershipRole.Chair);

    private IEnumerable<Membership> SeatsOn(DateOnly day) => _members.Where(m => m.HoldsOn(day));

    private void Set(BodyDetails details)
    {
        Name = details.Name.Trim();
        Municipality = details.Municipality.Trim();
        ParentId = details.ParentId;
        Quorum = details.Quorum;
    }

    private static IEnumerable<Refusal> Faults(BodyDetails details)
    {
        if (string.IsNullOrWhiteSpace(details.Name)) yield return new BodyNameMissing { Path = ["name"] };
        if (string.IsNullOrWhiteSpace(details.Municipality)) yield return new BodyMunicipalityMissing { Path = ["municipality"] };
        if (details.Quorum is < 1 or > 500) yield return new BodyQuorumNotPositive(details.Quorum) { Path = ["quorum"] };
    }

    private IEnumerable<Refusal> Faults(SeatDetails seat)
    {
        if (string.IsNullOrWhiteSpace(seat.Function)) yield return new MembershipFunctionMissing { Path = ["function"] };
        if (seat.To < seat.From)
        {
            yield return new MembershipDatesReversed(seat.From, seat.To.Value) { Path = ["to"] };
            yield break;
        }

        var meanwhile = _members.Where(m => m.Overlaps(seat.From, seat.To)).ToList();
        if (seat.PersonId is { } person && meanwhile.Find(m => m.PersonId == person) is { } own)
            yield return new MembershipOverlaps(own.From, own.To) { Path = ["personId"] };
        if (seat.Role == MembershipRole.Chair && meanwhile.Find(m => m.Role == MembershipRole.Chair) is { } chair)
            yield return new BodyChairTaken(chair.Function, chair.From, chair.To) { Path = ["role"] };
    }
}
