using Fond.Api.Development;
using Fond.Api.Seeding;
using Fond.Features.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Http;
using Fond.Features.Platform.Workflows;

namespace Fond.Api.Hosting;

/// <summary>Puts Fond together: services, pipeline, endpoints.</summary>
internal static class FondHost
{
    /// <summary>Ready to serve: migrated, seeded, its workflow definitions read.</summary>
    /// <exception cref="StartupFault">When the configuration or a definition file is at fault.</exception>
    public static async Task<WebApplication> BuildAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var app = Build(args, configure);
        await DatabaseSetup.MigrateAsync(app.Services);
        await app.Services.GetRequiredService<WorkflowCatalog>().LoadAsync(CancellationToken.None);
        await Seeds.LoadAsync(app.Services, app.Configuration);
        return app;
    }

    /// <summary>Configured, but the database is not touched.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(k => { k.Limits.MaxRequestBodySize = Limits.BodyBytes; k.AddServerHeader = false; });
        builder.Services.AddSingleton(TimeProvider.System);
        configure?.Invoke(builder);
        builder.Services.AddFond(builder.Configuration);
        builder.Services.AddFondDatabase(builder.Configuration);
        builder.Services.AddSignIn(builder.Configuration, builder.Environment);
        builder.Services.AddFondHealth();
        if (builder.Configuration.GetValue("Background:Enabled", true)) builder.Services.AddBackground(builder.Configuration);

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseFaultAnswers();
        app.UseAuthentication();
        app.UseActor();
        app.MapGraphQL();
        app.MapAttachments();
        app.MapFondHealth();
        app.MapStartPage();
        if (app.Environment.IsDevelopment()) app.MapDevelopmentSignIn();
        return app;
    }
}
