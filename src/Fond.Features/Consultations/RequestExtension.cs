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

internal sealed class RequestExtension(Finder finder, ActorContext context, Clock clock, ConsultationNews news) : IHandler<RequestExtensionInput, Consultation>
{
    public async Task<Consultation> Handle(RequestExtensionInput input, CancellationToken ct)
    {
        var consultation = await finder.FindAsync<Consultation>(input.ConsultationId, input.ExpectedVersion, ct, "consultationId");
        var body = await finder.FindAsync<Body>(input.BodyId, ct, "bodyId");
        if (!body.MayAttend(context.Actor.Id, clock.Today)) throw new ForbiddenException();
        consultation.AskForTime(body.Id, new(input.LastDay, input.Reason, context.Actor.Id, clock.Now), clock.Today);
        await news.TellOfficersAsync(consultation, $"time:{body.Id}:{input.LastDay:yyyyMMdd}", new(
            $"{body.Name} ber om tid till och med {input.LastDay:yyyy-MM-dd} i {consultation.CaseNumber}: {input.Reason}",
            $"{body.Name} asks for time until the end of {input.LastDay:yyyy-MM-dd} in {consultation.CaseNumber}: {input.Reason}"), ct);
        return consultation;
    }
}
