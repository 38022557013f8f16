using Fond.Api.Development;
using Fond.Api.Seeding;
using Fond.Features.Platform;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Http;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;

namespace Fond.Api.Hosting;

/// <summary>Puts Fond together: services, pipeline, endpoints.</summary>
internal static class FondHost
{
    /// <summary>Ready to serve: migrated, seeded, its workflow definitions read.</summary>
    /// <exception cref="StartupFault">When the configuration or a definition file is at fault, or the database cannot be reached.</exception>
    public static async Task<WebApplication> BuildAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var app = Build(args, configure);
        await DatabaseSetup.MigrateAsync(app.Services);
        var services = app.Services;
        await PatientlyAsync(services, () => services.GetRequiredService<WorkflowCatalog>().LoadAsync(CancellationToken.None));
        await PatientlyAsync(services, () => Seeds.LoadAsync(services, services.GetRequiredService<FondSettings>().Seed));
        return app;
    }

    /// <summary>Another instance that starts at the same time may have the turn to write for longer than a command waits.</summary>
    private static async Task PatientlyAsync(IServiceProvider services, Func<Task> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await work();
                return;
            }
            catch (Exception fault) when (attempt < 8 && services.GetRequiredService<DatabaseEngine>().IsPassing(fault)) { }
        }
    }

    /// <summary>Configured, but the database is not touched.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(k => { k.Limits.MaxRequestBodySize = Limits.BodyBytes; k.AddServerHeader = false; });
        builder.Services.AddSingleton(TimeProvider.System);
        configure?.Invoke(builder);
        var settings = FondSettings.Read(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(settings).AddSingleton(settings.Email).AddSingleton(settings.Antivirus).AddSingleton(settings.Archive).AddSingleton(settings.Workflows).AddSingleton(settings.Kolada);
        builder.Services.AddFond();
        builder.Services.AddFondDatabase(settings);
        builder.Services.AddSignIn(settings.Auth, builder.Environment);
        builder.Services.AddProxy(settings.Proxy);
        builder.Services.AddRateLimit(settings.RateLimit);
        builder.Services.AddFondHealth();
        builder.Services.AddObservability(settings.Collector);
        if (settings.Background.Enabled) builder.Services.AddBackground(settings.Background);

        var app = builder.Build();
        app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseSecurityHeaders();
        app.UseRetryAfter();
        app.UseLanguage();
        app.UseFaultAnswers();
        app.UseSameSite();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseTimeLimit();
        app.UseActor();
        app.MapGraphQL();
        app.MapFeatures();
        app.MapFondHealth();
        app.MapStartPage();
        if (app.Environment.IsDevelopment()) app.MapDevelopmentSignIn();
        return app;
    }
}
