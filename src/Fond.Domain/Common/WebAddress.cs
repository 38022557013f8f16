namespace Fond.Domain.Common;

/// <summary>An absolute address of http or https.</summary>
public static class WebAddress
{
    /// <returns>Null for anything else.</returns>
    public static Uri? Read(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address : null;
}
