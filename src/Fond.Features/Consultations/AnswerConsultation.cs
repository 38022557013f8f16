using Fond.Domain.Consultations;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Consultations;

internal sealed record AnswerConsultationInput : EditInput
{
    /// <summary>Which one, by its id.</summary>
    [GraphQL.Id]
    public required string ConsultationId { get; init; }

    /// <summary>The body that answers; the caller sits in it.</summary>
    [GraphQL.Id]
    public required string BodyId { get; init; }

    /// <summary>For or against.</summary>
    public required Stance Stance { get; init; }

    /// <summary>One for each question, in the same order; a body that declines need give none.</summary>
    public required IReadOnlyList<string> Answers { get; init; }

    /// <summary>What the body wants to say besides.</summary>
    public string Text { get; init; } = "";
}

internal sealed class AnswerConsultation(Finder finder, ReferralSeats seats, ActorContext context, Clock clock, ConsultationRecords records, ConsultationCourse course) : IHandler<AnswerConsultationInput, Consultation>
{
    public async Task<Consultation> Handle(AnswerConsultationInput input, CancellationToken ct)
    {
        var consultation = await finder.FindAsync<Consultation>(input.ConsultationId, input.ExpectedVersion, ct, "consultationId");
        var body = await seats.DemandAsync(consultation, input.BodyId, ct);
        consultation.Answer(body.Id, new(input.Stance, input.Answers, input.Text), context.Actor.Id, clock.Now, clock.Today);
        await records.AnsweredAsync(consultation, body, ct);
        await course.GoOnAsync(consultation, ct);
        return consultation;
    }
}
