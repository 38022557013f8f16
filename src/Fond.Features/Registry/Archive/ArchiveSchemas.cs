using System.ComponentModel.DataAnnotations;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Fond.Domain.Common;

namespace Fond.Features.Registry.Archive;

/// <summary>Bound to <c>Archive</c>.</summary>
internal sealed class ArchiveSettings : IValidatableObject
{
    /// <summary>A folder with the schemas (<c>*.xsd</c>) of METS, PREMIS and ERMS as their owners publish them: packages carry them and are validated against them. Without it, neither.</summary>
    public string? Schemas { get; set; }

    internal IReadOnlyList<string> Files => IsConfigured ? [.. Directory.EnumerateFiles(Schemas!, "*.xsd").Order(StringComparer.Ordinal)] : [];

    private bool IsConfigured => !string.IsNullOrWhiteSpace(Schemas);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsConfigured) yield break;
        if (!Directory.Exists(Schemas)) yield return new("is no folder.", [nameof(Schemas)]);
        else if (Files.Count == 0) yield return new("has no file whose name ends with .xsd.", [nameof(Schemas)]);
        else if (FaultOf(Files) is { } fault) yield return new(fault, [nameof(Schemas)]);
    }

    private static string? FaultOf(IReadOnlyList<string> files)
    {
        try
        {
            _ = ArchiveSchemas.Compiled(files);
            return null;
        }
        catch (Exception fault) when (fault is XmlSchemaException or XmlException)
        {
            return $"does not hold together: {fault.Message}";
        }
    }
}

/// <summary>The schemas of the formats in a package, which are their owners' and which whoever runs Fond has put at its disposal.</summary>
internal sealed class ArchiveSchemas(ArchiveSettings settings)
{
    /// <summary>For documents to be validated against; nothing that a schema points to is fetched.</summary>
    private readonly Lazy<XmlSchemaSet?> _set = new(() => settings.Files is { Count: > 0 } files ? Compiled(files) : null);

    /// <summary>As files of the package (CSIPSTR15); none where no folder is configured.</summary>
    public IReadOnlyList<ArchiveFile> Files(DateTimeOffset at) => [.. settings.Files.Select(f => ArchiveFile.Of($"schemas/{Path.GetFileName(f)}", "application/xml", File.ReadAllBytes(f), at))];

    /// <exception cref="RefusedException">When a schema is broken, with the first place where it is.</exception>
    public void Demand(string path, XDocument document)
    {
        if (_set.Value is { } set) document.Validate(set, (_, e) => Refuse.When(e.Severity == XmlSeverityType.Error, new ArchivePackageInvalid(path, e.Message)));
    }

    /// <exception cref="XmlSchemaException">When the files do not make a set that can be validated against.</exception>
    internal static XmlSchemaSet Compiled(IEnumerable<string> files)
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var file in files)
        {
            using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            set.Add(null, reader);
        }

        set.Compile();
        return set;
    }
}

public sealed record ArchivePackageInvalid(string File, string Fault) : Refusal("ARCHIVE_PACKAGE_INVALID", new(
    $"Paketets {File} följer inte schemat i Archive:Schemas: {Fault}", $"The package's {File} does not follow the schema in Archive:Schemas: {Fault}"));
