using Fond.Api.Commands;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Scenarios;

public sealed class CommandTests : FondTest
{
    [Fact]
    public async Task The_walkthrough_starts_a_fond_of_its_own_plays_and_ends_with_zero() => Assert.Equal(0, await Walkthrough.RunAsync([]));

    [Fact]
    public async Task A_start_that_cannot_be_ends_with_one()
    {
        var folder = Directory.CreateTempSubdirectory("fond-broken-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "application.json"), "{}");
        string[] args = ["--environment=Development", "--urls=http://127.0.0.1:0", $"--ConnectionStrings:Fond=Data Source={folder.FullName}/fond.db", $"--Workflows:Path={folder.FullName}"];
        Assert.Equal(1, await Task.Run(() => typeof(Walkthrough).Assembly.EntryPoint!.Invoke(null, [args])));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Starting_again_keeps_the_data()
    {
        await Cases.SubmittedAsync(Fond);
        await using var again = await Fond.AgainAsync();
        const string ask = "{ applications { nodes { id caseNumber } } auditVerdict { entries brokenAt } people(first: 100) { nodes { id } } }";
        var (before, after) = (await Fond.As("revisor").ReadAsync(ask), await again.As("revisor").ReadAsync(ask));
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
    }
}
