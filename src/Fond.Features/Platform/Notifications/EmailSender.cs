using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Fond.Features.Platform.Notifications;

/// <summary>Hands e-mail to the configured server.</summary>
internal sealed class EmailSender(EmailSettings settings)
{
    /// <summary>For the whole exchange with the server.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <param name="text">Its body as it leaves.</param>
    public async Task SendAsync(OutboxMessage message, string text)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var mime = Compose(message, text);
        using var client = new SmtpClient();
        await client.ConnectAsync(settings.Host!, settings.Port, settings.Tls ? SecureSocketOptions.StartTls : SecureSocketOptions.None, limit.Token);
        if (settings.User is { } user) await client.AuthenticateAsync(user, settings.Password ?? "", limit.Token);
        await client.SendAsync(mime, limit.Token);
        await client.DisconnectAsync(quit: true, limit.Token);
    }

    private MimeMessage Compose(OutboxMessage message, string text)
    {
        var mime = new MimeMessage
        {
            Subject = message.Subject,
            Body = new TextPart("plain") { Text = text },
            Date = message.CreatedAt,
            MessageId = $"{message.Key.Replace(':', '.')}@fond",
        };
        mime.From.Add(MailboxAddress.Parse(settings.From));
        mime.To.Add(MailboxAddress.Parse(message.Address));
        return mime;
    }
}
