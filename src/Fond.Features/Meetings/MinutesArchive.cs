using System.Text;
using Fond.Domain.Meetings;
using Fond.Features.Applications;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>Writes minutes out, and keeps what has been approved, byte for byte.</summary>
internal sealed class MinutesArchive(FondDb db)
{
    public async Task<MinutesFiles> KeepAsync(Minutes minutes, CancellationToken ct)
    {
        var content = await MinutesContent.ReadAsync(db, minutes, ct);
        var (whole, open) = (MinutesDocument.Of(content, forEverybody: false), MinutesDocument.Of(content, forEverybody: true));
        return new(await db.KeepAsync(Html(whole), ct), await db.KeepAsync(PdfRendering.Of(whole, ct), ct), await db.KeepAsync(Html(open), ct), await db.KeepAsync(PdfRendering.Of(open, ct), ct));
    }

    /// <summary>What has been approved, or a draft as it would be now. What was kept for everybody is written anew once something in it has been marked.</summary>
    public async Task<byte[]> ReadAsync(MinutesContent content, bool asPdf, bool forEverybody, CancellationToken ct)
    {
        if (content.Minutes.Files is { } files && !(forEverybody && content.IsMarkedSinceApproval))
        {
            var sha256 = (asPdf, forEverybody) switch
            {
                (true, true) => files.PublicPdf,
                (true, false) => files.Pdf,
                (false, true) => files.PublicHtml,
                (false, false) => files.Html,
            };
            return (await db.Set<AttachmentContent>().AsNoTracking().SingleAsync(c => c.Sha256 == sha256, ct)).Bytes;
        }
        var written = MinutesDocument.Of(content, forEverybody);
        return asPdf ? PdfRendering.Of(written, ct) : Html(written);
    }

    /// <summary>As a file: what approved minutes say of one case.</summary>
    public async Task<byte[]> ExtractAsync(long minutesId, long applicationId, CancellationToken ct)
    {
        var content = await MinutesContent.ReadAsync(db, await db.Set<Minutes>().AsNoTracking().SingleAsync(m => m.Id == minutesId, ct), ct);
        return PdfRendering.Of(MinutesDocument.ExtractOf(content, content.Items.Single(i => i.ApplicationId == applicationId)), ct);
    }

    private static byte[] Html(Document document) => Encoding.UTF8.GetBytes(HtmlRendering.Of(document));
}
