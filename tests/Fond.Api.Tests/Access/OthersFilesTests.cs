using System.Net;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Access;

/// <summary>What is fetched and sent over plain HTTP: others' things do not exist there either, and no answer gives away that they do.</summary>
public sealed class OthersFilesTests : FondTest
{
    /// <summary>A consultation that is open to everybody, and a programme, of which each reads what their own funds have done.</summary>
    private static readonly string[] Open = ["/remisser/", "/programmes/"];

    [Fact]
    public async Task Another_funds_files_do_not_exist_for_any_role_nor_without_signing_in_for_anybody()
    {
        var ground = new AccessGround(Fond);
        await ground.PrepareAsync();
        var routes = AccessTable.Routes(Fond).Where(r => r.Route.Contains("{id}", StringComparison.Ordinal) && !Array.Exists(Open, open => r.Route.StartsWith(open, StringComparison.Ordinal))).ToList();
        Assert.True(routes.Count > 25, $"Only {routes.Count} are tried.");
        var faults = new List<string>();
        foreach (var (method, route) in routes)
            foreach (var asker in ground.Askers)
                if (await AccessTable.StatusAsync(asker.InFund, method, route, ground.There) is var status && !Expected(asker.Name, route).Contains(status)) faults.Add($"{asker.Name} {method} {route}: {status}");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>That a fund is there is known to all, so that its report is forbidden. Those who have not signed in are told to, or that there is nothing.</summary>
    private static HttpStatusCode[] Expected(string role, string route) =>
        role == "PUBLIC" ? [HttpStatusCode.Unauthorized, HttpStatusCode.NotFound]
        : route.StartsWith("/funds/", StringComparison.Ordinal) ? [HttpStatusCode.Forbidden]
        : [HttpStatusCode.NotFound];
}
