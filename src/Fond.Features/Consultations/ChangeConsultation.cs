using Fond.Domain.Consultations;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Consultations;

internal sealed record ChangeConsultationInput : ConsultationInput
{
    /// <summary>Which draft.</summary>
    [GraphQL.Id]
    public required string ConsultationId { get; init; }
}

internal sealed class ChangeConsultation(ConsultationDrafts drafts) : IHandler<ChangeConsultationInput, Consultation>
{
    public async Task<Consultation> Handle(ChangeConsultationInput input, CancellationToken ct)
    {
        var consultation = await drafts.OwnAsync(input.ConsultationId, input.ExpectedVersion, ct);
        consultation.Change(await drafts.ReadAsync(input, ct));
        return consultation;
    }
}
