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

    /// <summary>As the container's environment has them; what the operator must give is given.</summary>
    private static Dictionary<string, string?> Settings()
    {
        using var file = File.OpenText(Path.Combine(Repository.Root, "docker-compose.yml"));
        var yaml = new YamlStream();
        yaml.Load(file);
        var environment = (YamlMappingNode)yaml.Documents.Single().RootNode["services"]["fond"]["environment"];
        return environment.Children.ToDictionary(
            setting => ((YamlScalarNode)setting.Key).Value!.Replace("__", ":", StringComparison.Ordinal),
            setting => (string?)Variable.Replace(((YamlScalarNode)setting.Value).Value!, "https://login.example.org"));
    }

    [GeneratedRegex(@"\$\{[^}]+\}")]
    private static partial Regex Variable { get; }
}
