using Fond.Domain.Consultations;
using Fond.Domain.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Consultations;

internal sealed record DeclineExtensionInput : EditInput
{
    /// <summary>Which one, by its id.</summary>
    [GraphQL.Id]
    public required string ConsultationId { get; init; }

    /// <summary>The body that has asked for more time.</summary>
    [GraphQL.Id]
    public required string BodyId { get; init; }

    /// <summary>Why not; the body is told.</summary>
    public required string Reason { get; init; }
}

internal sealed class DeclineExtension(ConsultationDrafts drafts, Finder finder, ActorContext context, Clock clock, ConsultationRecords records, ConsultationNews news) : IHandler<DeclineExtensionInput, Consultation>
{
    public async Task<Consultation> Handle(DeclineExtensionInput input, CancellationToken ct)
    {
        var consultation = await drafts.OwnAsync(input.ConsultationId, input.ExpectedVersion, ct);
        var body = await finder.FindAsync<Body>(input.BodyId, ct, "bodyId");
        consultation.DeclineTime(body.Id, new(input.Reason, context.Actor.Id, clock.Now));
        var request = consultation.Requests.Single(r => r.BodyId == body.Id);
        var (wanted, lastDay) = (request.Wanted!, consultation.LastDayOf(request));
        await records.DeclinedAsync(consultation, request, ct);
        var reason = await news.ReasonAsync(consultation, wanted.Declined!.Reason, ct);
        await news.TellBodiesAsync(consultation, [request], $"time-declined:{wanted.AskedAt:yyyyMMddHHmmss}", new(
            $"Begäran om tid till och med {wanted.Until:yyyy-MM-dd} i {consultation.CaseNumber} är avslagen. Sista dagen är fortfarande {lastDay:yyyy-MM-dd}{reason.Sv}",
            $"The time until the end of {wanted.Until:yyyy-MM-dd} that was asked for in {consultation.CaseNumber} is not given. The last day is still {lastDay:yyyy-MM-dd}{reason.En}"), ct);
        return consultation;
    }
}
