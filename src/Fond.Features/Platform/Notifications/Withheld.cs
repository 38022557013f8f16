using Fond.Domain.Common;
using Fond.Features.Platform.Access;

namespace Fond.Features.Platform.Notifications;

/// <summary>An e-mail before it is put into the outbox.</summary>
internal sealed record Mail(Text Subject, Text Body);

/// <summary>What e-mail says of a marked case: its number, and where the message is to be had.</summary>
internal static class Withheld
{
    public static Mail InInbox(string? number) => new(News(number), new("Det finns ett meddelande till dig i Fond.", "There is a message for you in Fond."));

    public static Mail BehindLink(LinkPurpose purpose, string? number) => new(
        purpose switch
        {
            LinkPurpose.Statement => new($"Remiss i ärende {number}", $"Consultation in case {number}"),
            LinkPurpose.Endorsement => new($"Tillstyrkan önskas i ärende {number}", $"Endorsement asked for in case {number}"),
            _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
        },
        new("Länken visar vad det gäller.", "The link shows what it is about."));

    /// <summary>To somebody who has neither an inbox nor a link.</summary>
    public static Mail BySender(string? number) => new(News(number), new("Fråga den kommun som tidigare har skrivit till er i ärendet vad det gäller.", "Ask the municipality that has written to you in the case before what it is about."));

    private static Text News(string? number) => new($"Nytt i ärende {number}", $"News in case {number}");
}
