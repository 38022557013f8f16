using System.Reflection;
using System.Xml.Linq;

namespace Fond.Features.Registry.Archive;

/// <summary>What the package holds, by E-ARK CSIP and SIP 2.1.0 (FGS Paketstruktur 2.0); ids in parentheses are those of its requirements.</summary>
internal static class Mets
{
    public const string Profile = "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml";

    public const string ContentType = "citserms_v2_1";

    private static readonly XNamespace Ns = "http://www.loc.gov/METS/";
    private static readonly XNamespace Csip = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS";
    private static readonly XNamespace Xlink = "http://www.w3.org/1999/xlink";

    public static XDocument Of(ArchiveCase c, ArchiveFile erms, ArchiveFile premis, ArchiveFile readme, IReadOnlyList<ArchiveFile> schemas) => new(new XElement(Ns + "mets",
        new XAttribute(XNamespace.Xmlns + "mets", Ns), new XAttribute(XNamespace.Xmlns + "csip", Csip), new XAttribute(XNamespace.Xmlns + "xlink", Xlink),
        new XAttribute("OBJID", c.Id), new XAttribute("LABEL", c.File.Number), new XAttribute("TYPE", "Mixed"), new XAttribute(Csip + "CONTENTINFORMATIONTYPE", ContentType), new XAttribute("PROFILE", Profile),
        Header(c),
        new XElement(Ns + "dmdSec", Id("dmd-erms"), new XAttribute("CREATED", Erms.Instant(c.ExportedAt)), new XAttribute("STATUS", "CURRENT"), Reference(erms, "OTHER", "ERMS")),
        new XElement(Ns + "amdSec", new XElement(Ns + "digiprovMD", Id("amd-premis"), new XAttribute("CREATED", Erms.Instant(c.ExportedAt)), new XAttribute("STATUS", "CURRENT"), Reference(premis, "PREMIS", null))),
        new XElement(Ns + "fileSec", Id("files"),
            Group("group-documentation", "Documentation", [readme], null),
            Group("group-schemas", "Schemas", schemas, null),
            Group("group-representations", "Representations/rep1/data", [.. c.Documents.Select(d => d.File).OfType<ArchiveFile>()], ContentType)),
        Map(c, schemas.Count > 0)));

    private static XElement Header(ArchiveCase c) => new(Ns + "metsHdr", new XAttribute("CREATEDATE", Erms.Instant(c.ExportedAt)), new XAttribute("LASTMODDATE", Erms.Instant(c.ExportedAt)), new XAttribute("RECORDSTATUS", "NEW"), new XAttribute(Csip + "OAISPACKAGETYPE", "SIP"),
        new XElement(Ns + "agent", new XAttribute("ROLE", "CREATOR"), new XAttribute("TYPE", "OTHER"), new XAttribute("OTHERTYPE", "SOFTWARE"), new XElement(Ns + "name", "Fond"),
            new XElement(Ns + "note", new XAttribute(Csip + "NOTETYPE", "SOFTWARE VERSION"), typeof(Mets).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion)),
        Organisation("ARCHIVIST", c.Authority), Organisation("CREATOR", c.Authority));

    private static XElement Organisation(string role, string name) => new(Ns + "agent", new XAttribute("ROLE", role), new XAttribute("TYPE", "ORGANIZATION"), new XElement(Ns + "name", name));

    private static XElement Reference(ArchiveFile file, string type, string? otherType) => new(Ns + "mdRef", Location(file),
        new XAttribute("MDTYPE", type), otherType is null ? null : new XAttribute("OTHERMDTYPE", otherType), Facts(file));

    private static XElement? Group(string id, string use, IReadOnlyList<ArchiveFile> files, string? contentType) => files.Count == 0 ? null : new(Ns + "fileGrp", Id(id), new XAttribute("USE", use),
        contentType is null ? null : new XAttribute(Csip + "CONTENTINFORMATIONTYPE", contentType),
        files.Select((file, i) => new XElement(Ns + "file", Id($"{id}-{i + 1}"), Facts(file), new XElement(Ns + "FLocat", Location(file)))));

    private static XElement Map(ArchiveCase c, bool hasSchemas) => new(Ns + "structMap", Id("map"), new XAttribute("TYPE", "PHYSICAL"), new XAttribute("LABEL", "CSIP"),
        new XElement(Ns + "div", Id("div-package"), new XAttribute("LABEL", c.Id),
            new XElement(Ns + "div", Id("div-metadata"), new XAttribute("LABEL", "Metadata"), new XAttribute("ADMID", "amd-premis"), new XAttribute("DMDID", "dmd-erms")),
            Division("div-documentation", "Documentation", "group-documentation"),
            hasSchemas ? Division("div-schemas", "Schemas", "group-schemas") : null,
            c.Documents.Any(d => d.File is not null) ? Division("div-representations", "Representations", "group-representations") : null));

    private static XElement Division(string id, string label, string group) => new(Ns + "div", Id(id), new XAttribute("LABEL", label), new XElement(Ns + "fptr", new XAttribute("FILEID", group)));

    private static IEnumerable<XAttribute> Location(ArchiveFile file) => [new("LOCTYPE", "URL"), new(Xlink + "type", "simple"), new(Xlink + "href", file.Uri)];

    private static IEnumerable<XAttribute> Facts(ArchiveFile file) =>
        [new("MIMETYPE", file.ContentType), new("SIZE", file.Size), new("CREATED", Erms.Instant(file.CreatedAt)), new("CHECKSUM", file.Sha256), new("CHECKSUMTYPE", "SHA-256")];

    private static XAttribute Id(string id) => new("ID", id);
}
