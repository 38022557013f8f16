using Fond.Domain.Applications;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>What somebody looks for in announced minutes; null: whatever.</summary>
/// <param name="Text">Part of what a paragraph says.</param>
internal sealed record PublicMinutesSearch(string? Municipality = null, string? Text = null, long? BodyId = null)
{
    /// <summary>By what everybody may read: what is under a mark is not looked at, so that searching tells nothing that reading does not.</summary>
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
        var meetings = Told(db, Text).Owners(typeof(Meeting));
        return minutes.Where(m => meetings.Contains(m.MeetingId));
    }

    /// <summary>The same parts of a paragraph as <see cref="MinutesParagraph"/> lets everybody read.</summary>
    private static IQueryable<AgendaItem> Told(FondDb db, string text)
    {
        var (closed, nameless, partly) = (db.Set<Application>().Where(a => a.Secrecy != null), db.NamelessCases(), db.Set<Application>().Where(a => a.FieldMarks.Any(m => m.LiftedAt == null)));
        var decisions = db.MarkedEntries(DocumentKind.Decision, DocumentKind.Proposal);
        var ideas = db.MarkedEntries(DocumentKind.IdeaDecision);
        var answers = db.Set<AgendaItem>().Where(AgendaItem.AnswersIdea).Where(i => ideas.Any(d => d.ApplicationId == i.ApplicationId));
        var open = db.Set<AgendaItem>().Where(i => !closed.Any(a => a.Id == i.ApplicationId) && !decisions.Any(d => d.ApplicationId == i.ApplicationId && d.TargetId == i.DecisionId) && !answers.Any(a => a.Id == i.Id));
        var named = open.Where(i => !nameless.Any(a => a.Id == i.ApplicationId)).WithText(text, i => i.Title);
        var prepared = open.Where(i => !partly.Any(a => a.Id == i.ApplicationId)).WithText(text, i => i.Matter, i => i.Proposal);
        var settled = open.Where(i => i.DecisionId != null || !partly.Any(a => a.Id == i.ApplicationId)).WithText(text, i => i.Ruling, i => i.Missing);
        return db.Set<AgendaItem>().Where(i => named.Any(n => n.Id == i.Id) || prepared.Any(p => p.Id == i.Id) || settled.Any(s => s.Id == i.Id));
    }
}
