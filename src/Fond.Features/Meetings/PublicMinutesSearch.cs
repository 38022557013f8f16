using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>What somebody looks for in announced minutes; null: whatever.</summary>
/// <param name="Text">Part of a paragraph's title.</param>
internal sealed record PublicMinutesSearch(string? Municipality = null, string? Text = null, long? BodyId = null)
{
    /// <summary>By the titles that everybody may read: one under a mark is not looked at, so that searching tells nothing that reading does not.</summary>
    public async Task<IQueryable<Minutes>> InAsync(FondDb db, CancellationToken ct)
    {
        var minutes = db.Set<Minutes>().AsNoTracking().Where(PublicMinutes.IsOpen);
        if (BodyId is { } body) minutes = minutes.Where(m => m.BodyId == body);
        if (Municipality is { } municipality)
        {
            var bodies = await db.Set<Body>().Where(b => b.Municipality == municipality).Select(b => b.Id).ToArrayAsync(ct);
            minutes = minutes.Where(m => bodies.Contains(m.BodyId));
        }

        if (string.IsNullOrWhiteSpace(Text)) return minutes;
        var (cases, decisions) = (db.NamelessCases(), db.MarkedEntries(DocumentKind.Decision, DocumentKind.Proposal));
        var meetings = db.Set<AgendaItem>().Where(i => !cases.Any(a => a.Id == i.ApplicationId) && !decisions.Any(d => d.TargetId == i.DecisionId)).WithText(Text, i => i.Title).Owners(typeof(Meeting));
        return minutes.Where(m => meetings.Contains(m.MeetingId));
    }
}
