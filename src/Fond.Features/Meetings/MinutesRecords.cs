using Fond.Domain.Meetings;
using Fond.Domain.Registry;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry;

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
}
