using System.Globalization;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Governance;
using Fond.Domain.Registry;
using Fond.Features.Access;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Decisions;

internal sealed record DispatchDecisionInput : MutationInput
{
    /// <summary>Which decision.</summary>
    [GraphQL.Id]
    public required string DecisionId { get; init; }

    /// <summary>To whom, and how. What goes by e-mail Fond sends; the rest has been sent by the caller.</summary>
    public required IReadOnlyList<DispatchRecipient> Recipients { get; init; }
}

internal sealed class DispatchDecision(Finder finder, FondDb db, ActorContext context, Clock clock, AuditTrail trail, CaseRegistry registry, Notifier notifier) : IHandler<DispatchDecisionInput, Dispatch>
{
    public static readonly Role[] Senders = [Role.CaseOfficer, Role.SteeringSecretary, Role.BoardRegistrar];

    public async Task<Dispatch> Handle(DispatchDecisionInput input, CancellationToken ct)
    {
        var decision = await finder.FindAsync<Decision>(input.DecisionId, ct, "decisionId");
        var application = await finder.FindAsync<Application>(GlobalId.Of<Application>(decision.ApplicationId), ct, "decisionId"); // a declared conflict shuts out
        context.Actor.DemandOffice(application, Senders);
        var body = await db.Set<Body>().Where(b => b.Id == decision.BodyId).Select(b => b.Name).SingleAsync(ct);
        var text = DecisionText.Of(decision, application, body);
        var dispatch = new Dispatch(decision, input.Recipients, Notifier.InBoth(text), context.Actor.Id, clock.Now);
        var mark = await db.MarkedEntries(DocumentKind.Decision).Where(d => d.ApplicationId == application.Id && d.TargetId == decision.Id).Select(d => d.Secrecy).FirstOrDefaultAsync(ct);
        Refuse.WhenAny(Faults(dispatch, secret: (mark ?? application.NameMark()) is not null));
        db.Add(dispatch);
        await trail.SaveAsync(ct); // e-mails are told apart by its key
        foreach (var recipient in dispatch.Recipients)
            await registry.AddAsync(application, DocumentEntry.Out(DocumentKind.Dispatch, recipient.Name, decision.Paragraph) with { Secrecy = mark ?? application.Secrecy }, ct, decision);
        Send(dispatch, new Text($"Beslut i ärende {application.CaseNumber}", $"Decision in case {application.CaseNumber}"), text);
        return dispatch;
    }

    private IEnumerable<Refusal> Faults(Dispatch dispatch, bool secret)
    {
        foreach (var (recipient, i) in dispatch.Recipients.Select((r, i) => (r, i.ToString(CultureInfo.InvariantCulture))).Where(x => x.r.Channel == DispatchChannel.Email))
        {
            if (secret) yield return new DispatchSecret { Path = ["recipients", i, "channel"] };
            if (!notifier.CanSend) yield return new DispatchEmailUnavailable { Path = ["recipients", i, "channel"] };
            if (!EmailAddress.IsOne(recipient.Address!)) yield return new PersonEmailInvalid { Path = ["recipients", i, "address"] };
        }
    }

    private void Send(Dispatch dispatch, Text subject, Text text)
    {
        foreach (var (recipient, i) in dispatch.Recipients.Select((r, i) => (r, i)).Where(x => x.r.Channel == DispatchChannel.Email))
            notifier.Send($"dispatch:{dispatch.Id}:{i}", recipient.Address!, subject, text);
    }
}

/// <summary>A decision in words.</summary>
internal static class DecisionText
{
    public static Text Of(Decision decision, Application application, string body) => new(
        Lines($"{body} beslutade {decision.DecidedOn:yyyy-MM-dd} ({decision.Paragraph}) om ansökan {application.CaseNumber}, \"{application.Title}\", från {application.Organisation}.",
            Said(decision.Outcome).Sv, decision.Delegation?.InWords().Sv, decision, "Villkor", "Skäl"),
        Lines($"{body} decided on {decision.DecidedOn:yyyy-MM-dd} ({decision.Paragraph}) on application {application.CaseNumber}, \"{application.Title}\", of {application.Organisation}.",
            Said(decision.Outcome).En, decision.Delegation?.InWords().En, decision, "Conditions", "Reasons"));

    private static string Lines(string head, string said, string? delegation, Decision decision, string conditions, string reasons) => string.Join("\n\n", new[]
    {
        head, said, delegation ?? "", string.Join("\n", decision.Amounts.Select(a => $"{a.Year}: {a.Amount}")),
        decision.Conditions.Count == 0 ? "" : $"{conditions}:\n{string.Join("\n", decision.Conditions.Select(c => $"- {c}"))}", $"{reasons}: {decision.Reasons}",
    }.Where(line => line.Length > 0));

    private static Text Said(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Granted => new("Ansökan bifalls.", "The application is granted."),
        DecisionOutcome.GrantedInPart => new("Ansökan bifalls delvis.", "The application is granted in part."),
        DecisionOutcome.Rejected => new("Ansökan avslås.", "The application is rejected."),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
