using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.HttpOverrides;

namespace Fond.Api.Hosting;

/// <summary>Bound to <c>Proxy</c>: the balancer in front, whose word on the client's address and scheme is taken.</summary>
internal sealed class ProxySettings : IValidatableObject
{
    /// <summary>Networks (10.0.0.0/8) or single addresses (10.0.0.5/32) whose X-Forwarded-For and X-Forwarded-Proto are believed; loopback always is.</summary>
    public IReadOnlyList<string> Networks { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from network in Networks
        where !System.Net.IPNetwork.TryParse(network, out _)
        select new ValidationResult($"'{network}' is no network; write 10.0.0.0/8.", [nameof(Networks)]);
}

internal static class Proxy
{
    public static void AddProxy(this IServiceCollection services, ProxySettings settings) => services.Configure<ForwardedHeadersOptions>(options =>
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownIPNetworks.Clear();
        options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse("127.0.0.0/8"));
        foreach (var network in settings.Networks) options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
    });
}
