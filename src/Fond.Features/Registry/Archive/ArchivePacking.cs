using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Fond.Features.Applications;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry.Archive;

/// <summary>Writes a package and sends it.</summary>
internal sealed class ArchivePacking(ArchiveSchemas schemas, FondDb db, SecretReadings readings)
{
    public async Task<IResult> SendAsync(ArchiveCase archived, CancellationToken ct)
    {
        foreach (var document in archived.Documents) readings.Note(document.Entry, document.Entry.Secrecy);
        await readings.WriteAsync(ct);
        return Results.Stream(await PackedAsync(archived, ct), "application/zip", archived.Id + ".zip");
    }

    /// <summary>Through a file that goes away when it has been sent, so that a fault is told before the first byte leaves.</summary>
    private async Task<Stream> PackedAsync(ArchiveCase archived, CancellationToken ct)
    {
        var packed = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 65_536, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await WriteAsync(packed, archived, ct);
            packed.Position = 0;
            return packed;
        }
        catch
        {
            await packed.DisposeAsync();
            throw;
        }
    }

    /// <summary>File by file, so that no more than one is in memory.</summary>
    private async Task WriteAsync(Stream stream, ArchiveCase archived, CancellationToken ct)
    {
        var erms = Written("metadata/descriptive/ERMS.xml", Erms.Of(archived));
        var readme = ArchiveFile.Of("documentation/LÄSMIG.txt", "text/plain", ReadMe(archived), archived.ExportedAt);
        var premis = Written("metadata/preservation/premis.xml", Premis.Of(archived, readme));
        var carried = schemas.Files(archived.ExportedAt);
        var mets = Written("METS.xml", Mets.Of(archived, erms, premis, readme, carried));
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        foreach (var file in (ArchiveFile[])[mets, erms, premis, readme, .. carried, .. archived.Documents.Select(d => d.File).OfType<ArchiveFile>()])
        {
            var bytes = file.Bytes ?? (await db.Set<AttachmentContent>().AsNoTracking().SingleAsync(c => c.Sha256 == file.Sha256, ct)).Bytes;
            var entry = zip.CreateEntry($"{archived.Id}/{file.Path}");
            entry.LastWriteTime = file.CreatedAt;
            await using var written = await entry.OpenAsync(ct);
            await written.WriteAsync(bytes, ct);
        }

        ArchiveFile Written(string path, XDocument document)
        {
            schemas.Demand(path, document);
            return ArchiveFile.Of(path, "application/xml", Bytes(document), archived.ExportedAt);
        }
    }

    private static byte[] Bytes(XDocument document)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true })) document.Save(writer);
        return bytes.ToArray();
    }

    private static string ReadMe(ArchiveCase archived) => $"""
        Ärende {archived.File.Number}, {archived.Authority}

        Paketet följer E-ARK CSIP och SIP 2.1.0. Ärendets uppgifter och handlingar beskrivs i metadata/descriptive/ERMS.xml enligt E-ARK CITS ERMS 2.1.
        Handlingarna ligger i representations/rep1/data, en mapp för varje aktbilaga. Filer är som de kom in. Uppgifter som finns i Fond som fält är utskrivna som JSON i UTF-8;
        belopp anges i öre. Filernas kontrollsummor (SHA-256) finns i METS.xml och i metadata/preservation/premis.xml.
        """;
}
