using Fond.Domain.Governance;

namespace Fond.Domain.Meetings;

/// <summary>Those who take part in one item.</summary>
/// <param name="elected">Whoever was elected to preside, for the item before for the meeting.</param>
internal sealed class Participants(IReadOnlyList<Attendance> present, Body body, DateOnly day, IReadOnlyList<long> elected)
{
    public Body Body => body;

    public IReadOnlyList<long> Ids => [.. present.Select(a => a.PersonId)];

    /// <summary>Nobody votes twice, and no place has two votes: a substitute has none at an item in which the member takes part.</summary>
    public IReadOnlyList<long> Voters => [.. present.Where(MayVote).Select(a => a.PersonId)];

    /// <summary>The chair, else a vice chair, where either takes part.</summary>
    public long? PresidingByOffice => body.PresidesOn(day, Has);

    /// <summary>The same, else whoever was elected; null: nobody presides.</summary>
    public long? Presiding => PresidingByOffice ?? elected.Where(HasVoteOf).Select(e => (long?)e).FirstOrDefault();

    public bool Has(long personId) => present.Any(a => a.PersonId == personId);

    public bool HasVoteOf(long personId) => present.Any(a => a.PersonId == personId && MayVote(a));

    private bool MayVote(Attendance attendance) => attendance.ServesForId is { } member ? !Has(member) : attendance.ServesInSeatId is not null || body.IsMember(attendance.PersonId, day);
}
