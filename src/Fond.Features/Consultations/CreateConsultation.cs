using Fond.Domain.Consultations;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Consultations;

internal sealed record CreateConsultationInput : ConsultationInput;

internal sealed class CreateConsultation(ConsultationDrafts drafts, FondDb db) : IHandler<CreateConsultationInput, Consultation>
{
    public async Task<Consultation> Handle(CreateConsultationInput input, CancellationToken ct)
    {
        var consultation = new Consultation(await drafts.ReadAsync(input, ct));
        db.Add(consultation);
        return consultation;
    }
}
