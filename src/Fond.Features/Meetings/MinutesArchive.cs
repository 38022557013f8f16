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
        return new(await db.KeepAsync(Html(whole), ct), await db.KeepAsync(PdfRendering.Of(whole), ct), await db.KeepAsync(Html(open), ct), await db.KeepAsync(PdfRendering.Of(open), ct));
    }

    /// <summary>What has been approved, or a draft as it would be now.</summary>
    public async Task<byte[]> ReadAsync(MinutesContent content, bool asPdf, bool forEverybody, CancellationToken ct)
    {
        if (content.Minutes.Files is { } files)
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
        var draft = MinutesDocument.Of(content, forEverybody);
        return asPdf ? PdfRendering.Of(draft) : Html(draft);
    }

    private static byte[] Html(Document document) => Encoding.UTF8.GetBytes(HtmlRendering.Of(document));
}
