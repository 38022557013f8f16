using System.Xml.Linq;

namespace Fond.Api.Tests.Registry;

/// <summary>What the formats of a package demand of what Fond writes in it, where their schemas are not at hand: what stands in what, in which order, and which words a list of words has.</summary>
internal static class ArchiveOrder
{
    /// <summary>By the file and the element that they stand in; what is not named stands nowhere.</summary>
    private static readonly Dictionary<string, string> Order = new()
    {
        ["ERMS erms"] = "control aggregations",
        ["ERMS control"] = "identification maintenanceInformation",
        ["ERMS maintenanceInformation"] = "maintenanceStatus maintenanceAgency maintenanceHistory",
        ["ERMS maintenanceAgency"] = "agencyName",
        ["ERMS maintenanceHistory"] = "maintenanceEvent",
        ["ERMS maintenanceEvent"] = "eventType eventDateTime agent",
        ["ERMS aggregations"] = "aggregation",
        ["ERMS aggregation"] = "objectId title status restriction agents dates record",
        ["ERMS record"] = "objectId title status runningNumber relation restriction disposal direction agents dates additionalInformation",
        ["ERMS restriction"] = "explanatoryText regulation dates",
        ["ERMS disposal"] = "dates",
        ["ERMS agents"] = "agent",
        ["ERMS agent"] = "name",
        ["ERMS dates"] = "date disposalDate",
        ["ERMS additionalInformation"] = "appendix",
        ["METS mets"] = "metsHdr dmdSec amdSec fileSec structMap",
        ["METS metsHdr"] = "agent",
        ["METS agent"] = "name note",
        ["METS dmdSec"] = "mdRef",
        ["METS amdSec"] = "digiprovMD",
        ["METS digiprovMD"] = "mdRef",
        ["METS fileSec"] = "fileGrp",
        ["METS fileGrp"] = "file",
        ["METS file"] = "FLocat",
        ["METS structMap"] = "div",
        ["METS div"] = "fptr div",
        ["premis premis"] = "object event agent",
        ["premis object"] = "objectIdentifier objectCharacteristics originalName storage",
        ["premis objectIdentifier"] = "objectIdentifierType objectIdentifierValue",
        ["premis objectCharacteristics"] = "fixity size format",
        ["premis fixity"] = "messageDigestAlgorithm messageDigest messageDigestOriginator",
        ["premis format"] = "formatDesignation",
        ["premis formatDesignation"] = "formatName",
        ["premis storage"] = "contentLocation",
        ["premis contentLocation"] = "contentLocationType contentLocationValue",
        ["premis event"] = "eventIdentifier eventType eventDateTime linkingAgentIdentifier",
        ["premis eventIdentifier"] = "eventIdentifierType eventIdentifierValue",
        ["premis linkingAgentIdentifier"] = "linkingAgentIdentifierType linkingAgentIdentifierValue",
        ["premis agent"] = "agentIdentifier agentName agentType",
        ["premis agentIdentifier"] = "agentIdentifierType agentIdentifierValue",
    };

    /// <summary>By the element and the attribute: of each list the words that Fond has a use for.</summary>
    private static readonly Dictionary<string, string> Words = new()
    {
        ["aggregation aggregationType"] = "caseFile",
        ["agent agentType"] = "owner counterpart creator sender recipient",
        ["date dateType"] = "opened closed received sent created captured start",
        ["disposalDate dateType"] = "disposal_date",
        ["direction directionDefinition"] = "incoming outgoing other",
        ["relation relationType"] = "reference",
        ["restriction restrictionType"] = "confidential",
        ["status value"] = "closed received",
        ["maintenanceStatus value"] = "new",
        ["eventType value"] = "created",
    };

    public static void Holds(Dictionary<string, byte[]> package)
    {
        foreach (var path in (string[])["METS.xml", "metadata/descriptive/ERMS.xml", "metadata/preservation/premis.xml"])
        {
            var (file, root) = (Path.GetFileNameWithoutExtension(path), ArchivePackage.Xml(package, path));
            Assert.All(root.DescendantsAndSelf().Where(e => e.HasElements), e => InOrder(e, Order[$"{file} {e.Name.LocalName}"].Split(' ')));
            if (file == "ERMS") Assert.All(root.DescendantsAndSelf(), FromTheLists);
        }
    }

    private static void InOrder(XElement parent, string[] order)
    {
        var places = parent.Elements().Select(e => Array.IndexOf(order, e.Name.LocalName)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    /// <summary>What is "other" says what.</summary>
    private static void FromTheLists(XElement element)
    {
        foreach (var attribute in element.Attributes())
        {
            if (Words.TryGetValue($"{element.Name.LocalName} {attribute.Name.LocalName}", out var words)) Assert.Contains(attribute.Value, words.Split(' '));
        }

        if (element.Attribute("directionDefinition")?.Value == "other") Assert.NotEmpty(element.Attribute("otherDirectionDefinition")!.Value);
    }
}
