using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Scenarios;

/// <summary>Haninge's directive, as seeded: the programme, and the application that the demo data decides.</summary>
public sealed class HaningeTests : FondTest
{
    [Fact]
    public async Task The_application_has_the_four_activities_of_the_directive_and_asks_500_000_kr()
    {
        var application = await ApplicationAsync();
        Assert.Equal(50_000_000, application["asked"]!.GetValue<long>());
        Assert.Equal(
            ["Fokusanalys 20000000", "Processtöd 23500000", "Studieresa för arbetsgruppen 1500000", "Layout, tryck och spridning av programmet 5000000"],
            application["content"]!["budget"]!.AsArray().Select(l => $"{l!["activity"]} {l["fromFund"]}"));
        Assert.All(application["content"]!["budget"]!.AsArray(), l => Assert.Equal(0, l!["coFinancing"]!.GetValue<long>()));
    }

    [Fact]
    public async Task The_application_has_the_eight_milestones_of_the_directive_with_their_months() => Assert.Equal(
        [
            "Inrättande av beredning för social hållbarhet 2020-06-01 2020-06-30",
            "Tillsättande av styrgrupp och arbetsgrupp 2020-06-01 2020-06-30",
            "Framtagande av förslag på program 2020-06-01 2021-10-31",
            "Genomförande av områdesanalys 2020-10-01 2020-12-31",
            "Beslut om remiss 2021-11-01 2021-11-30",
            "Remisstid 2021-12-01 2022-02-28",
            "Förslag till beslut, KS 2022-05-01 2022-05-31",
            "Beslut om program, KF 2022-06-01 2022-06-30",
        ],
        (await ApplicationAsync())["content"]!["milestones"]!.AsArray().Select(m => $"{m!["name"]} {m["from"]} {m["to"]}"));

    [Fact]
    public async Task The_steering_group_only_proposed_and_the_board_decided()
    {
        var application = await ApplicationAsync();
        Assert.Equal("GRANTED", application["phase"]!.GetValue<string>());
        Assert.Equal(
            ["PROPOSAL_TO_BOARD STEERING_GROUP 50000000", "DECISION EXECUTIVE_BOARD 50000000"],
            application["decisions"]!.AsArray().Select(d => $"{d!["kind"]} {d["body"]!["kind"]} {d["total"]}"));
        Assert.All(application["decisions"]!.AsArray(), d => Assert.True(d!["total"]!.GetValue<long>() > 30_000_000));
    }

    [Fact]
    public async Task The_programme_has_the_four_effects_and_decides_nothing_about_other_documents()
    {
        var programme = (await Fond.As(null).ReadAsync("""
            { programmes(municipality: "Haninge") { nodes { title areas { name goals { title } } steeringDocuments { title fate } } } }
            """))["programmes"]!["nodes"]![0]!;
        Assert.Equal("Program för social hållbarhet för Haninge kommun", programme["title"]!.GetValue<string>());
        var area = Assert.Single(programme["areas"]!.AsArray())!;
        Assert.Equal("Effektmål", area["name"]!.GetValue<string>());
        Assert.Equal(
            [
                "En förbättrad struktur och arbetsmetodik för invånarnas välbefinnande och livskvalitet",
                "Kommunens ambition och viljeriktning i det sociala hållbarhetsarbetet ska vara väl känt av alla anställda och förtroendevalda",
                "Underlag i verksamhetsplanering, budget- och investeringsprogram och gälla för alla kommunens verksamheter och bolag",
                "Ett mer sammanhållet och systematiskt uppföljnings- och analysarbete",
            ],
            area["goals"]!.AsArray().Select(g => g!["title"]!.GetValue<string>()));
        Assert.Equal(
            [
                "Kulturpolitiskt program för Haninge kommun 2015-2025 KEEP", "Näringslivsstrategi KEEP", "Policy för medborgar- och brukardialog KEEP", "Äldreplan 2019-2026 KEEP",
                "Minoritetspolitiskt program KEEP", "Arbetsmarknadsstrategi KEEP", "Strategi för att stärka barns rättigheter i Haninge kommun KEEP", "Idrottspolitiskt program UPDATE",
                "Översiktsplanen KEEP", "Handlingsplan för trygghetsskapande och förebyggande arbete KEEP", "Kostpolicy för Haninge kommun KEEP",
            ],
            programme["steeringDocuments"]!.AsArray().Select(d => $"{d!["title"]} {d["fate"]}"));
    }

    private async Task<JsonNode> ApplicationAsync() => (await Fond.As("revisor").ReadAsync("""
        { applications(text: "Haninge kommun") { nodes { asked phase
            content { budget { activity fromFund coFinancing } milestones { name from to } }
            decisions { kind total body { kind } } } } }
        """))["applications"]!["nodes"]!.AsArray().Single()!;
}
