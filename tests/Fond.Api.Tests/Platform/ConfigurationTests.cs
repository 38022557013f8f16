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
