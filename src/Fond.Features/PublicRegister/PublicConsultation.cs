using Fond.Domain.Applications;
using Fond.Domain.Consultations;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Programmes;
using Fond.Features.Consultations;
using Fond.Features.Platform;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.PublicRegister;

/// <summary>What anybody may read of a consultation that was sent.</summary>
/// <param name="CaseNumber">The registry's number.</param>
/// <param name="Municipality">Who asks.</param>
/// <param name="Title">What was sent out for comment.</param>
/// <param name="Questions">What is asked.</param>
/// <param name="LastDay">The last day for answers, included.</param>
/// <param name="State">Sent, closed or withdrawn.</param>
/// <param name="Bodies">Who is asked, and how they stand.</param>
internal sealed record PublicConsultation(string CaseNumber, string Municipality, string Title, IReadOnlyList<string> Questions, DateOnly LastDay, ConsultationState State, IReadOnlyList<PublicStance> Bodies);

/// <summary>A body that is asked.</summary>
/// <param name="Body">Its name.</param>
/// <param name="Status">As of today.</param>
/// <param name="Stance">For or against; null while others may still answer.</param>
internal sealed record PublicStance(string Body, RequestStatus Status, Stance? Stance);

internal sealed class PublicConsultations(FondDb db, Clock clock)
{
    /// <summary>Those on a programme or a fund, and those on a case that is decided and not marked.</summary>
    public async Task<IQueryable<Consultation>> MatchingAsync(string? municipality, string? text, CancellationToken ct)
    {
        var decided = db.Set<Decision>().Where(d => d.Kind == DecisionKind.Decision);
        var waiting = db.Set<Application>().Where(a => !decided.Any(d => d.ApplicationId == a.Id));
        var consultations = db.UnmarkedConsultations().AsNoTracking().Where(c => c.State != ConsultationState.Draft && !waiting.Any(a => a.Id == c.ApplicationId));
        if (municipality is not null)
        {
            var funds = (await db.FundsOfAsync(municipality, ct)).Select(id => (long?)id).ToArray();
            var programmes = await db.Set<Programme>().Where(p => p.Municipality == municipality).Select(p => (long?)p.Id).ToArrayAsync(ct);
            consultations = consultations.Where(c => funds.Contains(c.FundId) || programmes.Contains(c.ProgrammeId));
        }

        return consultations.WithText(text, c => c.Title, c => c.CaseNumber);
    }

    /// <returns>In the same order.</returns>
    public async Task<IReadOnlyList<PublicConsultation>> OfAsync(IReadOnlyList<Consultation> consultations, CancellationToken ct)
    {
        var (bodyIds, fundIds) = (consultations.SelectMany(c => c.Requests).Select(r => r.BodyId).Distinct().ToArray(), consultations.Select(c => c.FundId).OfType<long>().Distinct().ToArray());
        var programmeIds = consultations.Select(c => c.ProgrammeId).OfType<long>().Distinct().ToArray();
        var bodies = await db.Set<Body>().Where(b => bodyIds.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, ct);
        var funds = await db.Set<Fund>().Where(f => fundIds.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Municipality, ct);
        var programmes = await db.Set<Programme>().Where(p => programmeIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Municipality, ct);
        return [.. consultations.Select(c => new PublicConsultation(c.CaseNumber, funds.GetValueOrDefault(c.FundId ?? 0) ?? programmes.GetValueOrDefault(c.ProgrammeId ?? 0) ?? "", c.Title, c.Questions, c.LastDay, c.State,
            [.. c.Requests.InOrder().Select(r => new PublicStance(bodies[r.BodyId], c.StatusOf(r, clock.Today), c.State == ConsultationState.Closed ? r.Statement?.Stance : null))]))];
    }
}
