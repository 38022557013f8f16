using System.Diagnostics;
using System.Text.Json;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.GraphQLOverHttp;

/// <summary>The audits of the npm package graphql-http: 13 that a server must, 23 that it should and 25 that it may pass.</summary>
public sealed class GraphQLOverHttpTests : FondTest
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Fond.Api.Tests", "GraphQLOverHttp");

    [Fact]
    public async Task Fond_passes_every_audit_of_graphql_over_http()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", "graphql-http")), $"needs Node and: npm install --no-package-lock --prefix {Folder}");
        var outcomes = JsonSerializer.Deserialize<List<Outcome>>(await AuditAsync(), JsonSerializerOptions.Web)!;
        Assert.Equal(61, outcomes.Count);
        Assert.All(outcomes, o => Assert.True(o.Status == "ok", $"{o.Id} {o.Name}: {o.Status}, {o.Reason}"));
    }

    private async Task<string> AuditAsync()
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "audit.js"), new Uri(Fond.Http.BaseAddress!, "/graphql").ToString()]) { RedirectStandardOutput = true })!;
        var said = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, node.ExitCode);
        return said;
    }

    private sealed record Outcome(string Id, string Name, string Status, string? Reason);
}
