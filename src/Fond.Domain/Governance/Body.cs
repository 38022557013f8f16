using Fond.Domain.Common;

namespace Fond.Domain.Governance;

/// <param name="Quorum">How many who vote must be present for a decision.</param>
/// <param name="CatchmentArea">The area of the primary schools that a council is for; null for every other kind.</param>
public sealed record BodyDetails(string Name, BodyKind Kind, string Municipality, long? ParentId, int Quorum, string? CatchmentArea = null)
{
    /// <summary>Other bodies that it prepares for, besides its parent.</summary>
    public IReadOnlyList<long> AlsoPreparesFor { get; init; } = [];
}

/// <param name="PersonId">Null: the function has a seat, but nobody is registered in it.</param>
/// <param name="To">The last day, included; null: until further notice.</param>
/// <param name="Represents">The party or administration that the seat belongs to, where it belongs to one.</param>
/// <param name="Votes">Whether a secretary has a vote, by the municipality's instruction for the body; null: as the role has it.</param>
public sealed record SeatDetails(long? PersonId, string Function, MembershipRole Role, DateOnly From, DateOnly? To = null, string? Represents = null, bool? Votes = null);

/// <summary>A group or board of a municipality, with who sat in it when and what it may decide on behalf of others.</summary>
public sealed class Body : Aggregate
{
    private readonly List<Membership> _members = [];
    private readonly List<Delegation> _delegations = [];

    private Body() { }

    public Body(BodyDetails details)
    {
        Refuse.WhenAny(BodyRules.Faults(details));
        Kind = details.Kind;
        Set(details);
    }

    public string Name { get; private set; } = "";

    /// <summary>Never changes: what the body has decided rests on it.</summary>
    public BodyKind Kind { get; private set; }

    public string Municipality { get; private set; } = "";

    public long? ParentId { get; private set; }

    /// <summary>Other bodies that it prepares for, besides its parent.</summary>
    public IReadOnlyList<long> AlsoPreparesFor { get; private set; } = [];

    /// <summary>The bodies to which it hands on what it has prepared, its parent first.</summary>
    public IEnumerable<long> PreparesFor => ParentId is { } parent ? AlsoPreparesFor.Prepend(parent) : AlsoPreparesFor;

    /// <summary>How many who vote must be present for a decision.</summary>
    public int Quorum { get; private set; }

    /// <summary>The area of the primary schools that a council is for.</summary>
    public string? CatchmentArea { get; private set; }

    public IReadOnlyList<Membership> Members => _members;

    /// <summary>Its lines of the delegation table, ended ones included.</summary>
    public IReadOnlyList<Delegation> Delegations => _delegations;

    /// <param name="preparers">Those that prepare for it, those that prepare for them and so on: it prepares for none of them.</param>
    public void Change(BodyDetails details, IReadOnlyCollection<long> preparers)
    {
        Refuse.WhenAny(BodyRules.Faults(details).Concat(Faults()));
        Set(details);

        IEnumerable<Refusal> Faults()
        {
            if (preparers.Count > 0 && details.Municipality.Trim() != Municipality) yield return new BodyOfOtherMunicipality { Path = ["municipality"] };
            if (details.Kind != Kind) yield return new BodyKindFixed(Kind) { Path = ["kind"] };
            if (details.ParentId is { } parent && IsBelow(parent)) yield return new BodyBelowItself { Path = ["parentId"] };
            for (var i = 0; i < details.AlsoPreparesFor.Count; i++)
                if (IsBelow(details.AlsoPreparesFor[i])) yield return new BodyBelowItself { Path = ["alsoPreparesForIds", $"{i}"] };
        }

        bool IsBelow(long id) => id == Id || preparers.Contains(id);
    }

