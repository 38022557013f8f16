using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Platform;

/// <summary>The image is not built here; what its recipe says can be held to what Fond needs.</summary>
public sealed partial class DockerfileTests
{
    private static readonly string[] Lines = Continued.Replace(File.ReadAllText(Path.Combine(Repository.Root, "Dockerfile")), " ").Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#')).ToArray();

    /// <summary>What the image that runs is made by.</summary>
    private static readonly string[] Last = Lines[Array.FindLastIndex(Lines, line => line.StartsWith("FROM ", StringComparison.Ordinal))..];

    [Fact]
    public void What_runs_is_made_of_what_was_published_on_a_runtime_without_the_sdk()
    {
        Assert.Equal(["FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build", "FROM mcr.microsoft.com/dotnet/aspnet:10.0"], Lines.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)));
        Assert.Contains("COPY --from=build /published .", Last);
        Assert.Equal("ENTRYPOINT [\"dotnet\", \"Fond.Api.dll\"]", Last[^1]);
    }

    [Fact]
    public void It_does_not_run_as_root_and_the_default_database_has_a_folder_that_it_may_write_to()
    {
        Assert.Equal("USER $APP_UID", Assert.Single(Last, line => line.StartsWith("USER ", StringComparison.Ordinal)));
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "Fond.Api", "appsettings.json")))!;
        var folder = Path.GetDirectoryName(settings["ConnectionStrings"]!["Fond"]!.GetValue<string>()["Data Source=".Length..])!;
        var given = Array.IndexOf(Last, $"RUN mkdir {folder} && chown $APP_UID {folder}");
        Assert.InRange(given, Array.IndexOf(Last, "WORKDIR /fond") + 1, Array.IndexOf(Last, $"VOLUME [\"/fond/{folder}\"]") - 1);
        Assert.True(Array.IndexOf(Last, "USER $APP_UID") > given, "Only root gives a folder away.");
    }

    [Fact]
    public void It_asks_itself_for_its_health_where_it_listens()
    {
        var port = Assert.Single(Last, line => line.StartsWith("EXPOSE ", StringComparison.Ordinal))["EXPOSE ".Length..];
        var check = Assert.Single(Last, line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal));
        Assert.Contains($"/dev/tcp/127.0.0.1/{port};", check, StringComparison.Ordinal);
        Assert.Contains("GET /health/ready HTTP/1.1", check, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\\\n\s*")]
    private static partial Regex Continued { get; }
}
