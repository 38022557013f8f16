using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Platform;

/// <summary>What a document asks of the database does not grow with the number of rows that it reads.</summary>
public sealed class CommandCountTests : FondTest
{
    public static TheoryData<string, string> Documents => new()
    {
        { "revisor", "{ applications(first: 100) { nodes { title lead { name } call { title criteria { code } } fund { name decidingBody { name } } serves { title } versions { number } attachments { fileName } assessments { scores { value } assessor { name } } jointProposals { total reasoning } decisions { total reasons body { name } present { name } } projects { title evaluator { name } measurementPlans { design } } consultations { title } workItems { title } ledger { postings { amount } } balances { reserved } } } }" },
        { "helsingborg-ordforande", "{ calls { nodes { title } } workItems { nodes { title application { title lead { name } } } } }" },
        { "", "{ publicRegister(first: 100) { nodes { caseNumber goals granted lessons } } funds { nodes { name calls { title } decidingBody { name } } } }" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task No_resolver_asks_once_a_row(string person, string document)
    {
        var stages = new Stages(Fond);
        await stages.GrantedAsync();
        var one = await CountAsync(person, document);
        await stages.AwaitingDecisionAsync();
        await stages.ScoringAsync();
        Assert.Equal(one, await CountAsync(person, document));
    }

    [Fact]
    public async Task The_overview_takes_as_many_commands_for_many_applications_as_for_one()
    {
        var stages = new Stages(Fond);
        var document = $"{{ callOverview(callId: \"{await Cases.CallAsync(Fond, "helsingborg")}\") {{ rows {{ rank title meanScore goals }} }} }}";
        await stages.ScoringAsync();
        var one = await CountAsync("helsingborg-ordforande", document);
        for (var i = 0; i < 3; i++) await stages.ScoringAsync();
        Assert.Equal(one, await CountAsync("helsingborg-ordforande", document));
        Assert.InRange(one, 2, 7);
    }

    private async Task<int> CountAsync(string person, string document)
    {
        var client = Fond.As(person.Length == 0 ? null : person);
        await client.ReadAsync(document);
        var before = Fond.Commands;
        await client.ReadAsync(document);
        return Fond.Commands - before;
    }
}
