using System.Text.RegularExpressions;
using Fond.Api.Hosting;
using Fond.Api.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using YamlDotNet.RepresentationModel;

namespace Fond.Api.Tests.Platform;

public sealed partial class ComposeTests
{
    [Fact]
    public async Task Fond_reads_every_setting_that_the_compose_file_gives_it()
    {
        var settings = new WatchedSettings(Settings());
        await using var fond = FondHost.Build(["--environment=Production"], builder => ((IConfigurationBuilder)builder.Configuration).Add(settings));
        Assert.Equal("SqlServer", fond.Services.GetRequiredService<FondSettings>().Engine.Name);
        Assert.Empty(settings.Unread);
    }

    [Fact]
    public void Links_in_its_messages_lead_to_the_port_that_it_publishes()
    {
        var site = new Uri(Settings()["Email:Site"]!);
        var port = ((YamlScalarNode)((YamlSequenceNode)Service()["ports"]).Children.Single()).Value!.Split(':')[^2];
        Assert.Equal(port, $"{site.Port}");
    }

    /// <summary>As the container's environment has them; what the operator must give is given.</summary>
    private static Dictionary<string, string?> Settings() => ((YamlMappingNode)Service()["environment"]).Children.ToDictionary(
        setting => ((YamlScalarNode)setting.Key).Value!.Replace("__", ":", StringComparison.Ordinal),
        setting => (string?)Variable.Replace(((YamlScalarNode)setting.Value).Value!, "https://login.example.org"));

    private static YamlNode Service()
    {
        using var file = File.OpenText(Path.Combine(Repository.Root, "docker-compose.yml"));
        var yaml = new YamlStream();
        yaml.Load(file);
        return yaml.Documents.Single().RootNode["services"]["fond"];
    }

    [GeneratedRegex(@"\$\{[^}]+\}")]
    private static partial Regex Variable { get; }
}
