using Fond.Domain.Consultations;
using Fond.Domain.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Consultations;

internal sealed record RequestExtensionInput : EditInput
{
    /// <summary>Which one, by its id.</summary>
    [GraphQL.Id]
    public required string ConsultationId { get; init; }

    /// <summary>The body that needs more time; the caller sits in it.</summary>
    [GraphQL.Id]
    public required string BodyId { get; init; }

    /// <summary>The last day that is asked for.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

internal sealed class RequestExtension(Finder finder, ReferralSeats seats, ActorContext context, TimeRequests requests) : IHandler<RequestExtensionInput, Consultation>
{
    public async Task<Consultation> Handle(RequestExtensionInput input, CancellationToken ct)
    {
        var consultation = await finder.FindAsync<Consultation>(input.ConsultationId, input.ExpectedVersion, ct, "consultationId");
        var body = await seats.DemandAsync(consultation, input.BodyId, ct);
        await requests.AskAsync(consultation, body, input.LastDay, input.Reason, context.Actor.Id, ct);
        return consultation;
    }
}

/// <summary>A body's wish for more time, however it came.</summary>
internal sealed class TimeRequests(Clock clock, ConsultationNews news)
{
    /// <param name="by">Null: somebody who came by the body's own link.</param>
    public async Task AskAsync(Consultation consultation, Body body, DateOnly lastDay, string reason, long? by, CancellationToken ct)
    {
        consultation.AskForTime(body.Id, new(lastDay, reason, by, clock.Now), clock.Today);
        var why = await news.ReasonAsync(consultation, reason, ct);
        await news.TellOfficersAsync(consultation, $"time:{body.Id}:{lastDay:yyyyMMdd}:{clock.Today:yyyyMMdd}", new(
            $"{body.Name} ber om tid till och med {lastDay:yyyy-MM-dd} i {consultation.CaseNumber}{why.Sv}",
            $"{body.Name} asks for time until the end of {lastDay:yyyy-MM-dd} in {consultation.CaseNumber}{why.En}"), ct);
    }
}
