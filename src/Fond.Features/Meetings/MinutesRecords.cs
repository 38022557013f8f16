using Fond.Domain.Common;
using Fond.Domain.Meetings;
using Fond.Domain.Registry;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>What approved minutes leave in the registry of each case that the meeting had before it.</summary>
internal sealed class MinutesRecords(FondDb db, CaseRegistry registry)
{
    public async Task ApprovedAsync(Minutes minutes, CancellationToken ct)
    {
        var content = await MinutesContent.ReadAsync(db, minutes, ct);
        foreach (var item in content.Items)
            if (content.CaseOf(item) is { } application)
                await registry.AddAsync(application, DocumentEntry.DrawnUp(DocumentKind.MinutesExtract, $"§ {item.Paragraph}") with { Secrecy = content.MarkOf(item) }, ct, minutes);
    }

    /// <summary>Extracts that tell a decision, and entries of to whom it was sent, are marked as its entry is, also afterwards; one with a mark of its own keeps that.</summary>
    /// <param name="decision">The entry of the decision, on an idea too, or proposal, as it is marked now.</param>
    /// <param name="before">As it was marked.</param>
    /// <param name="ofCase">What holds when neither is marked.</param>
    public async Task MarkAsync(CaseDocument decision, SecrecyMark? before, SecrecyMark? ofCase, CancellationToken ct)
    {
        var items = decision.Kind == DocumentKind.IdeaDecision
            ? db.Set<AgendaItem>().Where(AgendaItem.AnswersIdea).Where(i => i.ApplicationId == decision.ApplicationId)
            : db.Set<AgendaItem>().Where(i => i.DecisionId == decision.TargetId);
        var meetings = items.Owners(typeof(Meeting));
        var minutes = db.Set<Minutes>().Where(m => meetings.Contains(m.MeetingId)).Select(m => m.Id);
        var telling = await db.Set<CaseDocument>().Where(d => d.ApplicationId == decision.ApplicationId
            && ((d.Kind == DocumentKind.MinutesExtract && minutes.Contains(d.TargetId!.Value)) || (d.Kind == DocumentKind.Dispatch && d.TargetId == decision.TargetId))).ToListAsync(ct);
        foreach (var entry in telling.Where(e => e.Secrecy is null || e.Secrecy == before || e.Secrecy == ofCase)) entry.Mark(decision.Secrecy ?? ofCase);
    }
}
