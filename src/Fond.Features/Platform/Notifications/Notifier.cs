using System.ComponentModel.DataAnnotations;
using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Platform.Notifications;

/// <summary>
/// Puts a message into inboxes and, where a mail server is configured, into the outbox: in the caller's own transaction. E-mail is read by whoever carries it,
/// so that of a case of which anything is marked it tells the number alone; the inbox, or what the link opens, has the message.
/// </summary>
internal sealed class Notifier(FondDb db, Clock clock, EmailSettings email)
{
    /// <param name="key">What happened; a person gets one message a key.</param>
    public async Task TellAsync(string key, IReadOnlyCollection<long> people, long? applicationId, Text subject, Text body, CancellationToken ct)
    {
        var told = await db.Set<Notification>().Where(n => n.Key == key && people.Contains(n.PersonId)).Select(n => n.PersonId).ToListAsync(ct);
        var mail = email.IsConfigured ? await MailAsync(applicationId, new(subject, body), Withheld.InInbox, ct) : new(subject, body);
        foreach (var person in await db.Set<Person>().Where(p => people.Contains(p.Id) && !told.Contains(p.Id)).ToListAsync(ct))
        {
            db.Add(new Notification(key, person.Id, applicationId, subject, body, clock.Now));
            if (email.IsConfigured && person.Email is { } address)
                db.Add(new OutboxMessage($"{key}:{person.Id}", address, mail.Subject.Sv, InBoth(mail.Body), clock.Now));
        }
    }

    /// <param name="withheld">What is said instead where the case is marked, by its number.</param>
    private async Task<Mail> MailAsync(long? applicationId, Mail whole, Func<string?, Mail> withheld, CancellationToken ct) =>
        applicationId is { } id && await db.CasesUnderMark().Where(a => a.Id == id).Select(a => new { a.CaseNumber }).SingleOrDefaultAsync(ct) is { } marked ? withheld(marked.CaseNumber) : whole;

    /// <summary>Sends a link of its own to an address that belongs to nobody who signs in. Its secret is made when the e-mail leaves, so that it stands in no table.</summary>
    /// <param name="key">What happened, and to whom; one e-mail a key.</param>
    /// <param name="applicationId">The case that it concerns; null: none.</param>
    public async Task SendLinkAsync(string key, string address, long? applicationId, Text subject, Text body, LinkWanted link, CancellationToken ct)
    {
        if (!email.IsConfigured || await db.Set<OutboxMessage>().AnyAsync(m => m.Key == key, ct)) return;
        var mail = await MailAsync(applicationId, new(subject, body), number => Withheld.BehindLink(link.Purpose, number), ct);
        db.Add(new OutboxMessage(key, address, mail.Subject.Sv, InBoth(mail.Body), clock.Now, link));
    }

    /// <summary>Sends news of a case to an address that belongs to nobody who signs in, and that has no link any more.</summary>
    /// <param name="key">What happened, and to whom; used once.</param>
    /// <param name="applicationId">The case that it concerns; null: none.</param>
    public async Task SendNewsAsync(string key, string address, long? applicationId, Text subject, Text body, CancellationToken ct)
    {
        if (!email.IsConfigured) return;
        var mail = await MailAsync(applicationId, new(subject, body), Withheld.BySender, ct);
        Send(key, address, mail.Subject, mail.Body);
    }

    /// <summary>Whether a mail server is configured.</summary>
    public bool CanSend => email.IsConfigured;

    /// <summary>Sends an e-mail to an official address that belongs to nobody who signs in.</summary>
    /// <param name="key">What is sent, and to whom; used once.</param>
    public void Send(string key, string address, Text subject, Text body) => db.Add(new OutboxMessage(key, address, subject.Sv, InBoth(body), clock.Now));

    /// <summary>The body of an e-mail to somebody whose language is not known.</summary>
    public static string InBoth(Text body) => $"{body.Sv}\n\n---\n{body.En}\n";
}

/// <summary>What was to be sent to an address would reach nobody.</summary>
public sealed record EmailUnavailable() : Refusal("EMAIL_UNAVAILABLE", new(
    "Ingen e-postserver är inställd, så till adressen kommer inget. Utelämna den; lämna över en länk på annat sätt, eller fråga någon som loggar in.",
    "No mail server is set up, so nothing would reach the address. Leave it out; hand over a link in another way, or ask somebody who signs in."));

/// <summary>Bound to <c>Email</c> in the configuration. Without a host, messages stay in the inbox of Fond.</summary>
internal sealed class EmailSettings
{
    public string? Host { get; set; }

    [Range(1, 65_535)]
    public int Port { get; set; } = 25;

    /// <summary>What the links in e-mails begin with: where people reach Fond.</summary>
    [Url]
    public string Site { get; set; } = "http://localhost:5080";

    [EmailAddress]
    public string From { get; set; } = "fond@example.org";

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>STARTTLS is demanded unless this is false, which is for a server on the same machine.</summary>
    public bool Tls { get; set; } = true;

    /// <param name="secret">Of a link that was given out.</param>
    internal string AddressOf(LinkPurpose purpose, string secret) => $"{Site.TrimEnd('/')}/{purpose switch
    {
        LinkPurpose.Statement => "remiss",
        LinkPurpose.Endorsement => "tillstyrkan",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    }}?lank={secret}";

    internal bool IsConfigured => !string.IsNullOrWhiteSpace(Host);
}
