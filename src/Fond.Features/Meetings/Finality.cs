using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Domain.Meetings;
using Fond.Domain.Projects;
using Fond.Features.Platform;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>Where the fund's rules say so, nothing is agreed and nothing paid before the decision is final and binding; and never when a court has repealed it.</summary>
internal sealed class Finality(FondDb db, Clock clock)
{
    /// <exception cref="RefusedException"><see cref="DecisionNotFinal"/>.</exception>
    public async Task DemandAsync(Project project, CancellationToken ct)
    {
        var decisions = db.Set<Decision>().Where(d => d.ApplicationId == project.ApplicationId && d.Kind == DecisionKind.Decision).Select(d => (long?)d.Id);
        var item = await db.Set<AgendaItem>().AsNoTracking().SingleOrDefaultAsync(i => decisions.Contains(i.DecisionId), ct);
        var meetings = db.Set<AgendaItem>().Where(i => decisions.Contains(i.DecisionId)).Owners(typeof(Meeting));
        var minutes = await db.Set<Minutes>().SingleOrDefaultAsync(m => meetings.Contains(m.MeetingId), ct);
        var review = item?.Paragraph is { } paragraph ? minutes?.HeldUpBy(clock.Today, paragraph) : null;
        Refuse.When(review?.Outcome == ReviewOutcome.Repealed, new DecisionRepealed(review?.CourtCase ?? "")); // there is nothing to carry out, whatever the rules say
        var fund = await db.Set<Fund>().SingleAsync(f => f.Id == project.FundId, ct);
        var call = await db.Set<Call>().SingleAsync(c => db.Set<Domain.Applications.Application>().Any(a => a.Id == project.ApplicationId && a.CallId == c.Id), ct);
        if (!fund.LimitsOf(call).AwaitsFinality) return;
        Refuse.When(review is not null, new DecisionUnderReview(review?.CourtCase ?? ""));
        Refuse.When(minutes?.IsFinalOn(clock.Today) != true, new DecisionNotFinal(minutes?.FinalOn));
    }
}

public sealed record DecisionUnderReview(string CourtCase) : Refusal("DECISION_UNDER_REVIEW", new(
    $"Domstolen prövar om beslutet är lagligt ({CourtCase}). Fondens regler kräver att det har vunnit laga kraft.",
    $"The court reviews whether the decision is lawful ({CourtCase}). The fund's rules demand that it is final and binding."));

public sealed record DecisionRepealed(string CourtCase) : Refusal("DECISION_REPEALED", new(
    $"Domstolen har upphävt beslutet ({CourtCase}).", $"The court has repealed the decision ({CourtCase})."));

public sealed record DecisionNotFinal(DateOnly? FinalOn) : Refusal("DECISION_NOT_FINAL", new(
    FinalOn is { } day ? $"Beslutet vinner laga kraft {day:yyyy-MM-dd}, om ingen begär laglighetsprövning. Fondens regler kräver att det har vunnit laga kraft."
        : "Fondens regler kräver att beslutet har vunnit laga kraft. Det är inte fattat vid ett sammanträde vars protokoll är justerat och anslaget.",
    FinalOn is { } date ? $"The decision becomes final and binding on {date:yyyy-MM-dd}, unless somebody asks for a legality review. The fund's rules demand that it is."
        : "The fund's rules demand that the decision is final and binding. It was not made at a meeting whose minutes have been approved and announced."));
