using System.Diagnostics.Metrics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Fond.Api.Hosting;
using Fond.Api.Tests.Support;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Fond.Api.Tests.Platform;

/// <summary>The pages for operators say what the program does.</summary>
public sealed partial class DocumentationTests : FondTest
{
    [Fact]
    public void Every_test_that_the_security_page_names_is_there()
    {
        var named = TestName.Matches(Page("security.md")).Select(m => m.Value).Distinct().ToList();
        Assert.True(named.Count > 40);
        var tests = from type in typeof(FondTest).Assembly.GetTypes()
                    from method in type.GetMethods()
                    where method.GetCustomAttribute<FactAttribute>() is not null
                    select $"{type.Name}.{method.Name}";
        Assert.Empty(named.Except(tests));
    }

    [Fact]
    public void Every_setting_that_fond_reads_is_told_and_no_other()
    {
        var asked = new WatchedSettings(OneOfEachSection);
        FondSettings.Read(new ConfigurationBuilder().Add(asked).Build(), new HostingEnvironment { EnvironmentName = Environments.Development });
        Assert.Equal(asked.Read.Order(StringComparer.OrdinalIgnoreCase), Told().Select(row => row.Key).Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_setting_is_told_with_its_default()
    {
        var settings = Fond.Services.GetRequiredService<FondSettings>();
        foreach (var (key, told) in Told().Where(row => row.Key.Split(':')[0] is "Auth" or "Email" or "Antivirus" or "Workflows" && !row.Key.Contains("VALUE", StringComparison.Ordinal)))
            Assert.Equal((key, DefaultOf(settings, key)), (key, told));
        Assert.Equal((new RateLimitSettings().Burst, new RateLimitSettings().PerSecond, new BackgroundSettings().EverySeconds), (ToldNumber("RateLimit:Burst"), ToldNumber("RateLimit:PerSecond"), ToldNumber("Background:EverySeconds")));
    }

    [Fact]
    public void Every_limit_is_told_with_its_number()
    {
        var limits = typeof(Limits).GetFields(BindingFlags.Static | BindingFlags.Public).Where(f => f is { IsLiteral: true, Name: not nameof(Limits.BodyBytes) }).Select(f => (int)f.GetRawConstantValue()!);
        var page = Page("security.md");
        Assert.All(limits, limit => Assert.Contains($" {limit.ToString("#,0", new NumberFormatInfo { NumberGroupSeparator = " " })} ", page, StringComparison.Ordinal));
        Assert.Contains($" {Limits.BodyBytes / 1024 / 1024} MB ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_instrument_is_told()
    {
        (_, _) = (Fond.Services.GetRequiredService<Gauges>(), Fond.Services.GetRequiredService<WorkTelemetry>());
        var instruments = new HashSet<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => { if (instrument.Meter.Name == WorkTelemetry.Source) instruments.Add(instrument.Name); } };
        listener.Start();
        Assert.True(instruments.Count >= 7);
        var page = Page("operations.md");
        Assert.All(instruments, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    /// <summary>A section of which nothing is set is not looked into.</summary>
    private static Dictionary<string, string?> OneOfEachSection => new()
    {
        ["ConnectionStrings:Fond"] = "Data Source=fond.db",
        ["Database:Provider"] = "Sqlite",
        ["Auth:Issued:Roles:VALUE:Role"] = "AUDITOR",
        ["Auth:Issued:Claim"] = "roles",
        ["Proxy:Networks:0"] = "10.0.0.0/8",
        ["RateLimit:Burst"] = "1",
        ["Email:Port"] = "25",
        ["Antivirus:Port"] = "3310",
        ["Archive:Schemas"] = "",
        ["Background:Enabled"] = "true",
        ["Seed:Demo"] = "false",
        ["Workflows:Path"] = Path.Combine(AppContext.BaseDirectory, "workflows"),
        ["KeyFigures:Kolada:PatienceSeconds"] = "20",
    };

    private static string DefaultOf(object settings, string key) => key.Split(':').Aggregate((object?)settings, (at, part) => at!.GetType().GetProperty(part)!.GetValue(at)) switch
    {
        null => "none",
        bool yes => yes ? "true" : "false",
        var value => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    private static int ToldNumber(string key) => int.Parse(Told().Single(row => row.Key == key).Default, CultureInfo.InvariantCulture);

    /// <summary>The rows of the table of settings.</summary>
    private static List<(string Key, string Default)> Told() =>
        [.. Setting.Matches(Page("operations.md")).Select(m => (m.Groups["key"].Value.Replace("__", ":", StringComparison.Ordinal), m.Groups["default"].Value.Trim('`')))];

    private static string Page(string name) => File.ReadAllText(Path.Combine(Repository.Root, "docs", name));

    [GeneratedRegex(@"\b[A-Z]\w+Tests\.[A-Z]\w+")]
    private static partial Regex TestName { get; }

    [GeneratedRegex(@"^\| `(?<key>[A-Za-z_0-9]*__[A-Za-z_0-9]+|OTEL_EXPORTER_OTLP_ENDPOINT)` \| (?<default>[^|]+?) \|", RegexOptions.Multiline)]
    private static partial Regex Setting { get; }
}
