using System.IO.Compression;
using System.Text;

namespace Fond.Domain.Applications;

/// <summary>Tells files by what they hold, never by their names.</summary>
public static class FileKind
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The content type; null for what is not allowed.</returns>
    public static string? Recognise(byte[] content)
    {
        var head = content.AsSpan();
        if (head.StartsWith("%PDF-"u8)) return "application/pdf";
        if (head.StartsWith(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A })) return "image/png";
        if (head.StartsWith(new byte[] { 0xFF, 0xD8, 0xFF })) return "image/jpeg";
        if (head.StartsWith("PK\x03\x04"u8)) return RecogniseZip(content);
        return IsText(content) ? "text/plain" : null;
    }

    private static string? RecogniseZip(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return null; // no macros
            if (zip.GetEntry("word/document.xml") is not null) return Word;
            if (zip.GetEntry("xl/workbook.xml") is not null) return Excel;
            return zip.GetEntry("mimetype") is { Length: < 100 } entry ? OpenDocument(entry) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string? OpenDocument(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        var type = reader.ReadToEnd();
        return type is "application/vnd.oasis.opendocument.text" or "application/vnd.oasis.opendocument.spreadsheet" ? type : null;
    }

    /// <summary>UTF-8 without control characters, and not a page or script that a browser would run.</summary>
    private static bool IsText(byte[] content)
    {
        try
        {
            var text = StrictUtf8.GetString(content);
            return !text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) && !text.TrimStart('\uFEFF', ' ', '\n', '\r', '\t').StartsWith('<');
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
