using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Threading.RateLimiting;
using Fond.Domain.Common;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Http;

namespace Fond.Api.Hosting;

/// <summary>Bound to <c>RateLimit</c>. Each instance counts for itself.</summary>
internal sealed class RateLimitSettings
{
    /// <summary>Requests that a client may make at once.</summary>
    [Range(1, 1_000_000)]
    public int Burst { get; set; } = 300;

    /// <summary>Requests a second that a client may go on with.</summary>
    [Range(1, 100_000)]
    public int PerSecond { get; set; } = 20;
}

/// <summary>So many requests a client: whoever signed in, or the address for those who have not. A token that does not hold counts to its address.</summary>
internal static class RateLimit
{
    public static void AddRateLimit(this IServiceCollection services, RateLimitSettings settings) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetTokenBucketLimiter(ClientOf(http), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.Burst,
            TokensPerPeriod = settings.PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));
        limiter.OnRejected = async (context, ct) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retry) ? retry : TimeSpan.FromSeconds(1);
            context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await Answer.WriteAsync(context.HttpContext, StatusCodes.Status429TooManyRequests, ErrorCodes.RateLimited, TooMany);
        };
    });

    private static readonly Text TooMany = new("För många anrop. Vänta så länge som Retry-After säger.", "Too many requests. Wait as long as Retry-After says.");

    private static string ClientOf(HttpContext http) => http.User.FindFirst("sub") is { } subject ? "sub " + subject.Value : "ip " + http.Connection.RemoteIpAddress;
}
