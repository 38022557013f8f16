using Fond.Features.Platform.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Fond.Api.Hosting;

internal static class Health
{
    public static void AddFondHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database", tags: ["ready"]);

    /// <summary>Live: the process answers. Ready: so does the database.</summary>
    public static void MapFondHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).DisableRateLimiting();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") }).DisableRateLimiting();
    }

    private sealed class DatabaseAnswers(FondDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
    }
}
