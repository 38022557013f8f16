using Fond.Domain.Consultations;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Consultations;

internal sealed record WithdrawConsultationInput : EditInput
{
    /// <summary>Which one, by its id.</summary>
    [GraphQL.Id]
    public required string ConsultationId { get; init; }

    /// <summary>Why; those who were asked are told.</summary>
    public required string Reason { get; init; }
}

internal sealed class WithdrawConsultation(ConsultationDrafts drafts, Clock clock, ConsultationRecords records, ConsultationNews news, ConsultationCourse course) : IHandler<WithdrawConsultationInput, Consultation>
{
    public async Task<Consultation> Handle(WithdrawConsultationInput input, CancellationToken ct)
    {
        var consultation = await drafts.OwnAsync(input.ConsultationId, input.ExpectedVersion, ct);
        consultation.Withdraw(input.Reason, clock.Now);
        await records.WithdrawnAsync(consultation, ct);
        var reason = await news.ReasonAsync(consultation, consultation.WithdrawnBecause!, ct, inbox: true);
        await news.TellBodiesAsync(consultation, consultation.Requests, "withdrawn", new(
            $"Remissen {consultation.CaseNumber} är återkallad och ska inte besvaras{reason.Sv}", $"The consultation {consultation.CaseNumber} has been withdrawn and is not to be answered{reason.En}"), ct);
        await course.AbandonAsync(consultation, ct);
        return consultation;
    }
}
