using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Scenarios;

/// <summary>The consultation of the document at its own time: last day 31 January 2020; and the programme that it is about.</summary>
public sealed class LundTests
{
    private const string Ask = "{ consultations { nodes { id title caseNumber lastDay state questions programme { code } requests { status remindedAt body { id name } } compilation { answered late stances { stance count } } } } }";

    [Fact]
    public async Task When_the_last_day_has_passed_those_who_have_not_answered_are_overdue()
    {
        await using var fond = await FondServer.StartAtAsync(new(2019, 12, 2, 9, 0, 0, TimeSpan.Zero));
        var consultation = await ReadAsync(fond);
        Assert.Equal(("2020-01-31", "SENT", "KS 2019/0001"), (consultation["lastDay"]!.GetValue<string>(), consultation["state"]!.GetValue<string>(), consultation["caseNumber"]!.GetValue<string>()));
        Assert.Equal(("Program för social hållbarhet i Lunds kommun - Ett Lund för alla, 2020-2026", "lund"), (consultation["title"]!.GetValue<string>(), consultation["programme"]!["code"]!.GetValue<string>()));
        Assert.Equal(
            [
                "Stämmer de prioriterade områdena överens med egna analyser inom området?",
                "Vilka exempel finns på gemensamma åtgärder som behöver lyftas i en plan för att säkra hur målen i programmet ska uppfyllas?",
            ],
            consultation["questions"]!.AsArray().Select(q => q!.GetValue<string>()));
        Assert.Equal(
            [
                "Samtliga nämnder och styrelser", "Kommunala funktionshinderrådet", "Kommunala pensionärsrådet", "Kommunala integrationsrådet", "Kommunala studentrådet", "LKF",
                "Räddningstjänsten Syd", "Raul Wallenberginstitutet", "FINSAM Lund", "LIPS", "PIL",
            ],
            consultation["requests"]!.AsArray().Select(r => r!["body"]!["name"]!.GetValue<string>()));
        Assert.Equal(2, Count(consultation, "ANSWERED"));
        Assert.Equal(9, Count(consultation, "WAITING"));

        fond.Clock.SetUtcNow(new(2020, 1, 24, 23, 0, 0, TimeSpan.Zero)); // a week before, for all but the council that was given two more
        await fond.SweepAsync();
        Assert.Equal(8, (await ReadAsync(fond))["requests"]!.AsArray().Count(r => r!["remindedAt"] is not null));

        fond.Clock.SetUtcNow(new(2020, 1, 31, 22, 59, 59, TimeSpan.Zero)); // a second before midnight in Lund
        Assert.Equal(9, Count(await ReadAsync(fond), "WAITING"));
        fond.Clock.Advance(TimeSpan.FromSeconds(1));
        consultation = await ReadAsync(fond);
        Assert.Equal((2, 8, 1), (Count(consultation, "ANSWERED"), Count(consultation, "OVERDUE"), Count(consultation, "WAITING")));

        await AnswerAsync(fond, "lund-remiss-11", consultation, "PIL", "SUPPORTS");
        consultation = await ReadAsync(fond);
        Assert.Equal((2, 1, 7), (Count(consultation, "ANSWERED"), Count(consultation, "ANSWERED_LATE"), Count(consultation, "OVERDUE")));
        await fond.As("lund-handlaggare").RefusedAsync("CONSULTATION_STILL_OPEN", "closeConsultation", new { consultationId = consultation["id"]!.GetValue<string>() });
        fond.Clock.SetUtcNow(new(2020, 2, 14, 22, 0, 0, TimeSpan.Zero)); // the council's own last day
        await AnswerAsync(fond, "lund-remiss-3", consultation, "Kommunala pensionärsrådet", "OBJECTS");
        Assert.Equal(3, Count(await ReadAsync(fond), "ANSWERED"));

        fond.Clock.SetUtcNow(new(2020, 2, 28, 23, 0, 0, TimeSpan.Zero)); // two weeks later no late statement is taken either
        await fond.SweepAsync();
        consultation = await ReadAsync(fond);
        Assert.Equal("CLOSED", consultation["state"]!.GetValue<string>());
        Assert.Equal((4, 1), (consultation["compilation"]!["answered"]!.GetValue<int>(), consultation["compilation"]!["late"]!.GetValue<int>()));
        Assert.All(consultation["compilation"]!["stances"]!.AsArray(), stance => Assert.Equal(stance!["stance"]!.GetValue<string>() == "DECLINES" ? 0 : 1, stance["count"]!.GetValue<int>()));
        Assert.Equal(7, Count(consultation, "OVERDUE"));
    }

    private static async Task AnswerAsync(FondServer fond, string person, JsonNode consultation, string body, string stance) => await fond.As(person).DoAsync("answerConsultation",
        new { consultationId = consultation["id"]!.GetValue<string>(), bodyId = BodyOf(consultation, body), stance, answers = new[] { "Ja.", "Gemensam kompetensutveckling." } }, "consultation { id }");

    [Fact]
    public async Task The_programme_has_six_areas_with_their_goals_and_says_what_becomes_of_older_documents()
    {
        await using var fond = await FondServer.StartAsync();
        var programme = (await fond.As(null).ReadAsync("""
            { programmes(municipality: "Lund") { nodes { title from to areas { name goals { title } } steeringDocuments { title fate } } } }
            """))["programmes"]!["nodes"]![0]!;
        Assert.Equal(("2020-01-01", "2026-12-31"), (programme["from"]!.GetValue<string>(), programme["to"]!.GetValue<string>()));
        Assert.Equal(
            [
                "Demokrati: Skapa jämlika möjligheter till delaktighet och inflytande",
                "Utbildning och lärande: Skapa jämlika förutsättningar för ett livslångt lärande",
                "Levnadsvanor: Främja hälsosamma vanor genom hela livet",
                "Arbete och sysselsättning: Ökad etablering på arbetsmarknaden",
                "Boende och närmiljö: Hela Lund ska leva och utvecklas",
                "Jämställdhet: Kvinnor och män ska ha samma makt att forma samhället och sina egna liv",
            ],
            programme["areas"]!.AsArray().Select(a => $"{a!["name"]}: {Assert.Single(a["goals"]!.AsArray())!["title"]}"));
        Assert.Equal(
            [
                "Strategi för Barnets Bästa UPDATE", "Kostpolicy UPDATE", "Policy för folkhälsoarbete END",
                "Integrationspolitiskt program om internationalisering och mänskliga rättigheter med handlingsplan END",
            ],
            programme["steeringDocuments"]!.AsArray().Select(d => $"{d!["title"]} {d["fate"]}"));
    }

    private static async Task<JsonNode> ReadAsync(FondServer fond) => (await fond.As("lund-handlaggare").ReadAsync(Ask))["consultations"]!["nodes"]![0]!;

    private static int Count(JsonNode consultation, string status) => consultation["requests"]!.AsArray().Count(r => r!["status"]!.GetValue<string>() == status);

    private static string BodyOf(JsonNode consultation, string name) =>
        consultation["requests"]!.AsArray().Single(r => r!["body"]!["name"]!.GetValue<string>() == name)!["body"]!["id"]!.GetValue<string>();
}
