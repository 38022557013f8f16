using System.Text.Json.Nodes;

namespace Fond.Api.Tests.Support;

/// <summary>Applications that compete for one fund's money, brought to where its steering group of nine decides. What they ask and are given in scores goes in turns, so that each differs from the next.</summary>
internal sealed class Competition(IFond fond)
{
    private const int Scores = 4, Fifths = 5;

    private readonly Stages _stages = new(fond);

    /// <summary>Chair, secretary and seven members: four more than the demo data has.</summary>
    public static readonly string[] Members =
        ["helsingborg-ordforande", .. Enumerable.Range(1, 8).Select(i => $"helsingborg-ledamot-{i}")];

    /// <summary>What the application at a position asks for in all, in öre: a fifth to the whole of the demo data's.</summary>
    public static long Asked(int position) => 100_000_000L * (1 + (position % Fifths));

    /// <summary>Seats the members that the demo data lacks.</summary>
    public async Task SeatNineAsync()
    {
        var administrator = fond.As("administrator");
        var fund = (await administrator.ReadAsync("{ funds(municipality: \"Helsingborg\") { nodes { id decidingBody { id } } } }"))["funds"]!["nodes"]![0]!;
        foreach (var subject in Members.Skip(4))
        {
            var person = (await administrator.DoAsync("registerPerson", new { subject, name = $"Ledamot {subject[^1]}", organisation = "Stadsbyggnadsförvaltningen" }, "person { id }"))["person"]!["id"]!.GetValue<string>();
            await administrator.DoAsync("grantRole", new { personId = person, role = "STEERING_MEMBER", fundId = fund["id"]!.GetValue<string>() }, "person { id }");
            await administrator.DoAsync("addMember", new { bodyId = fund["decidingBody"]!["id"]!.GetValue<string>(), personId = person, function = "Förvaltningschef", role = "MEMBER", from = "2020-01-01" }, "body { id }");
        }
    }

    /// <summary>The applications' ids, in the order in which they came.</summary>
    public async Task<IReadOnlyList<string>> AwaitingDecisionAsync(int applications)
    {
        var assessors = (await _stages.PeopleAsync("ASSESSOR")).Take(2).ToArray();
        var cases = new List<string>();
        for (var i = 0; i < applications; i++) cases.Add(await AwaitingDecisionAsync(i, assessors));
        return cases;
    }

    private async Task<string> AwaitingDecisionAsync(int position, string[] assessors)
    {
        var application = await Cases.DraftAsync(fond);
        var input = Content(position);
        input["applicationId"] = application;
        await _stages.Lead.DoAsync("saveApplicationDraft", input, "application { id }");
        await _stages.Lead.DoAsync("submitApplication", new { applicationId = application }, "application { id }");
        await _stages.Officer.DoAsync("acceptApplication", new { applicationId = application }, "application { id }");
        await _stages.Officer.DoAsync("assignAssessors", new { applicationId = application, assessorIds = assessors }, "application { id }");
        await _stages.AssessAsync(1, application, 1 + (position % Scores));
        await _stages.AssessAsync(2, application, 1 + (position / 2 % Scores));
        await _stages.Officer.DoAsync("proposeJointly", new { applicationId = application, recommendation = "GRANT", amounts = await _stages.AskedAsync(application), reasoning = "Bra" }, "jointProposal { id }");
        return application;
    }

    private static JsonObject Content(int position)
    {
        var input = Cases.Content("helsingborg");
        input["title"] = $"Projekt {position + 1}";
        foreach (var line in input["content"]!["budget"]!.AsArray()) line!["fromFund"] = line["fromFund"]!.GetValue<long>() * Asked(position) / Asked(Fifths - 1);
        return input;
    }
}
