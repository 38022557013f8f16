using Fond.Features.Platform.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Fond.Api.Hosting;

internal static class Health
{
    public static void AddFondHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database", tags: ["ready"], timeout: TimeSpan.FromSeconds(3));

    /// <summary>Live: the process answers. Ready: the database takes what is written.</summary>
    public static void MapFondHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).DisableRateLimiting();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") }).DisableRateLimiting();
    }

    private sealed class DatabaseAnswers(FondDb db, DatabaseEngine engine) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                return await engine.IsReadyAsync(db, cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database cannot be written to.");
            }
            catch (Exception fault) when (engine.IsPassing(fault))
            {
                return HealthCheckResult.Unhealthy($"The database does not answer: {DatabaseEngine.Describe(fault)}");
            }
        }
    }
}
