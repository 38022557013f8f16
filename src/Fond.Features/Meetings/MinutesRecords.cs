using Fond.Domain.Applications;
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
        var meeting = await db.Set<Meeting>().SingleAsync(m => m.Id == minutes.MeetingId, ct);
        var about = meeting.Items.Select(i => i.ApplicationId).OfType<long>().ToArray();
        var cases = await db.Set<Application>().Where(a => about.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        foreach (var item in meeting.Items.Where(i => i.ApplicationId is not null).OrderBy(i => i.Paragraph))
        {
            var application = cases[item.ApplicationId!.Value];
            await registry.AddAsync(application, DocumentEntry.DrawnUp(DocumentKind.MinutesExtract, $"§ {item.Paragraph}") with { Secrecy = application.Secrecy }, ct, minutes);
        }
    }
}
