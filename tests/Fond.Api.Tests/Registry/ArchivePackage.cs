using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Xml.Linq;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Registry;

/// <summary>A case's package as somebody fetches it: its files by path below the root folder, of which there is one.</summary>
internal static class ArchivePackage
{
    private static readonly XNamespace Mets = "http://www.loc.gov/METS/", Xlink = "http://www.w3.org/1999/xlink", Premis = "http://www.loc.gov/premis/v3";

    public static async Task<Dictionary<string, byte[]>> FetchAsync(Client client, string id, string of = "applications")
    {
        using var response = await client.SendAsync(await client.RequestAsync(HttpMethod.Get, $"/{of}/{id}/archive"));
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        using var zip = new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        var root = Path.GetFileNameWithoutExtension(response.Content.Headers.ContentDisposition!.FileName!.Trim('"')) + "/";
        Assert.All(zip.Entries, e => Assert.StartsWith(root, e.FullName, StringComparison.Ordinal));
        var package = zip.Entries.ToDictionary(e => e.FullName[root.Length..], Bytes);
        Assert.Equal(root, Xml(package, "METS.xml").Attribute("OBJID")!.Value + "/"); // CSIP1, CSIPSTR1, 2, 4
        return package;
    }

    public static XElement Xml(Dictionary<string, byte[]> package, string path) => XDocument.Load(new MemoryStream(package[path])).Root!;

    /// <summary>METS names every file and no other, with its size and checksum; PREMIS has the same checksums; and each is put together as its format demands.</summary>
    public static void HoldsTogether(Dictionary<string, byte[]> package)
    {
        ArchiveOrder.Holds(package);
        var mets = Xml(package, "METS.xml");
        var described = mets.Descendants(Mets + "file").Concat(mets.Descendants(Mets + "mdRef"))
            .ToDictionary(f => Uri.UnescapeDataString((f.Element(Mets + "FLocat") ?? f).Attribute(Xlink + "href")!.Value), f => (Size: (long)f.Attribute("SIZE")!, Checksum: f.Attribute("CHECKSUM")!.Value));
        Assert.Equal(package.Keys.Where(path => path != "METS.xml").Order(StringComparer.Ordinal), described.Keys.Order(StringComparer.Ordinal));
        Assert.All(described, f => Assert.Equal((f.Value.Size, f.Value.Checksum), (package[f.Key].Length, Convert.ToHexStringLower(SHA256.HashData(package[f.Key])))));
        Assert.All(Xml(package, "metadata/preservation/premis.xml").Elements(Premis + "object"), o =>
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(package[Uri.UnescapeDataString(o.Descendants(Premis + "contentLocationValue").Single().Value)])), o.Descendants(Premis + "messageDigest").Single().Value));
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
