using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

internal sealed record ExtendConsultationInput : EditInput
{
    /// <summary>Which one, by its id.</summary>
    [GraphQL.Id]
    public required string ConsultationId { get; init; }

    /// <summary>The body that is given more time; left out: all that have not answered.</summary>
    [GraphQL.Id]
    public string? BodyId { get; init; }

    /// <summary>The new last day, included.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

internal sealed class ExtendConsultation(ConsultationDrafts drafts, Finder finder, FondDb db, ActorContext context, Clock clock, ConsultationRecords records, ConsultationNews news, ConsultationCourse course)
    : IHandler<ExtendConsultationInput, Consultation>
{
    public async Task<Consultation> Handle(ExtendConsultationInput input, CancellationToken ct)
    {
        var consultation = await drafts.OwnAsync(input.ConsultationId, input.ExpectedVersion, ct);
        if (consultation.ApplicationId is { } about) Refuse.When((await db.Set<Application>().SingleAsync(a => a.Id == about, ct)).IsOver, new ConsultationCaseOver());
        var body = input.BodyId is { } id ? await finder.FindAsync<Body>(id, ct, "bodyId") : null;
        var again = consultation.Extend(new(body?.Id, input.LastDay, input.Reason, context.Actor.Id, clock.Now), clock.Today);
        var given = consultation.Requests.Where(r => r.Statement is null && (body is null || r.BodyId == body.Id)).ToList();
        foreach (var lastDay in given.GroupBy(consultation.LastDayOf))
        {
            await records.ExtendedAsync(consultation, lastDay, lastDay.Key, ct);
            await news.TellBodiesAsync(consultation, lastDay, $"extended:{consultation.Extensions.Count}:{lastDay.Key:yyyyMMdd}", new(
                $"Svarstiden i {consultation.CaseNumber} är förlängd. Sista dagen är {lastDay.Key:yyyy-MM-dd}; den slutar vid midnatt.",
                $"The time to answer in {consultation.CaseNumber} has been extended. The last day is {lastDay.Key:yyyy-MM-dd}; it ends at midnight."), ct);
        }

        if (again) await course.BeginAsync(consultation, ct);
        else await course.GoOnAsync(consultation, ct);
        return consultation;
    }
}

public sealed record ConsultationCaseOver() : Refusal("CONSULTATION_CASE_OVER", new(
    "Ärendet är avslutat och väntar inte på fler svar.", "The case is over and waits for no more answers."));
