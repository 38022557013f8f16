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
        sections.Demand(settings.Auth.Authority is not null || environment.IsDevelopment(), "Auth:Authority is not set: outside Development, Fond needs an OpenID Connect issuer.");
        sections.Demand(!settings.Email.IsConfigured || environment.IsDevelopment() || settings.Email.Site != new EmailSettings().Site, "Email:Site is not set: outside Development, the links in e-mails lead where people reach Fond.");
        sections.Demand(WorkflowFiles.FaultsOf(settings.Workflows));
        sections.DemandKnownNames();
        sections.ThrowIfFaulty();
        return settings;
    }

    /// <summary>Binds one section after another and gathers what is wrong with them.</summary>
    private sealed class SectionReader(IConfiguration configuration)
    {
        private readonly List<string> _faults = [];
        private readonly List<string> _read = ["ConnectionStrings:Fond"];

        public T Read<T>(string name) where T : class, new()
        {
            _read.Add(name);
            try
            {
                var section = configuration.GetSection(name).Get<T>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new T();
                var results = new List<ValidationResult>();
                var context = new ValidationContext(section);
                if (!Validator.TryValidateObject(section, context, results, validateAllProperties: true) && section is IValidatableObject whole)
                    results.AddRange(whole.Validate(context)); // which the validator leaves out when a part is at fault
                _faults.AddRange(results.Select(r => $"{name}:{string.Join(',', r.MemberNames)}: {r.ErrorMessage}").Distinct());
                return section;
            }
            catch (InvalidOperationException malformed)
            {
                _faults.Add($"{name}: {malformed.Message}");
                return new T();
            }
        }

        /// <summary>Null when it is not set.</summary>
        public Uri? Address(string key)
        {
            var text = configuration[key];
            if (string.IsNullOrWhiteSpace(text)) return null;
            var isAddress = Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
            Demand(isAddress, $"{key} is '{text}'; it is an address that begins with http:// or https://.");
            return address;
        }

        /// <summary>
        /// A section that is nobody's, but is called almost as one that is read: what it sets would be left out in silence. Single values on top are the machine's own variables.
        /// </summary>
        public void DemandKnownNames()
        {
            DemandKnown("", configuration.GetChildren().Where(c => c.GetChildren().Any()), _read.Select(name => name.Split(':')[0]));
            foreach (var parts in _read.Where(name => name.Contains(':', StringComparison.Ordinal)).Select(name => name.Split(':')))
                DemandKnown(parts[0] + ":", configuration.GetSection(parts[0]).GetChildren(), [parts[1]]);
        }

        private void DemandKnown(string above, IEnumerable<IConfigurationSection> there, IEnumerable<string> known)
        {
            var names = known.Distinct().ToList();
            foreach (var section in there)
                if (Misspelling.Of(section.Key, names) is { } meant) _faults.Add($"{above}{section.Key}: Fond reads no such settings; {above}{meant} may be meant.");
        }

        public void Demand(IEnumerable<string> faults) => _faults.AddRange(faults);

        public void Demand(bool holds, string fault)
        {
            if (!holds) _faults.Add(fault);
        }

        public void ThrowIfFaulty()
        {
            if (_faults.Count > 0) throw new StartupFault("Fond cannot start as it is configured:\n" + string.Join('\n', _faults.Select(f => "  " + f)));
        }
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
