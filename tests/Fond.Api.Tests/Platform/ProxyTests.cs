using System.Net;
using Fond.Api.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Api.Tests.Platform;

/// <summary>Whose word is taken on where a request comes from.</summary>
public sealed class ProxyTests : FondTest
{
    private const string Trusted = "10.0.0.5", Stranger = "192.0.2.7";

    [Fact]
    public async Task An_address_that_a_trusted_balancer_tells_counts_for_the_rate_limit_and_what_others_tell_does_not()
    {
        await using var strict = await Fond.AgainAsync(services => services.AddTransient<IStartupFilter, Peers>(), "--Proxy:Networks:0=10.0.0.0/8", "--RateLimit:Burst=1", "--RateLimit:PerSecond=1");
        Assert.True(await EndsAsync(strict, Trusted, _ => "198.51.100.1"));
        Assert.False(await EndsAsync(strict, Trusted, i => $"203.0.113.{i}"));
        Assert.True(await EndsAsync(strict, Trusted, i => $"203.0.113.{i}, 198.51.100.2")); // what a client wrote there itself stands before what the balancer adds
        Assert.True(await EndsAsync(strict, Stranger, i => $"203.0.113.{100 + i}"));
    }

    /// <summary>Whether it is soon told that there were too many requests.</summary>
    private static async Task<bool> EndsAsync(FondServer fond, string peer, Func<int, string> forwarded)
    {
        for (var i = 0; i < 50; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7B__typename%7D") { Headers = { { Peers.Header, peer }, { "X-Forwarded-For", forwarded(i) } } };
            using var response = await fond.Http.SendAsync(request);
            if (response.StatusCode == HttpStatusCode.TooManyRequests) return true;
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        return false;
    }

    /// <summary>Requests come from where the test says, for a test itself has the loopback alone.</summary>
    private sealed class Peers : IStartupFilter
    {
        public const string Header = "Test-Peer";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                http.Connection.RemoteIpAddress = IPAddress.Parse(http.Request.Headers[Header].ToString());
                return rest(http);
            });
            next(app);
        };
    }
}
