using System.ComponentModel.DataAnnotations;
using Fond.Features.KeyFigures.Kolada;
using Fond.Features.Platform.Antivirus;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Fond.Features.Registry.Archive;

namespace Fond.Api.Hosting;

/// <summary>All that Fond reads of its configuration, checked before anything is done with it.</summary>
internal sealed record FondSettings(
    DatabaseEngine Engine, string Connection, AuthSettings Auth, EmailSettings Email, AntivirusSettings Antivirus, ArchiveSettings Archive, BackgroundSettings Background,
    SeedSettings Seed, WorkflowSettings Workflows, KoladaSettings Kolada, RateLimitSettings RateLimit, ProxySettings Proxy, Uri? Collector)
{
    /// <summary>OpenTelemetry's own name for it.</summary>
    private const string CollectorKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <exception cref="StartupFault">Every fault there is, a line each.</exception>
    public static FondSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var sections = new SectionReader(configuration);
        var database = sections.Read<DatabaseSettings>("Database");
        var engine = DatabaseSetup.EngineOf(database.Provider);
        var settings = new FondSettings(
            engine ?? DatabaseSetup.Engines[0],
            configuration.GetConnectionString("Fond") ?? "", sections.Read<AuthSettings>("Auth"), sections.Read<EmailSettings>("Email"),
            sections.Read<AntivirusSettings>("Antivirus"), sections.Read<ArchiveSettings>("Archive"), sections.Read<BackgroundSettings>("Background"), sections.Read<SeedSettings>("Seed"), sections.Read<WorkflowSettings>("Workflows"), sections.Read<KoladaSettings>("KeyFigures:Kolada"),
            sections.Read<RateLimitSettings>("RateLimit"), sections.Read<ProxySettings>("Proxy"), sections.Address(CollectorKey));
        sections.Demand(engine is not null, $"Database:Provider is '{database.Provider}'; Fond knows {string.Join(", ", DatabaseSetup.Engines.Select(e => e.Name))}.");
        sections.Demand(settings.Connection.Length > 0, "ConnectionStrings:Fond is not set.");
        sections.Demand(settings.Connection.Length == 0 || engine?.Understands(settings.Connection) != false, $"ConnectionStrings:Fond is no connection string of {settings.Engine.Name}.");
        sections.Demand(settings.Auth.Authority is not { } authority || environment.IsDevelopment() || !authority.StartsWith("http://", StringComparison.OrdinalIgnoreCase), "Auth:Authority: begins with https:// outside Development.");
        sections.Demand(settings.Auth.Authority is not null || environment.IsDevelopment(), "Auth:Authority is not set: outside Development, Fond needs an OpenID Connect issuer.");
        sections.Demand(!settings.Email.IsConfigured || environment.IsDevelopment() || settings.Email.Site != new EmailSettings().Site, "Email:Site is not set: outside Development, the links in e-mails lead where people reach Fond.");
        sections.Demand(WorkflowFiles.FaultsOf(settings.Workflows));
        sections.DemandKnownNames();
        sections.ThrowIfFaulty();
        return settings;
    }
}

/// <summary>Bound to <c>Database</c>.</summary>
internal sealed class DatabaseSettings
{
    /// <summary>Sqlite, SqlServer or PostgreSql.</summary>
    public string Provider { get; set; } = "Sqlite";
}

/// <summary>Bound to <c>Seed</c>.</summary>
internal sealed class SeedSettings
{
    /// <summary>The programmes that Fond knows.</summary>
    public bool Reference { get; set; } = true;

    /// <summary>People, bodies, funds and cases to try Fond on; never where real cases are.</summary>
    public bool Demo { get; set; }
}
