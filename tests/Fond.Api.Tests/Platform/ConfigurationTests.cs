using Fond.Api.Hosting;
using Fond.Api.Tests.Registry;

namespace Fond.Api.Tests.Platform;

public sealed class ConfigurationTests
{
    [Fact]
    public void Every_fault_of_the_configuration_is_told_at_once()
    {
        var fault = Assert.Throws<StartupFault>(() => FondHost.Build(["--environment=Production", "--Database:Provider=Oracle", "--ConnectionStrings:Fond=", "--Auth:Authority=nowhere",
            "--Email:Port=0", "--Email:From=nobody", "--Background:EverySeconds=often", "--Seed:Demonstration=true", "--RateLimit:Burst=0", "--Proxy:Networks:0=here", "--KeyFigures:Kolada:Address=http://kolada.example.org", "--Auth:Issued:Roles:x:Role=KING", "--OTEL_EXPORTER_OTLP_ENDPOINT=collector"]));
        foreach (var expected in new[] { "Database:Provider is 'Oracle'", "ConnectionStrings:Fond is not set", "Auth:Authority", "Email:Port", "Email:From", "Background", "Demonstration", "RateLimit:Burst", "'here' is no network", "KeyFigures:Kolada:Address", "'KING' is no role", "OTEL_EXPORTER_OTLP_ENDPOINT is 'collector'" })
            Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Faulty_definitions_and_misspelt_sections_are_told_with_the_rest_and_nothing_is_touched()
    {
        var folder = Directory.CreateTempSubdirectory("fond-faulty-");
        foreach (var name in new[] { "application.json", "assessment.json" }) File.WriteAllText(Path.Combine(folder.FullName, name), "{}");
        var database = Path.Combine(folder.FullName, "fond.db");
        var fault = Assert.Throws<StartupFault>(() => FondHost.Build(["--environment=Production", "--Databse:Provider=PostgreSql", "--KeyFigures:Kolda:Address=https://api.kolada.se/v3", "--ConnectionStrings:Fnd=x", $"--ConnectionStrings:Fond=Data Source={database}",
            $"--Workflows:Path={folder.FullName}", "--Email:Host=mail", "--RateLimit:Burst=0"]));
        foreach (var expected in new[] { "Databse: Fond reads no such settings; Database may be meant", "KeyFigures:Kolda", "ConnectionStrings:Fnd", "application.json: $", "assessment.json: $", "Email:Site is not set", "RateLimit:Burst", "Auth:Authority is not set" })
            Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.All(fault.Message.Split('\n')[1..], line => Assert.StartsWith("  ", line, StringComparison.Ordinal));
        Assert.False(File.Exists(database));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Each_fault_of_one_section_is_told_and_none_that_is_not_there()
    {
        var fault = Assert.Throws<StartupFault>(() => FondHost.Build(["--environment=Production", "--Auth:Authority=https://login.example.org", "--Auth:Isued:Claim=roles", "--Auth:Audience=", "--Auth:Issued:Roles:x:Role=AUDITOR", "--Auth:Issued:Roles:x:Munipality=Lund",
            "--Email:Pasword=hemligt-losen", "--Email:Port=hemligt", "--Email:Tls=ja", "--Email:Host:Name=x", "--Proxy:Networks:0=here", "--RateLimit:Burst=many", "--RateLimit:PerSecond=0"]));
        Assert.Equal([
            "Auth:Audience: The Audience field is required.",
            "Auth:Issued:Claim: is not set, so that no role that is listed would ever be given.",
            "Auth:Issued:Roles:x:Munipality: Fond reads no such setting; Municipality may be meant.",
            "Auth:Isued: Fond reads no such setting; Issued may be meant.",
            "Email:Host: is one value, and no section.",
            "Email:Pasword: Fond reads no such setting; Password may be meant.",
            "Email:Port: is not a whole number.",
            "Email:Tls: is not true or false.",
            "Proxy:Networks: 'here' is no network; write 10.0.0.0/8.",
            "RateLimit:Burst: is not a whole number.",
            "RateLimit:PerSecond: The field PerSecond must be between 1 and 100000.",
        ], fault.Message.Split('\n')[1..].Select(line => line.Trim()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("http://login.example.org")]
    [InlineData("ftp://login.example.org")]
    [InlineData("login.example.org")]
    public void Outside_development_the_issuers_keys_are_had_by_https_alone(string authority) =>
        Assert.Single(Assert.Throws<StartupFault>(() => FondHost.Build(["--environment=Production", $"--Auth:Authority={authority}"])).Message.Split('\n')[1..], line => line.StartsWith("  Auth:Authority: ", StringComparison.Ordinal));

    [Theory]
    [InlineData("Auht", "Auth")]
    [InlineData("emial", "Email")]
    [InlineData("Antivrus", "Antivirus")]
    [InlineData("Backgrounds", "Background")]
    [InlineData("email", null)]
    [InlineData("Logging", null)]
    [InlineData("Kestrel", null)]
    [InlineData("", null)]
    public void A_name_that_is_almost_one_of_fonds_is_known_for_what_was_meant(string name, string? meant) =>
        Assert.Equal(meant, Misspelling.Of(name, ["Auth", "Email", "Antivirus", "Background", "Seed"]));

    [Fact]
    public Task Variables_of_the_machine_that_are_called_alike_are_none_of_fonds_business() =>
        StartsAsync(["--environment=Development", "--MAIL=/var/mail/fond", "--PATH=/bin", "--Logging:LogLevel:Default=Warning"]);

    [Theory]
    [InlineData("--environment=Development", "--Email:Host=mail")]
    [InlineData("--environment=Production", "--Auth:Authority=https://login.example.org", "--Email:Host=mail", "--Email:Site=https://fond.kommun.example")]
    [InlineData("--environment=Production", "--Auth:Authority=https://login.example.org")]
    public Task Where_people_reach_fond_is_asked_for_where_it_sends_links_in_earnest(params string[] args) => StartsAsync(args);

    private static async Task StartsAsync(string[] args)
    {
        await using var fond = FondHost.Build(args);
        Assert.NotNull(fond.Services.GetService(typeof(FondSettings)));
    }

    [Fact]
    public void Outside_development_an_issuer_is_demanded() =>
        Assert.Contains("Auth:Authority is not set", Assert.Throws<StartupFault>(() => FondHost.Build(["--environment=Production"])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_of_schemas_is_there_and_holds_schemas_that_hold_together()
    {
        using var folder = new SchemaFolder(("notes.txt", "no schema"));
        Assert.Contains("Archive:Schemas: is no folder", FaultsOf(Path.Combine(folder.Path, "elsewhere")), StringComparison.Ordinal);
        Assert.Contains("Archive:Schemas: has no file whose name ends with .xsd", FaultsOf(folder.Path), StringComparison.Ordinal);
        folder.Add("mets.xsd", """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="mets" type="nowhere"/></xs:schema>""");
        Assert.Contains("Archive:Schemas: does not hold together", FaultsOf(folder.Path), StringComparison.Ordinal);

        static string FaultsOf(string schemas) => Assert.Throws<StartupFault>(() => FondHost.Build(["--environment=Production", $"--Archive:Schemas={schemas}"])).Message;
    }

    [Theory]
    [InlineData("Sqlite", "Host=db;Database=fond")]
    [InlineData("PostgreSql", "Data Source=fond.db")]
    [InlineData("SqlServer", "Hos t=db")]
    public void A_connection_string_of_another_database_is_told(string provider, string connection) => Assert.Contains($"no connection string of {provider}",
        Assert.Throws<StartupFault>(() => FondHost.Build(["--environment=Development", $"--Database:Provider={provider}", $"--ConnectionStrings:Fond={connection}"])).Message, StringComparison.Ordinal);
}
