using System.ComponentModel.DataAnnotations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Telemetry;
using Fond.Features.Platform.Workflows;
using Quartz;

namespace Fond.Api.Hosting;

/// <summary>Bound to <c>Background</c>.</summary>
internal sealed class BackgroundSettings
{
    /// <summary>Whether this instance does what is due; another must, when it does not.</summary>
    public bool Enabled { get; set; } = true;

    [Range(1, 3600)]
    public int EverySeconds { get; set; } = 5;
}

/// <summary>
/// Sweeps what is due: timers, e-mail. All state is in Fond's own tables and each sweep may run twice without harm, so Quartz
/// needs no store of its own here.
/// </summary>
internal static class Background
{
    public static void AddBackground(this IServiceCollection services, BackgroundSettings settings)
    {
        var every = TimeSpan.FromSeconds(settings.EverySeconds);
        services.Configure<QuartzSchedulerOptions>(quartz => quartz.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs);
        services.AddQuartz(quartz => quartz.ScheduleJob<SweepJob>(trigger => trigger
            .WithIdentity("sweep")
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(every).RepeatForever()), job => job.WithIdentity(SweepOnNudge.Sweep)));
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService<SweepOnNudge>();
    }
}

[DisallowConcurrentExecution]
internal sealed class SweepJob(IServiceScopeFactory scopes, Nudge nudge, DatabaseEngine engine, ILogger<SweepJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            nudge.Answer();
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Sweep>().RunAsync(cancellationToken);
        }
        catch (Exception fault) when (engine.IsPassing(fault))
        {
            log.LogWarning("The database cannot serve just now; the next sweep will try again: {Fault}", DatabaseEngine.Describe(fault));
        }
        catch (Exception fault) when (engine.IsBrokenOff(fault, cancellationToken)) { } // Fond stops: what was under way is as it was
        catch (Exception fault)
        {
            log.LogError(new LoggedFault(fault), "A sweep failed; the next will try again");
        }
    }
}

/// <summary>Brings the next sweep forward when a mutation has just been committed.</summary>
internal sealed class SweepOnNudge(Nudge nudge, ISchedulerFactory schedulers) : IHostedService
{
    public static readonly JobKey Sweep = new("sweep");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        nudge.Given += Now;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        nudge.Given -= Now;
        return Task.CompletedTask;
    }

    private async void Now()
    {
        var scheduler = await schedulers.GetScheduler();
        await scheduler.TriggerJob(Sweep);
    }
}
