using System.Globalization;
using System.Xml.Linq;
using Fond.Domain.Common;
using Fond.Domain.Registry;

namespace Fond.Features.Registry.Archive;

/// <summary>The case in the terms of E-ARK CITS ERMS 2.1 (FGS Ärendehantering 2.0): the case file as an aggregation, each entry of its registry as a record.</summary>
internal static class Erms
{
    private static readonly XNamespace Ns = "https://DILCIS.eu/XML/ERMS";

    public static XDocument Of(ArchiveCase c) => new(new XElement(Ns + "erms", new XAttribute(XNamespace.Xmlns + "erms", Ns), Control(c), new XElement(Ns + "aggregations", CaseFile(c))));

    private static XElement Control(ArchiveCase c) => new(Ns + "control",
        new XElement(Ns + "identification", new XAttribute("identificationType", "package"), c.Id),
        new XElement(Ns + "maintenanceInformation",
            new XElement(Ns + "maintenanceStatus", new XAttribute("value", "new")),
            new XElement(Ns + "maintenanceAgency", new XElement(Ns + "agencyName", c.Authority)),
            new XElement(Ns + "maintenanceHistory", new XElement(Ns + "maintenanceEvent",
                new XElement(Ns + "eventType", new XAttribute("value", "created")),
                new XElement(Ns + "eventDateTime", Instant(c.ExportedAt)),
                Agent("creator", "Fond")))));

    private static XElement CaseFile(ArchiveCase c) => new(Ns + "aggregation", new XAttribute("systemIdentifier", c.IdOf("case")), new XAttribute("aggregationType", "caseFile"),
        new XElement(Ns + "objectId", c.File.Number),
        new XElement(Ns + "title", c.File.Title),
        new XElement(Ns + "status", new XAttribute("value", "closed")),
        Restriction(c.File.Secrecy),
        c.File.FieldMarks.Select(m => Restriction(m.Mark, $", fältet {m.Field}")),
        new XElement(Ns + "agents", Agent("owner", c.Authority), c.File.Counterpart is { } other ? Agent("counterpart", other) : null),
        Dates(("opened", c.File.OpenedAt), ("closed", c.ClosedAt)),
        c.Documents.Select(d => Record(c, d)));

    private static XElement Record(ArchiveCase c, ArchiveDocument d) => new(Ns + "record",
        new XAttribute("systemIdentifier", c.IdOf($"document {d.Entry.Number}")), new XAttribute("recordType", d.Entry.Kind.Title().Sv),
        new XElement(Ns + "objectId", $"{c.File.Number}:{d.Entry.Number}"),
        new XElement(Ns + "title", d.Entry.Subject),
        d.Entry.Direction == DocumentDirection.Incoming ? new XElement(Ns + "status", new XAttribute("value", "received")) : null,
        new XElement(Ns + "runningNumber", d.Entry.Number),
        d.Entry.Corrects is { } corrected ? new XElement(Ns + "relation", new XAttribute("relationType", "reference"), $"{c.File.Number}:{corrected}") : null,
        Restriction(d.Entry.Secrecy),
        Disposal(d.DisposedAt),
        Direction(d.Entry.Direction),
        d.Entry.Correspondent is { } other ? new XElement(Ns + "agents", Agent(d.Entry.Direction == DocumentDirection.Incoming ? "sender" : "recipient", other)) : null,
        Dates((DateTypeOf(d.Entry.Direction), Noon(d.Entry.On)), ("captured", d.Entry.RegisteredAt)),
        d.File is { } file ? new XElement(Ns + "additionalInformation", new XElement(Ns + "appendix", new XAttribute("name", Path.GetFileName(file.Path)), new XAttribute("fileFormat", file.ContentType), new XAttribute("path", "file:///" + file.Uri))) : null);

    /// <param name="part">Of which part of what it restricts.</param>
    private static XElement? Restriction(SecrecyMark? mark, string part = "") => mark is null ? null : new(Ns + "restriction", new XAttribute("restrictionType", "confidential"),
        new XElement(Ns + "explanatoryText", $"Sekretessmarkering{part}: en påminnelse, ingen prövning"), new XElement(Ns + "regulation", mark.Ground), Dates(("start", mark.MarkedAt)));

    private static XElement? Disposal(DateTimeOffset? at) => at is not { } day ? null : new(Ns + "disposal", new XAttribute("disposable", true),
        new XElement(Ns + "dates", new XElement(Ns + "disposalDate", new XAttribute("dateType", "disposal_date"), Instant(day))));

    private static XElement Direction(DocumentDirection direction) => direction switch
    {
        DocumentDirection.Incoming => new(Ns + "direction", new XAttribute("directionDefinition", "incoming")),
        DocumentDirection.Outgoing => new(Ns + "direction", new XAttribute("directionDefinition", "outgoing")),
        DocumentDirection.DrawnUp => new(Ns + "direction", new XAttribute("directionDefinition", "other"), new XAttribute("otherDirectionDefinition", "upprättad")),
        _ => throw new ArgumentOutOfRangeException(nameof(direction)),
    };

    private static string DateTypeOf(DocumentDirection direction) => direction switch
    {
        DocumentDirection.Incoming => "received",
        DocumentDirection.Outgoing => "sent",
        DocumentDirection.DrawnUp => "created",
        _ => throw new ArgumentOutOfRangeException(nameof(direction)),
    };

    private static XElement Agent(string type, string name) => new(Ns + "agent", new XAttribute("agentType", type), new XElement(Ns + "name", name));

    private static XElement Dates(params (string Type, DateTimeOffset At)[] dates) => new(Ns + "dates", dates.Select(d => new XElement(Ns + "date", new XAttribute("dateType", d.Type), Instant(d.At))));

    /// <summary>ERMS knows instants alone: a day stands as its noon in UTC, which is the same day in Sweden.</summary>
    internal static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);

    internal static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