    public Membership AddMember(SeatDetails seat)
    {
        Refuse.WhenAny(SeatRules.Faults(seat, Kind, _members));
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

    /// <summary>Enters what the body may decide from some day on.</summary>
    public Delegation Delegate(DelegationDetails details)
    {
        Refuse.WhenAny(DelegationRules.Faults(details, this));
        var line = new Delegation(details);
        _delegations.Add(line);
        return line;
    }

    /// <summary>Sets or brings forward the last day of a line. One that has already ended is history and stays as it is.</summary>
    public Delegation EndDelegation(long delegationId, DateOnly lastDay, DateOnly today)
    {
        var line = _delegations.Find(d => d.Id == delegationId) ?? throw new RefusedException(new NotFound(nameof(Delegation)));
        if (line.To is { } end) Refuse.When(end < today || lastDay >= end, new DelegationAlreadyEnds(end) { Path = ["to"] });
        Refuse.When(lastDay < line.From, new DelegationDatesReversed(line.From, lastDay) { Path = ["to"] });
        line.End(lastDay);
        return line;
    }

    /// <summary>The line that held for such decisions that day.</summary>
    public Delegation? DelegationOn(DelegatedKind kind, DateOnly day) => _delegations.Find(d => d.Kind == kind && d.HoldsOn(day));

    /// <summary>Whether the person had a vote of their own in the body that day; substitutes have one only in the place of somebody else.</summary>
    public bool IsMember(long personId, DateOnly day) => SeatsOn(day).Any(m => m.PersonId == personId && m.Votes);

    /// <summary>Whether the person might serve that day for a member who is absent.</summary>
    public bool IsSubstitute(long personId, DateOnly day) => SeatsOn(day).Any(m => m.PersonId == personId && m.Role == MembershipRole.Substitute);

    /// <summary>Whether a substitute might serve in the seat that day: it votes, and nobody is registered in it.</summary>
    public bool IsEmptySeat(long membershipId, DateOnly day) => SeatsOn(day).Any(m => m.Id == membershipId && m.PersonId is null && m.Votes);

    /// <summary>How many of those present vote: members, and substitutes for seats that are absent or empty. So never more than there are members' seats.</summary>
    public int VotesAmong(IReadOnlyCollection<long> present, DateOnly day)
    {
        var seats = SeatsOn(day).ToList();
        var able = seats.Count(m => m.MayVote && m.PersonId is { } person && present.Contains(person));
        return Math.Min(able, seats.Count(m => m.Votes));
    }

    /// <summary>Whether the person might sit at the table that day: members, substitutes and adjuncts.</summary>
    public bool MayAttend(long personId, DateOnly day) => SeatsOn(day).Any(m => m.PersonId == personId);

    /// <summary>The chair where they are there, else the first vice chair, else the second.</summary>
    public long? PresidesOn(DateOnly day, Func<long, bool> isThere) => SeatsOn(day).Where(m => m.Role is MembershipRole.Chair or MembershipRole.ViceChair or MembershipRole.SecondViceChair)
        .OrderBy(m => m.Role).Select(m => m.PersonId).FirstOrDefault(p => p is { } person && isThere(person));

    public Membership? ChairOn(DateOnly day) => SeatsOn(day).FirstOrDefault(m => m.Role == MembershipRole.Chair);

    /// <summary>Chair and secretary of that day, who keep its papers.</summary>
    public IEnumerable<long> OfficeOn(DateOnly day) => SeatsOn(day).Where(m => m.Role is MembershipRole.Chair or MembershipRole.Secretary).Select(m => m.PersonId).OfType<long>();

    private IEnumerable<Membership> SeatsOn(DateOnly day) => _members.Where(m => m.HoldsOn(day));

    private void Set(BodyDetails details)
    {
        Name = details.Name.Trim();
        Municipality = details.Municipality.Trim();
        ParentId = details.ParentId;
        AlsoPreparesFor = [.. details.AlsoPreparesFor.Distinct().Where(id => id != details.ParentId)];
        Quorum = details.Quorum;
        CatchmentArea = details.CatchmentArea?.Trim();
    }
}
