using System.Globalization;
using Fond.Domain.Common;

namespace Fond.Domain.Applications;

/// <summary>A file as it was taken in.</summary>
/// <param name="Name">The last part of its path, made safe, with an ending of its content type.</param>
/// <param name="ContentType">By content, whatever the name says.</param>
/// <param name="Size">Bytes.</param>
public sealed record UploadedFile(string Name, string ContentType, long Size, string Sha256)
{
    /// <summary>20 MB.</summary>
    public const long LargestBytes = 20 * 1024 * 1024;

    /// <summary>Characters.</summary>
    public const int LongestName = 150;

    /// <exception cref="RefusedException">When it is empty, too large or of a kind that is not taken in.</exception>
    public static UploadedFile Of(string name, byte[] content, string sha256)
    {
        Refuse.When(content.Length == 0, new AttachmentEmpty());
        Refuse.When(content.Length > LargestBytes, new AttachmentTooLarge());
        var type = FileKind.Recognise(content);
        Refuse.When(type is null, new AttachmentTypeNotAllowed());
        return new(SafeName(name, type!), type!, content.Length, sha256);
    }

    /// <summary>The last part of the path, without what a file system, a header or XML could take amiss, and with the ending of what it is: <c>faktura.bat</c> is kept as <c>faktura.bat.txt</c>.</summary>
    private static string SafeName(string name, string type)
    {
        var last = name.Split('/', '\\')[^1];
        var safe = new string([.. last.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format && !"<>:\"|?*;\uFFFE\uFFFF".Contains(c, StringComparison.Ordinal))]).Trim(' ', '.');
        if (safe.Length == 0) safe = "bilaga";
        if (!FileKind.EndsAs(safe, type)) safe += FileKind.EndingOf(type);
        return safe.Length <= LongestName ? safe : char.IsLowSurrogate(safe[^LongestName]) ? safe[^(LongestName - 1)..] : safe[^LongestName..];
    }
}
