using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

internal sealed record SendConsultationInput : EditInput
{
    /// <summary>Which draft.</summary>
    [GraphQL.Id]
    public required string ConsultationId { get; init; }
}

internal sealed class SendConsultation(ConsultationDrafts drafts, FondDb db, Clock clock, Notifier notifier) : IHandler<SendConsultationInput, Consultation>
{
    public async Task<Consultation> Handle(SendConsultationInput input, CancellationToken ct)
    {
        var consultation = await drafts.OwnAsync(input.ConsultationId, input.ExpectedVersion, ct);
        consultation.Send(clock.Now, clock.Today);
        await TellAsync(consultation, ct);
        return consultation;
    }

    private async Task TellAsync(Consultation consultation, CancellationToken ct)
    {
        var asked = consultation.Requests.Select(r => r.BodyId).ToArray();
        var bodies = await db.Set<Body>().Where(b => asked.Contains(b.Id)).ToListAsync(ct);
        var people = bodies.SelectMany(b => b.Members).Where(m => m.HoldsOn(clock.Today)).Select(m => m.PersonId).OfType<long>().ToHashSet();
        await notifier.TellAsync($"consultation:{consultation.Id}:sent", people, consultation.ApplicationId,
            new Text($"Remiss: {consultation.Title}", $"Consultation: {consultation.Title}"),
            new Text($"Yttrande i {consultation.CaseNumber} önskas senast {consultation.LastDay:yyyy-MM-dd}.", $"A statement in {consultation.CaseNumber} is asked for by {consultation.LastDay:yyyy-MM-dd}."), ct);
    }
}
