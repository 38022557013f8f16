using System.Security.Cryptography;
using System.Text;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Registry;

namespace Fond.Features.Registry.Archive;

/// <summary>A file of the package.</summary>
/// <param name="Path">Below the package's root folder.</param>
/// <param name="Bytes">Null: they lie in the database under their checksum.</param>
internal sealed record ArchiveFile(string Path, string ContentType, long Size, string Sha256, DateTimeOffset CreatedAt, byte[]? Bytes = null)
{
    /// <summary>The path as a relative URI, the one form in which all files of the package name it.</summary>
    public string Uri => string.Join('/', Path.Split('/').Select(System.Uri.EscapeDataString));

    public static ArchiveFile Of(string path, string contentType, byte[] bytes, DateTimeOffset at) => new(path, contentType, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), at, bytes);

    public static ArchiveFile Of(string path, string contentType, string text, DateTimeOffset at) => Of(path, contentType, Encoding.UTF8.GetBytes(text), at);
}

/// <param name="File">Null: the entry is all that there is, or its file has been disposed of.</param>
internal sealed record ArchiveDocument(RegistryEntry Entry, ArchiveFile? File, DateTimeOffset? DisposedAt);

/// <summary>What the case file is told by, whether an application began the case or not.</summary>
/// <param name="Counterpart">The applicant; null: there is none.</param>
/// <param name="Secrecy">Of the whole; null: not marked.</param>
/// <param name="FieldMarks">Of single fields of the application, by their names.</param>
internal sealed record CaseFile(string Number, string Title, string? Counterpart, SecrecyMark? Secrecy, IReadOnlyList<(string Field, SecrecyMark Mark)> FieldMarks, DateTimeOffset OpenedAt)
{
    public static CaseFile Of(Application application) => new(application.CaseNumber!, application.Title, application.Organisation, application.Secrecy,
        [.. application.MarkedFields(ApplicationFields.All).Select(m => (ApplicationFields.Names[m.Field].Sv, m.Secrecy))], application.SubmittedAt!.Value);

    public static CaseFile Of(Matter matter) => new(matter.CaseNumber, matter.Title, null, matter.Secrecy, [], Erms.Noon(matter.OpenedOn));
}

/// <summary>A closed case as it goes to the archive.</summary>
/// <param name="Authority">Whose case it is: the board, or the municipality.</param>
internal sealed record ArchiveCase(CaseFile File, string Municipality, string Authority, IReadOnlyList<ArchiveDocument> Documents, DateTimeOffset ClosedAt, DateTimeOffset ExportedAt)
{
    /// <summary>The package's name and its root folder.</summary>
    public string Id { get; } = $"fond-{Slug(Municipality)}-{Slug(File.Number)}";

    /// <summary>The same for the same thing at every export.</summary>
    public Guid IdOf(string thing) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id}/{thing}")).AsSpan(0, 16));

    private static string Slug(string text) => string.Concat(text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : c is 'å' or 'ä' ? 'a' : c == 'ö' ? 'o' : '-'));
}
