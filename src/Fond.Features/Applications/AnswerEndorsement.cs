using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

internal sealed record AnswerEndorsementInput : EditInput
{
    /// <summary>Which one; the caller is who was asked.</summary>
    [GraphQL.Id]
    public required string EndorsementId { get; init; }

    /// <summary>Whether the manager endorses the application.</summary>
    public required bool Endorses { get; init; }

    /// <summary>The manager's office.</summary>
    public required string Office { get; init; }

    /// <summary>Whether the partner means to go on with the method if it proves good.</summary>
    public bool WillImplement { get; init; }

    /// <summary>What the manager wants to say besides.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The endorsement's <c>textSha256</c> as the manager read it: what has been changed since is not endorsed.</summary>
    public required string TextSha256 { get; init; }
}

internal sealed class AnswerEndorsement(Finder finder, ActorContext context, EndorsementDesk desk) : IHandler<AnswerEndorsementInput, Endorsement>
{
    public async Task<Endorsement> Handle(AnswerEndorsementInput input, CancellationToken ct)
    {
        var endorsement = await finder.FindAsync<Endorsement>(input.EndorsementId, input.ExpectedVersion, ct, "endorsementId");
        if (endorsement.PersonId != context.Actor.Id) throw new ForbiddenException();
        await desk.TakeAsync(endorsement, new(input.Endorses, input.Office, input.WillImplement, input.Comment, input.TextSha256), context.Actor.Id, ct);
        return endorsement;
    }
}

/// <summary>What the page behind a partner's link sends; it is no part of the schema.</summary>
internal sealed record AnswerEndorsementByLinkInput : MutationInput
{
    public required string Secret { get; init; }

    public required bool? Endorses { get; init; }

    public required string Office { get; init; }

    public required bool WillImplement { get; init; }

    public required string Comment { get; init; }

    public required string TextSha256 { get; init; }
}

internal sealed class AnswerEndorsementByLink(EndorsementDesk desk, ActorContext context) : IHandler<AnswerEndorsementByLinkInput, Endorsement>
{
    public async Task<Endorsement> Handle(AnswerEndorsementByLinkInput input, CancellationToken ct)
    {
        var (endorsement, _) = await desk.OpenAsync(input.Secret, ct) ?? throw new RefusedException(new NotFound(nameof(AccessLink)));
        context.Actor = Actor.ByLink(endorsement.Organisation);
        if (input.Endorses is not { } endorses) throw new RefusedException(new EndorsementStandMissing { Path = ["endorses"] });
        await desk.TakeAsync(endorsement, new(endorses, input.Office, input.WillImplement, input.Comment, input.TextSha256), givenById: null, ct);
        return endorsement;
    }
}

/// <summary>Receives what partners' managers answer, whichever way they came.</summary>
internal sealed class EndorsementDesk(FondDb db, AccessLinks links, Clock clock, CaseRegistry registry, Notifier notifier)
{
    /// <returns>Null when the link is none, or has been replaced, and when it was not answered before the case was over or the partner was left out.</returns>
    public async Task<(Endorsement Endorsement, Application Application)?> OpenAsync(string secret, CancellationToken ct)
    {
        if (await links.SubjectAsync(LinkPurpose.Endorsement, secret, ct) is not { } id) return null;
        var endorsement = await db.Set<Endorsement>().SingleAsync(e => e.Id == id, ct);
        var application = await db.Set<Application>().SingleAsync(a => a.Id == endorsement.ApplicationId, ct);
        return endorsement.Answer is not null || endorsement.IsOpenIn(application) ? (endorsement, application) : null;
    }

    public async Task TakeAsync(Endorsement endorsement, EndorsementDraft draft, long? givenById, CancellationToken ct)
    {
        var application = await db.Set<Application>().SingleAsync(a => a.Id == endorsement.ApplicationId, ct);
        Refuse.When(await db.IsByWriterAsync(endorsement, application, ct), new EndorsementByWriter());
        endorsement.Give(application, draft, givenById, clock.Now, clock.Today);
        if (application.CaseNumber is not null) await registry.AddAsync(application, endorsement, ct);
        var (sv, en) = draft.Endorses ? ("har tillstyrkt", "has endorsed") : ("har inte tillstyrkt", "has not endorsed");
        await notifier.TellAsync($"endorsement:{endorsement.Id}:answered:{clock.Now.ToUnixTimeMilliseconds()}", [application.LeadId], application.Id,
            new Text($"{endorsement.Organisation} {sv} ansökan", $"{endorsement.Organisation} {en} the application"),
            new Text($"{draft.Office} vid {endorsement.Organisation} {sv} \"{application.Current.Title}\".", $"{draft.Office} of {endorsement.Organisation} {en} \"{application.Current.Title}\"."), ct);
    }
}
