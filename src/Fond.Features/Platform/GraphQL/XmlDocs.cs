using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Fond.Features.Platform.GraphQL;

/// <summary>The doc comments of the code, for the schema's descriptions: what a developer and a client read is one text.</summary>
internal static partial class XmlDocs
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = new();

    public static string? Of(Type type) => Text(Element(type, "T:" + Name(type))?.Element("summary"));

    /// <summary>A property, a positional record's parameter, or an enum's member.</summary>
    public static string? Of(MemberInfo member)
    {
        var type = member.DeclaringType!;
        var kind = member is PropertyInfo ? "P:" : "F:";
        return Text(Element(type, $"{kind}{Name(type)}.{member.Name}")?.Element("summary"))
            ?? Text(Element(type, "T:" + Name(type))?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == member.Name));
    }

    private static string Name(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static XElement? Element(Type type, string id) => Files.GetOrAdd(type.Assembly, Load).GetValueOrDefault(id);

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        if (!assembly.FullName!.StartsWith("Fond.", StringComparison.Ordinal) || !File.Exists(file)) return [];
        return XDocument.Load(file).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value);
    }

    private static string? Text(XElement? element)
    {
        if (element is null) return null;
        var words = element.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" or "seealso" or "paramref" } reference =>
                reference.Value is { Length: > 0 } shown ? shown : LastPart().Match(reference.FirstAttribute!.Value).Value,
            XElement other => other.Value,
            _ => "",
        });
        var flat = Spaces().Replace(string.Concat(words), " ").Trim();
        return flat.Length == 0 ? null : flat;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[^.:]+$")]
    private static partial Regex LastPart();
}
