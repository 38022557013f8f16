using Fond.Domain.Common;

namespace Fond.Domain.Consultations;

public enum Stance
{
    /// <summary>For (tillstyrker).</summary>
    Supports,

    /// <summary>For in part (tillstyrker delvis).</summary>
    SupportsInPart,

    /// <summary>Against (avstyrker).</summary>
    Objects,

    /// <summary>Neither (ingen erinran).</summary>
    NoObjection,

    /// <summary>Says that it will not say anything (avstår från att yttra sig): no question need be answered, and nobody waits for it.</summary>
    Declines,
}

public enum RequestStatus
{
    /// <summary>Not answered; the last day has not passed.</summary>
    Waiting,

    /// <summary>Answered in time.</summary>
    Answered,

    /// <summary>Answered after the last day.</summary>
    AnsweredLate,

    /// <summary>Not answered, and the last day has passed.</summary>
    Overdue,
}

/// <summary>A statement as it is sent in.</summary>
/// <param name="Answers">One for each question, in the same order; from a body that declines they may be left out.</param>
/// <param name="Text">What the body wants to say besides; may be empty.</param>
public sealed record StatementDraft(Stance Stance, IReadOnlyList<string> Answers, string Text);

/// <summary>A referral body's statement (yttrande).</summary>
/// <param name="ReceivedOn">The day in Sweden, by which lateness is judged.</param>
/// <param name="GivenById">Null: somebody who came by the body's own link.</param>
/// <param name="Due">The body's last day when it answered; more time that is given later makes no late statement timely.</param>
public sealed record Statement(
    Stance Stance, IReadOnlyList<string> Answers, string Text, DateTimeOffset ReceivedAt, DateOnly ReceivedOn, long? GivenById, DateOnly? Due = null);

/// <summary>That a body asks for more time.</summary>
/// <param name="Until">The last day that it asks for.</param>
/// <param name="AskedById">Null: somebody who came by the body's own link.</param>
/// <param name="Declined">That it was not given; null: nobody has said no.</param>
public sealed record TimeWanted(DateOnly Until, string Reason, long? AskedById, DateTimeOffset AskedAt, TimeDeclined? Declined = null);

/// <summary>That an officer did not give the time that was asked for.</summary>
public sealed record TimeDeclined(string Reason, long DeclinedById, DateTimeOffset DeclinedAt);

/// <summary>One body that is asked, and what it answered.</summary>
public sealed class ReferralRequest : Entity
{
    private ReferralRequest() { }

    internal ReferralRequest(long bodyId) => BodyId = bodyId;

    public long BodyId { get; private set; }

    public Statement? Statement { get; private set; }

    /// <summary>Its own last day, when it was given more time than others.</summary>
    public DateOnly? ExtendedTo { get; private set; }

    /// <summary>More time that it has asked for and not been given.</summary>
    public TimeWanted? Wanted { get; private set; }

    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>The official address that its link is sent to; null: it answers by signing in.</summary>
    public string? Address { get; private set; }

    internal void SendTo(string? address) => Address = address;

    internal void Receive(Statement statement) => (Statement, Wanted) = (statement, null);

    internal void Want(TimeWanted wanted) => Wanted = wanted;

    internal void Decline(TimeDeclined declined) => Wanted = Wanted! with { Declined = declined };

    /// <param name="lastDay">Null: the consultation's own.</param>
    internal void Extend(DateOnly? lastDay) => (ExtendedTo, Wanted, RemindedAt) = (lastDay, null, null);

    internal void Remind(DateTimeOffset now) => RemindedAt = now;

    /// <summary>The last day counts to its end in Sweden.</summary>
    public RequestStatus StatusOn(DateOnly today, DateOnly lastDay) => Statement switch
    {
        { } given when given.ReceivedOn > (given.Due ?? lastDay) => RequestStatus.AnsweredLate,
        { } => RequestStatus.Answered,
        null when today > lastDay => RequestStatus.Overdue,
        null => RequestStatus.Waiting,
    };
}
