using System.ComponentModel.DataAnnotations;
using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Platform.Notifications;

/// <summary>Puts a message into inboxes and, where a mail server is configured, into the outbox: in the caller's own transaction.</summary>
internal sealed class Notifier(FondDb db, Clock clock, EmailSettings email)
{
    /// <param name="key">What happened; a person gets one message a key.</param>
    public async Task TellAsync(string key, IReadOnlyCollection<long> people, long? applicationId, Text subject, Text body, CancellationToken ct)
    {
        var told = await db.Set<Notification>().Where(n => n.Key == key && people.Contains(n.PersonId)).Select(n => n.PersonId).ToListAsync(ct);
        foreach (var person in await db.Set<Person>().Where(p => people.Contains(p.Id) && !told.Contains(p.Id)).ToListAsync(ct))
        {
            db.Add(new Notification(key, person.Id, applicationId, subject, body, clock.Now));
            if (email.IsConfigured && person.Email is { } address)
                db.Add(new OutboxMessage($"{key}:{person.Id}", address, subject.Sv, $"{body.Sv}\n\n---\n{body.En}\n", clock.Now));
        }
    }
}

/// <summary>Bound to <c>Email</c> in the configuration. Without a host, messages stay in the inbox of Fond.</summary>
internal sealed class EmailSettings
{
    public string? Host { get; set; }

    [Range(1, 65_535)]
    public int Port { get; set; } = 25;

    [EmailAddress]
    public string From { get; set; } = "fond@example.org";

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>STARTTLS is demanded unless this is false, which is for a server on the same machine.</summary>
    public bool Tls { get; set; } = true;

    internal bool IsConfigured => !string.IsNullOrWhiteSpace(Host);
}
