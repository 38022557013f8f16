using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Scenarios;

/// <summary>The consultation of the document at its own time: last day 31 January 2020.</summary>
public sealed class LundTests
{
    private const string Ask = "{ consultations { nodes { id title caseNumber lastDay state requests { status body { id name } } } } }";

    [Fact]
    public async Task When_the_last_day_has_passed_those_who_have_not_answered_are_overdue()
    {
        await using var fond = await FondServer.StartAtAsync(new(2019, 12, 2, 9, 0, 0, TimeSpan.Zero));
        var consultation = await ReadAsync(fond);
        Assert.Equal(("2020-01-31", "SENT", "KS 2019/0464"), (consultation["lastDay"]!.GetValue<string>(), consultation["state"]!.GetValue<string>(), consultation["caseNumber"]!.GetValue<string>()));
        Assert.Equal(2, Count(consultation, "ANSWERED"));
        Assert.Equal(9, Count(consultation, "WAITING"));

        fond.Clock.SetUtcNow(new(2020, 1, 31, 22, 59, 59, TimeSpan.Zero)); // a second before midnight in Lund
        Assert.Equal(9, Count(await ReadAsync(fond), "WAITING"));
        fond.Clock.Advance(TimeSpan.FromSeconds(1));
        consultation = await ReadAsync(fond);
        Assert.Equal((2, 9), (Count(consultation, "ANSWERED"), Count(consultation, "OVERDUE")));

        await fond.As("lund-remiss-11").DoAsync("answerConsultation",
            new { consultationId = consultation["id"]!.GetValue<string>(), bodyId = BodyOf(consultation, "PIL"), stance = "SUPPORTS", answers = new[] { "Ja.", "Gärna." } }, "consultation { id }");
        consultation = await ReadAsync(fond);
        Assert.Equal((2, 1, 8), (Count(consultation, "ANSWERED"), Count(consultation, "ANSWERED_LATE"), Count(consultation, "OVERDUE")));
        var closed = await fond.As("lund-handlaggare").DoAsync("closeConsultation", new { consultationId = consultation["id"]!.GetValue<string>() }, "consultation { state }");
        Assert.Equal("CLOSED", closed["consultation"]!["state"]!.GetValue<string>());
    }

    private static async Task<JsonNode> ReadAsync(FondServer fond) => (await fond.As("lund-handlaggare").ReadAsync(Ask))["consultations"]!["nodes"]![0]!;

    private static int Count(JsonNode consultation, string status) => consultation["requests"]!.AsArray().Count(r => r!["status"]!.GetValue<string>() == status);

    private static string BodyOf(JsonNode consultation, string name) =>
        consultation["requests"]!.AsArray().Single(r => r!["body"]!["name"]!.GetValue<string>() == name)!["body"]!["id"]!.GetValue<string>();
}
