using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Programmes;
using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry.Matters;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

/// <summary>Tells those whom a consultation concerns what has come of it.</summary>
internal sealed class ConsultationNews(FondDb db, ActorContext context, Clock clock, Notifier notifier, MatterRegistry matters)
{
    /// <param name="what">What has happened; a person is told once of the same.</param>
    public async Task TellBodiesAsync(Consultation consultation, IEnumerable<ReferralRequest> asked, string what, Text body, CancellationToken ct)
    {
        var requests = asked.ToList();
        var ids = requests.Select(r => r.BodyId).ToArray();
        var bodies = await db.Set<Body>().Where(b => ids.Contains(b.Id)).ToListAsync(ct);
        var people = bodies.SelectMany(b => b.Members).Where(m => m.HoldsOn(clock.Today)).Select(m => m.PersonId).OfType<long>().ToHashSet();
        var subject = await TellAsync(consultation, people, what, body, ct);
        foreach (var request in requests.Where(r => r.Address is not null)) await MailAsync(consultation, request, $"{KeyOf(consultation, what)}:body:{request.BodyId}", subject, body, ct);
        await TellOfUnreachedAsync(consultation, requests, bodies, what, body, ct);
    }

    /// <summary>Whoever does it, or the officers where time does, is told which bodies nobody was told for: they have neither somebody who signs in nor an address that is written to.</summary>
    private async Task TellOfUnreachedAsync(Consultation consultation, List<ReferralRequest> requests, List<Body> bodies, string what, Text body, CancellationToken ct)
    {
        var mailed = requests.Where(r => r.Address is not null && notifier.CanSend).Select(r => r.BodyId).ToHashSet();
        var unreached = bodies.Where(b => !mailed.Contains(b.Id) && !b.Members.Any(m => m.PersonId is not null && m.HoldsOn(clock.Today))).OrderBy(b => b.Id).Select(b => b.Name).ToList();
        if (unreached.Count == 0) return;
        var who = await IsMarkedAsync(consultation, ct) ? new($"{unreached.Count} av dem som frågas", $"{unreached.Count} of those that are asked") : new Text(string.Join(", ", unreached), string.Join(", ", unreached));
        var way = consultation.State == ConsultationState.Sent ? new("Lämna över en länk.", "Hand over a link.") : new Text("Meddela dem på annat sätt.", "Tell them in another way.");
        Text told = new(
            $"Detta har inte nått {who.Sv}: ingen där loggar in, och ingen adress går att skriva till. {way.Sv} Det som skulle ha sagts: {body.Sv}",
            $"This has not reached {who.En}: nobody there signs in, and no address can be written to. {way.En} What was to be said: {body.En}");
        if (context.Actor.IsSignedIn) await TellAsync(consultation, [context.Actor.Id], $"unreached:{what}", told, ct);
        else await TellOfficersAsync(consultation, $"unreached:{what}", told, ct);
    }

    /// <summary>With its link, while that opens something.</summary>
    private async Task MailAsync(Consultation consultation, ReferralRequest request, string key, Text subject, Text body, CancellationToken ct)
    {
        if (consultation.State == ConsultationState.Sent) await notifier.SendLinkAsync(key, request.Address!, consultation.ApplicationId, subject, body, new(LinkPurpose.Statement, request.Id), ct);
        else await notifier.SendNewsAsync(key, request.Address!, consultation.ApplicationId, subject, body, ct);
    }

    public async Task TellOfficersAsync(Consultation consultation, string what, Text body, CancellationToken ct)
    {
        var funds = consultation.FundId is { } fund ? [fund] : await db.Set<Fund>()
            .Where(f => db.Set<Programme>().Any(p => p.Id == consultation.ProgrammeId && p.Municipality == f.Municipality)).Select(f => f.Id).ToArrayAsync(ct);
        var today = clock.Today;
        var people = await db.Set<Person>()
            .Where(p => p.Roles.Any(r => r.Role == Role.CaseOfficer && (r.FundId == null || funds.Contains(r.FundId.Value)) && r.From <= today && (r.Until == null || r.Until > today)))
            .Select(p => p.Id).ToListAsync(ct);
        await TellAsync(consultation, people, what, body, ct);
    }

    /// <summary>A reason as a message ends with it; nothing where the case is marked, of which a message tells the number alone.</summary>
    /// <param name="inbox">Whether the inbox has it all the same: of a case, no e-mail has more than the number anyway.</param>
    public async Task<Text> ReasonAsync(Consultation consultation, string reason, CancellationToken ct, bool inbox = false) =>
        !(inbox && consultation.ApplicationId is not null) && await IsMarkedAsync(consultation, ct) ? new(".", ".") : new($". Skäl: {reason}", $". Reason: {reason}");

    private async Task<Text> TellAsync(Consultation consultation, IReadOnlyCollection<long> people, string what, Text body, CancellationToken ct)
    {
        var name = await IsMarkedAsync(consultation, ct) ? consultation.CaseNumber : consultation.Title;
        var subject = new Text($"Remiss: {name}", $"Consultation: {name}");
        await notifier.TellAsync(KeyOf(consultation, what), people, consultation.ApplicationId, subject, body, ct);
        return subject;
    }

    private async Task<bool> IsMarkedAsync(Consultation consultation, CancellationToken ct) => consultation.ApplicationId is { } about
        ? await db.CasesUnderMark().AnyAsync(a => a.Id == about, ct)
        : (await matters.OfAsync(consultation, ct))?.Secrecy is not null;

    private static string KeyOf(Consultation consultation, string what) => $"consultation:{consultation.Id}:{what}";
}
