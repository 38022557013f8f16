using System.Reflection;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Quartz;

namespace Fond.Api.Hosting;

/// <summary>
/// Traces, metrics and logs by OTLP, as OpenTelemetry's own settings say: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> turns it on, and all the others of that
/// standard hold. The gauges are read by the instances that do background work. Query strings are left out of spans, for they may hold what people have written.
/// </summary>
internal static class Observability
{
    public static void AddObservability(this IServiceCollection services, Uri? collector)
    {
        services.AddSingleton<WorkTelemetry>().AddSingleton<Gauges>();
        if (collector is null) return;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource
                .AddService("fond", serviceVersion: Assembly.GetExecutingAssembly().GetName().Version!.ToString(3))
                .AddEnvironmentVariableDetector())
            .WithTracing(tracing => tracing.AddSource(WorkTelemetry.Source, "Npgsql").AddAspNetCoreInstrumentation(http => http.Filter = IsWork))
            .WithMetrics(metrics => metrics.AddMeter(WorkTelemetry.Source, "Npgsql").AddAspNetCoreInstrumentation().AddRuntimeInstrumentation())
            .WithLogging(configureBuilder: null, options => options.IncludeScopes = true)
            .UseOtlpExporter();
        services.AddQuartz(quartz => quartz.ScheduleJob<GaugeJob>(trigger => trigger.StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(GaugeJob.Interval).RepeatForever())));
    }

    /// <summary>Balancers ask for health every few seconds.</summary>
    private static bool IsWork(HttpContext http) => !http.Request.Path.StartsWithSegments("/health");
}

[DisallowConcurrentExecution]
internal sealed class GaugeJob(Gauges gauges, DatabaseEngine engine, ILogger<GaugeJob> log) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await gauges.ReadAsync(cancellationToken);
        }
        catch (Exception fault) when (!engine.IsBrokenOff(fault, cancellationToken))
        {
            log.LogError(new LoggedFault(fault), "The gauges could not be read; the next time may do");
        }
    }
}
