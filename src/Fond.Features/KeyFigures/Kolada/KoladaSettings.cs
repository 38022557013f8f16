using System.ComponentModel.DataAnnotations;
using Fond.Domain.Common;

namespace Fond.Features.KeyFigures.Kolada;

/// <summary>Bound to <c>KeyFigures:Kolada</c>: where the open database of municipalities' key figures is asked. Without an address, nothing is fetched.</summary>
internal sealed class KoladaSettings : IValidatableObject
{
    /// <summary>With the version of its API: <c>https://api.kolada.se/v3</c>.</summary>
    public string? Address { get; set; }

    /// <summary>How long an answer is waited for.</summary>
    [Range(1, 60)]
    public int PatienceSeconds { get; set; } = 20;

    internal bool IsConfigured => !string.IsNullOrWhiteSpace(Address);

    /// <summary>What every address that is asked begins with.</summary>
    internal Uri Root => new(Address!.TrimEnd('/') + "/");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsConfigured && !IsRoot(Address!)) yield return new("is an address that begins with https://, or on this machine with http://, without an account, query or fragment.", [nameof(Address)]);
    }

    private static bool IsRoot(string text) => WebAddress.Read(text) is { UserInfo: "", Query: "", Fragment: "" } address
        && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback);
}
