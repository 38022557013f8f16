using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fond.Domain.Common;

namespace Fond.Domain.Decisions;

public enum DispatchChannel
{
    /// <summary>Fond sends it to an official address.</summary>
    Email,

    /// <summary>By post.</summary>
    Letter,

    /// <summary>By the municipality's internal post.</summary>
    InternalMail,

    /// <summary>By a service for secure messages.</summary>
    SecureMessage,

    /// <summary>Handed over.</summary>
    InPerson,
}

/// <param name="Name">A body, an authority or an office.</param>
/// <param name="Address">An official e-mail address where the channel is that, else where it was sent, if anywhere.</param>
public sealed record DispatchRecipient(string Name, DispatchChannel Channel, string? Address);

/// <summary>That a decision was sent to those whom it concerns (expediering): to whom, when and by which channel.</summary>
public sealed class Dispatch : Aggregate
{
    public const int MostRecipients = 50;

    /// <summary>Characters.</summary>
    public const int LongestName = 200;

    private Dispatch() { }

    /// <param name="text">The decision in words, as it is sent.</param>
    public Dispatch(Decision decision, IReadOnlyList<DispatchRecipient> recipients, string text, long sentById, DateTimeOffset now)
    {
        Refuse.When(decision.Kind != DecisionKind.Decision, new DispatchOfProposal { Path = ["decisionId"] });
        Refuse.When(recipients.Count is 0 or > MostRecipients, new DispatchRecipientsInvalid { Path = ["recipients"] });
        Refuse.WhenAny(recipients.SelectMany((r, i) => Faults(r, i.ToString(CultureInfo.InvariantCulture))));
        (DecisionId, ApplicationId, Text, SentById, SentAt) = (decision.Id, decision.ApplicationId, text, sentById, now);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        Recipients = [.. recipients.Select(r => r with { Name = r.Name.Trim(), Address = r.Address?.Trim() })];
    }

    public long DecisionId { get; private set; }

    public long ApplicationId { get; private set; }

    public IReadOnlyList<DispatchRecipient> Recipients { get; private set; } = [];

    /// <summary>The decision as it was sent, in both languages; null for what was sent before it was kept.</summary>
    public string? Text { get; private set; }

    /// <summary>Of the decision's text as it was sent, in UTF-8; null for what was sent before it was kept.</summary>
    public string? Sha256 { get; private set; }

    public long SentById { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    private static IEnumerable<Refusal> Faults(DispatchRecipient recipient, string index)
    {
        if (recipient.Name.IsBlankOrLongerThan(LongestName)) yield return new DispatchNameInvalid { Path = ["recipients", index, "name"] };
        if (recipient.Channel == DispatchChannel.Email && recipient.Address.IsBlank()) yield return new DispatchAddressMissing { Path = ["recipients", index, "address"] };
        if (recipient.Address?.Length > LongestName) yield return new DispatchNameInvalid { Path = ["recipients", index, "address"] };
    }
}

public sealed record DispatchOfProposal() : Refusal("DISPATCH_OF_PROPOSAL", new(
    "Ett förslag expedieras inte. Det går till styrelsen med ärendet.", "A proposal is not dispatched. It goes to the board with the case."));

public sealed record DispatchRecipientsInvalid() : Refusal("DISPATCH_RECIPIENTS_INVALID", new(
    $"Ange 1 till {Dispatch.MostRecipients} mottagare.", $"Give 1 to {Dispatch.MostRecipients} recipients."));

public sealed record DispatchNameInvalid() : Refusal("DISPATCH_NAME_INVALID", new(
    $"Fyll i, med högst {Dispatch.LongestName} tecken.", $"Fill in, with at most {Dispatch.LongestName} characters."));

public sealed record DispatchAddressMissing() : Refusal("DISPATCH_ADDRESS_MISSING", new(
    "Ange den e-postadress som beslutet skickas till.", "Give the e-mail address that the decision is sent to."));

public sealed record DispatchSecret() : Refusal("DISPATCH_SECRET", new(
    "Ärendet är sekretessmarkerat. Skicka beslutet på ett säkert sätt, inte med vanlig e-post.", "The case is marked as secret. Send the decision by a secure channel, not by plain e-mail."));

public sealed record DispatchEmailUnavailable() : Refusal("DISPATCH_EMAIL_UNAVAILABLE", new(
    "Ingen e-postserver är inställd. Välj ett annat sätt.", "No mail server is set up. Choose another channel."));
