using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Access;

/// <summary>Nothing new is open by accident: what anybody may reach is found out by asking, and is what docs/access.md says.</summary>
public sealed class AccessTableTests : FondTest
{
    [Fact]
    public async Task Who_reaches_what_is_what_the_documentation_says()
    {
        var ground = new AccessGround(Fond);
        await ground.PrepareAsync();
        var table = new AccessTable(Fond, ground);
        var page = string.Join('\n', Introduction, "## Queries\n", await table.QueriesAsync(), "## Objects and fields\n", await table.ObjectsAsync(),
            "## Endpoints\n", await table.EndpointsAsync(), "## Mutations\n", await table.MutationsAsync());
        var file = Path.Combine(Repository.Root, "docs", "access.md");
        if (Environment.GetEnvironmentVariable("FOND_UPDATE_SNAPSHOTS") == "1") await File.WriteAllTextAsync(file, page);
        Assert.Equal(BySecret.Order(StringComparer.Ordinal), table.Closed.Order(StringComparer.Ordinal));
        Assert.Equal((await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"), page);
    }

    /// <summary>What a link with a secret in it opens, so that it is closed to every role; all else is there for somebody.</summary>
    private static readonly string[] BySecret = ["GET /remiss", "POST /remiss", "POST /remiss/tid", "GET /tillstyrkan", "POST /tillstyrkan"];

    private static readonly string Introduction = """
        # Who reaches what

        Made by a test that asks a running Fond for each cell, as three people a role: one who holds it in every fund, one who holds it in Helsingborg's alone and whom nothing
        there concerns, and one whom something there concerns (who leads, assesses or evaluates it, or was asked for an opinion). `FOND_UPDATE_SNAPSHOTS=1 dotnet test` writes it anew.

        | cell | means |
        | --- | --- |
        | none | refused, or nothing there |
        | own | what concerns the person: what they lead, assess, evaluate, answer or were told |
        | scoped | what belongs to the funds in which the role is held, or a part of it |
        | all | everything; for some things only where the role is held in every fund |

        Objects are asked for by their ids. What one may not see is null or `NOT_FOUND`, whether it exists or not. A cell says whom the door lets in; what the rules of the matter
        (phases, limits, conflicts of interest) then allow is not in it. `/remiss` and `/tillstyrkan` open by a link with a secret in it, to no role. The `/dev` and `/walkthrough` endpoints exist in Development alone.

        """.ReplaceLineEndings("\n");
}
