using Fond.Domain.Common;

namespace Fond.Domain.Governance;

public enum MembershipRole
{
    /// <summary>Ordförande; one at a time.</summary>
    Chair,

    /// <summary>Vice ordförande, or the first of two (1:e vice ordförande); one at a time.</summary>
    ViceChair,

    /// <summary>2:e vice ordförande, who presides where neither chair nor first vice chair does; one at a time, beside a first.</summary>
    SecondViceChair,

    /// <summary>Sekreterare: writes the minutes, and votes only where the instruction for the body lists the secretary among its members.</summary>
    Secretary,

    /// <summary>Ledamot.</summary>
    Member,

    /// <summary>Ersättare: may be present, and votes and counts for the quorum only in the place of a member who is absent.</summary>
    Substitute,

    /// <summary>Called in (adjungerad): may be present, but neither votes nor counts for the quorum.</summary>
    Adjunct,
}

internal static class MembershipRoles
{
    /// <summary>Whether such a seat has a vote of its own, where nothing else is said.</summary>
    public static bool Votes(this MembershipRole role) => role is MembershipRole.Chair or MembershipRole.ViceChair or MembershipRole.SecondViceChair or MembershipRole.Member;
}

/// <summary>A seat in a body for a time. It stays on record when it has ended, so that old decisions can be understood.</summary>
public sealed class Membership : Entity
{
    private Membership() { }

    internal Membership(SeatDetails seat)
    {
        PersonId = seat.PersonId;
        Function = seat.Function.Trim();
        Role = seat.Role;
        Represents = string.IsNullOrWhiteSpace(seat.Represents) ? null : seat.Represents.Trim();
        VotesByInstruction = seat.Votes;
        From = seat.From;
        To = seat.To;
    }

    /// <summary>Null: the function has a seat, but nobody is registered in it.</summary>
    public long? PersonId { get; private set; }

    /// <summary>The post that the seat goes with, for instance "biträdande socialdirektör".</summary>
    public string Function { get; private set; } = "";

    public MembershipRole Role { get; private set; }

    /// <summary>The party or administration that the seat belongs to.</summary>
    public string? Represents { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day, included. Null: until further notice.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>What the municipality's instruction for the body says of the vote; null: as the role has it.</summary>
    public bool? VotesByInstruction { get; private set; }

    /// <summary>Whether the seat has a vote of its own.</summary>
    public bool Votes => VotesByInstruction ?? Role.Votes();

    /// <summary>The same, or a vote in the place of an absent member.</summary>
    internal bool MayVote => Votes || Role == MembershipRole.Substitute;

    public bool HoldsOn(DateOnly day) => Validity.Covers(day);

    internal Validity Validity => new(From, To);

    internal void End(DateOnly lastDay) => To = lastDay;
}
