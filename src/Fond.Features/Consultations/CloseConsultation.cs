using Fond.Domain.Consultations;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Consultations;

internal sealed record CloseConsultationInput : EditInput
{
    /// <summary>Which one, by its id.</summary>
    [GraphQL.Id]
    public required string ConsultationId { get; init; }
}

internal sealed class CloseConsultation(ConsultationDrafts drafts, ConsultationCourse course) : IHandler<CloseConsultationInput, Consultation>
{
    public async Task<Consultation> Handle(CloseConsultationInput input, CancellationToken ct)
    {
        var consultation = await drafts.OwnAsync(input.ConsultationId, input.ExpectedVersion, ct);
        await course.GoOnAsync(consultation, ct); // the sweep may not have come to it yet
        await course.CloseAsync(consultation, ct);
        return consultation;
    }
}
