using System.IO.Compression;
using System.Text;

namespace Fond.Domain.Applications;

/// <summary>Tells files by what they hold, never by their names, and which endings names of such files have.</summary>
public static class FileKind
{
    private const string Text = "text/plain";
    private const string OpenText = "application/vnd.oasis.opendocument.text";
    private const string OpenSheet = "application/vnd.oasis.opendocument.spreadsheet";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>By content type, the first for what has another: a name's ending decides which program opens the file, and some run it.</summary>
    private static readonly Dictionary<string, string[]> Endings = new()
    {
        ["application/pdf"] = [".pdf"],
        ["image/png"] = [".png"],
        ["image/jpeg"] = [".jpg", ".jpeg"],
        [Text] = [".txt", ".csv", ".md", ".log"],
        [Word] = [".docx"],
        [Excel] = [".xlsx"],
        [OpenText] = [".odt"],
        [OpenSheet] = [".ods"],
    };

    /// <returns>Whether a name that ends so opens as what the file is.</returns>
    public static bool EndsAs(string name, string contentType) => Endings[contentType].Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <returns>What a name of such a file ends with: <c>.pdf</c>.</returns>
    public static string EndingOf(string contentType) => Endings[contentType][0];

    /// <returns>The content type; null for what is not allowed.</returns>
    public static string? Recognise(byte[] content)
    {
        var head = content.AsSpan();
        if (head.StartsWith("%PDF-"u8)) return "application/pdf";
        if (head.StartsWith(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A })) return "image/png";
        if (head.StartsWith(new byte[] { 0xFF, 0xD8, 0xFF })) return "image/jpeg";
        if (head.StartsWith("PK\x03\x04"u8)) return RecogniseZip(content);
        return IsText(content) ? Text : null;
    }

    private static string? RecogniseZip(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (zip.Entries.Any(HoldsMacros)) return null;
            if (zip.GetEntry("word/document.xml") is not null) return Word;
            if (zip.GetEntry("xl/workbook.xml") is not null) return Excel;
            return zip.GetEntry("mimetype") is { Length: < 100 } entry ? OpenDocument(entry) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>As Office keeps them, and in the folders where editors of OpenDocument do.</summary>
    private static bool HoldsMacros(ZipArchiveEntry entry) => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || entry.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || entry.FullName.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);

    private static string? OpenDocument(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        var type = reader.ReadToEnd();
        return type is OpenText or OpenSheet ? type : null;
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
