using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;
using Fond.Features.Registry.Matters;

namespace Fond.Features.Consultations;

internal sealed record SendConsultationInput : EditInput
{
    /// <summary>Which draft.</summary>
    [GraphQL.Id]
    public required string ConsultationId { get; init; }
}

internal sealed class SendConsultation(ConsultationDrafts drafts, Clock clock, Notifier notifier, Enclosures enclosures, MatterRegistry matters, ConsultationRecords records, ConsultationNews news, ConsultationCourse course) : IHandler<SendConsultationInput, Consultation>
{
    public async Task<Consultation> Handle(SendConsultationInput input, CancellationToken ct)
    {
        var consultation = await drafts.OwnAsync(input.ConsultationId, input.ExpectedVersion, ct);
        consultation.Send(clock.Now, clock.Today, await drafts.IsOfOtherCaseAsync(consultation, ct), (await matters.OfAsync(consultation, ct))?.ClosedOn is not null, await enclosures.OfAsync(consultation, ct));
        Refuse.When(!notifier.CanSend && consultation.Requests.Any(r => r.Address is not null), new EmailUnavailable()); // the mail server may be gone since the draft
        await records.SentAsync(consultation, ct);
        var read = await enclosures.ToldAsync(consultation, ct);
        await news.TellBodiesAsync(consultation, consultation.Requests, "sent", new(
            $"Yttrande i {consultation.CaseNumber} önskas senast {consultation.LastDay:yyyy-MM-dd}.{read.Sv}",
            $"A statement in {consultation.CaseNumber} is asked for by {consultation.LastDay:yyyy-MM-dd}.{read.En}"), ct);
        await course.BeginAsync(consultation, ct);
        return consultation;
    }
}
