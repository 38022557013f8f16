using System.Xml.Linq;

namespace Fond.Api.Tests.Registry;

/// <summary>A folder of schemas that an operations department has filled; those of the formats' owners are not in the repository.</summary>
internal sealed class SchemaFolder : IDisposable
{
    public SchemaFolder(params (string Name, string Schema)[] files)
    {
        foreach (var (name, schema) in files) Add(name, schema);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("fond-schemas").FullName;

    public void Add(string name, string schema) => File.WriteAllText(System.IO.Path.Combine(Path, name), schema);

    /// <summary>The root may hold whatever.</summary>
    public static string Anything(string root, XNamespace space) => Of(root, space, """<xs:sequence><xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence><xs:anyAttribute processContents="skip"/>""");

    /// <summary>The root must be empty.</summary>
    public static string Nothing(string root, XNamespace space) => Of(root, space, "");

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string Of(string root, XNamespace space, string content) =>
        $"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{space}" elementFormDefault="qualified"><xs:element name="{root}"><xs:complexType>{content}</xs:complexType></xs:element></xs:schema>""";
}
