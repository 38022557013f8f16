using Fond.Domain.Meetings;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

internal static class RepealedDecisions
{
    /// <summary>Those of the decisions that a court has repealed.</summary>
    public static async Task<HashSet<long>> RepealedAsync(this FondDb db, long[] decisions, CancellationToken ct)
    {
        var asked = decisions.Select(id => (long?)id).ToArray();
        var items = await db.Set<AgendaItem>().Where(i => asked.Contains(i.DecisionId)).Select(i => new { MeetingId = EF.Property<long>(i, "MeetingId"), i.DecisionId, i.Paragraph }).ToListAsync(ct);
        var meetings = items.Select(i => i.MeetingId).Distinct().ToArray();
        var reviews = await db.Set<Minutes>().Where(m => meetings.Contains(m.MeetingId)).Select(m => new { m.MeetingId, m.Reviews }).ToDictionaryAsync(m => m.MeetingId, m => m.Reviews, ct);
        return [.. items.Where(i => reviews.GetValueOrDefault(i.MeetingId, []).Any(r => r.Paragraph == i.Paragraph && r.Outcome == ReviewOutcome.Repealed)).Select(i => i.DecisionId!.Value)];
    }
}
