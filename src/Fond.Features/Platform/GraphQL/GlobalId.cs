using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Fond.Domain.Common;

namespace Fond.Features.Platform.GraphQL;

/// <summary>Opaque ids for clients: the type's name and the key, so that <c>node</c> knows where to look.</summary>
internal static class GlobalId
{
    public static string Of<T>(long id) where T : Entity => Of(typeof(T).Name, id);

    public static string Of(string type, long id) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{type}:{id}")));

    public static bool TryRead(string? text, out string type, out long id)
    {
        (type, id) = ("", 0);
        if (text is null || text.Length > 200 || !Base64Url.IsValid(text)) return false;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(':');
        if (parts.Length != 2 || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out id)) return false;
        type = parts[0];
        return true;
    }

    /// <summary>Null for anything but a well-formed id of <typeparamref name="T"/>.</summary>
    public static long? Read<T>(string? text) where T : Entity =>
        TryRead(text, out var type, out var id) && type == typeof(T).Name ? id : null;

    /// <summary>For filters: of anything but such an id the key of no row, as null would find the rows that refer to none.</summary>
    public static long KeyOf<T>(string text) where T : Entity => Read<T>(text) ?? 0;
}
