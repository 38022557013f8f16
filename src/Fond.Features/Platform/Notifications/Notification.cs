using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Workflows;

namespace Fond.Features.Platform.Notifications;

/// <summary>A message in a person's inbox.</summary>
internal sealed class Notification : Aggregate, IUnaudited
{
    private Notification() { }

    public Notification(string key, long personId, long? applicationId, Text subject, Text body, DateTimeOffset at) =>
        (Key, PersonId, ApplicationId, Subject, Body, At) = (key, personId, applicationId, subject, body, at);

    /// <summary>What happened and to whom: the same happening shows once, however often it is told.</summary>
    public string Key { get; private set; } = "";

    public long PersonId { get; private set; }

    public long? ApplicationId { get; private set; }

    public Text Subject { get; private set; } = new("", "");

    public Text Body { get; private set; } = new("", "");

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public void Read(DateTimeOffset now) => ReadAt ??= now;
}

/// <summary>The link that an e-mail is to carry.</summary>
internal sealed record LinkWanted(LinkPurpose Purpose, long SubjectId);

/// <summary>An e-mail that is to leave, kept until the mail server has taken it.</summary>
internal sealed class OutboxMessage : Aggregate, IUnaudited, IDueWork
{
    private OutboxMessage() { }

    public OutboxMessage(string key, string address, string subject, string body, DateTimeOffset now, LinkWanted? link = null) =>
        (Key, Address, Subject, Body, CreatedAt, NextAttemptAt, Link) = (key, address, subject, body, now, now, link);

    /// <summary>Also the message's id on the wire, so that a receiver can tell a repeat.</summary>
    public string Key { get; private set; } = "";

    public string Address { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Body { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Null: no link goes with it.</summary>
    public LinkWanted? Link { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? NextAttemptAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public void Sent(DateTimeOffset now) => (SentAt, NextAttemptAt) = (now, null);

    public void Failed(DateTimeOffset? next) => (Attempts, NextAttemptAt) = (Attempts + 1, next);

    public void Retry(DateTimeOffset now) => (Attempts, NextAttemptAt) = (0, now);

    public void Postpone(DateTimeOffset until) => NextAttemptAt = until;
}
