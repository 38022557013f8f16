using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Features.Access;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

internal sealed record RequestEndorsementInput : EditInput
{
    /// <summary>The application, while it is written.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>One of its partners, by name. Asking for the same again replaces what was asked before, unless the partner has endorsed as the call asks.</summary>
    public required string Organisation { get; init; }

    /// <summary>The partner's manager, who signs in ...</summary>
    [GraphQL.Id]
    public string? PersonId { get; init; }

    /// <summary>... or the manager's official address, which is sent a link of its own.</summary>
    public string? Email { get; init; }
}

internal sealed class RequestEndorsement(Finder finder, FondDb db, ActorContext context, Clock clock, AuditTrail trail, AccessLinks links, Notifier notifier)
    : IHandler<RequestEndorsementInput, Endorsement>
{
    public async Task<Endorsement> Handle(RequestEndorsementInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandLead(application);
        Refuse.When(input.Email is { } email && !EmailAddress.IsOne(email), new PersonEmailInvalid { Path = ["email"] });
        Refuse.When(input.Email is not null && !notifier.CanSend, new EmailUnavailable { Path = ["email"] });
        Refuse.When(input.Email is { } given && await db.IsWritersAddressAsync(application, given, ct), new EndorsementByWriter { Path = ["email"] });
        var person = input.PersonId is { } id ? await finder.FindAsync<Person>(id, ct, "personId") : null;
        Refuse.When(person is not null && application.WriterIds.Contains(person.Id), new EndorsementByWriter { Path = ["personId"] });
        var endorsement = await AskAsync(application, new(input.Organisation, person?.Id, input.Email), ct);
        await TellAsync(application, endorsement, ct);
        return endorsement;
    }

    private async Task<Endorsement> AskAsync(Application application, EndorsementAddressee addressee, CancellationToken ct)
    {
        var known = (await db.Set<Endorsement>().Where(e => e.ApplicationId == application.Id).ToListAsync(ct)).Find(e => e.IsOf(addressee.Organisation));
        if (known is null)
        {
            db.Add(known = new Endorsement(application, addressee, clock.Now));
            await trail.SaveAsync(ct); // its link needs its key
            return known;
        }
        var call = await db.Set<Call>().SingleAsync(c => c.Id == application.CallId, ct);
        known.AskAgain(application, addressee, await db.CountsAsync(call, application, known, ct), clock.Now);
        await links.RevokeAsync(LinkPurpose.Endorsement, [known.Id], ct);
        return known;
    }

    private async Task TellAsync(Application application, Endorsement endorsement, CancellationToken ct)
    {
        var key = $"endorsement:{endorsement.Id}:{endorsement.AskedAt.ToUnixTimeMilliseconds()}";
        var (title, applicant) = (ToldOutside.Title(application), ToldOutside.Applicant(application));
        var subject = new Text($"Tillstyrkan önskas: {title.Sv}", $"Endorsement asked for: {title.En}");
        var body = new Text(
            $"{applicant.Sv} ansöker om medel för \"{title.Sv}\" med {endorsement.Organisation} som part, och ber om din tillstyrkan.",
            $"{applicant.En} applies for money for \"{title.En}\" with {endorsement.Organisation} as a partner, and asks for your endorsement.");
        if (endorsement.PersonId is { } person) await notifier.TellAsync(key, [person], application.Id, subject, body, ct);
        if (endorsement.Address is { } address) await notifier.SendLinkAsync(key, address, application.Id, subject, body, new(LinkPurpose.Endorsement, endorsement.Id), ct);
    }
}
