using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Governance;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

/// <summary>What the page behind a body's link sends; it is no part of the schema.</summary>
internal sealed record AnswerByLinkInput : MutationInput
{
    public required string Secret { get; init; }

    public required Stance? Stance { get; init; }

    public required IReadOnlyList<string> Answers { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<SentFile> Files { get; init; }
}

internal sealed class AnswerByLink(ReferralLinks links, ActorContext context, Clock clock, StatementFiles files, ConsultationRecords records, ConsultationCourse course) : IHandler<AnswerByLinkInput, Consultation>
{
    public async Task<Consultation> Handle(AnswerByLinkInput input, CancellationToken ct)
    {
        var (consultation, body) = await links.OpenAsync(input.Secret, ct) ?? throw new RefusedException(new NotFound(nameof(AccessLink)));
        context.Actor = Actor.ByLink(body.Name);
        if (input.Stance is not { } stance) throw new RefusedException(new ConsultationStanceMissing { Path = ["stance"] });
        foreach (var file in input.Files) await files.AddAsync(consultation, body.Id, file, ct);
        consultation.Answer(body.Id, new(stance, input.Answers, input.Text), givenById: null, clock.Now, clock.Today);
        await records.AnsweredAsync(consultation, body, ct);
        await course.GoOnAsync(consultation, ct);
        return consultation;
    }
}

/// <summary>What a body's link leads to.</summary>
internal sealed class ReferralLinks(FondDb db, AccessLinks links, SecretReadings readings, ActorContext context)
{
    /// <returns>Null when the link is none, has been replaced, or its consultation has ended.</returns>
    public async Task<(Consultation Consultation, Body Body)?> OpenAsync(string secret, CancellationToken ct)
    {
        if (await links.SubjectAsync(LinkPurpose.Statement, secret, ct) is not { } requestId) return null;
        var bodyId = await db.Set<ReferralRequest>().Where(r => r.Id == requestId).Select(r => r.BodyId).SingleAsync(ct);
        var owner = db.Set<ReferralRequest>().Where(r => r.Id == requestId).Owners(typeof(Consultation));
        var consultation = await db.Set<Consultation>().SingleOrDefaultAsync(c => owner.Contains(c.Id), ct);
        if (consultation is not { State: ConsultationState.Sent }) return null;
        return (consultation, await db.Set<Body>().SingleAsync(b => b.Id == bodyId, ct));
    }

    /// <summary>Whoever opens the link reads in the body's name, whoever they are signed in as; the trail has it before the page is given out.</summary>
    public async Task NoteReadingAsync(Consultation consultation, Body body, CancellationToken ct)
    {
        context.Actor = Actor.ByLink(body.Name);
        readings.Note(consultation, await db.MarkOfTargetAsync(consultation.ApplicationId, consultation.Id, ct, DocumentKind.Consultation));
        if (consultation.ApplicationId is { } id) readings.NoteFields(consultation, (await db.AllMarksAsync([id], ct))[id], ApplicationFields.Name); // its title may be the case's
        await readings.WriteAsync(ct);
    }
}
