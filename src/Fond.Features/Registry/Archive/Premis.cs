using System.Xml.Linq;

namespace Fond.Features.Registry.Archive;

/// <summary>PREMIS 3.0: each file with its checksum, that Fond exported them, and who Fond is.</summary>
internal static class Premis
{
    private static readonly XNamespace Ns = "http://www.loc.gov/premis/v3";
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    /// <param name="readme">Part of every package, so that one is never without a file.</param>
    public static XDocument Of(ArchiveCase c, ArchiveFile readme) => new(new XElement(Ns + "premis", new XAttribute(XNamespace.Xmlns + "premis", Ns), new XAttribute(XNamespace.Xmlns + "xsi", Xsi), new XAttribute("version", "3.0"),
        c.Documents.Select(d => d.File).OfType<ArchiveFile>().Append(readme).Select(f => Object(c, f)), Event(c), Agent()));

    private static XElement Object(ArchiveCase c, ArchiveFile file) => new(Ns + "object", new XAttribute(Xsi + "type", "premis:file"),
        Identifier("object", "UUID", c.IdOf(file.Path).ToString()),
        new XElement(Ns + "objectCharacteristics",
            new XElement(Ns + "fixity", new XElement(Ns + "messageDigestAlgorithm", "SHA-256"), new XElement(Ns + "messageDigest", file.Sha256), new XElement(Ns + "messageDigestOriginator", "Fond")),
            new XElement(Ns + "size", file.Size),
            new XElement(Ns + "format", new XElement(Ns + "formatDesignation", new XElement(Ns + "formatName", file.ContentType)))),
        new XElement(Ns + "originalName", Path.GetFileName(file.Path)),
        new XElement(Ns + "storage", new XElement(Ns + "contentLocation", new XElement(Ns + "contentLocationType", "URI"), new XElement(Ns + "contentLocationValue", file.Uri))));

    private static XElement Event(ArchiveCase c) => new(Ns + "event",
        Identifier("event", "UUID", c.IdOf("export").ToString()),
        new XElement(Ns + "eventType", "information package creation"),
        new XElement(Ns + "eventDateTime", Erms.Instant(c.ExportedAt)),
        new XElement(Ns + "linkingAgentIdentifier", new XElement(Ns + "linkingAgentIdentifierType", "local"), new XElement(Ns + "linkingAgentIdentifierValue", "fond")));

    private static XElement Agent() => new(Ns + "agent", Identifier("agent", "local", "fond"), new XElement(Ns + "agentName", "Fond"), new XElement(Ns + "agentType", "software"));

    private static XElement Identifier(string of, string type, string value) => new(Ns + $"{of}Identifier", new XElement(Ns + $"{of}IdentifierType", type), new XElement(Ns + $"{of}IdentifierValue", value));
}
