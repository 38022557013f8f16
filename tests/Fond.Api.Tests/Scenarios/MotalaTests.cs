using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Scenarios;

/// <summary>The common instructions of Motala's steering group, as seeded.</summary>
public sealed class MotalaTests : FondTest
{
    [Fact]
    public async Task The_steering_group_has_the_functions_of_the_instructions_with_chair_and_secretary()
    {
        var body = (await Fond.As("motala-sekreterare").ReadAsync("""
            { bodies(municipality: "Motala", kind: STEERING_GROUP) { nodes { members { role function from holdsToday person { name } } } } }
            """))["bodies"]!["nodes"]![0]!;
        var members = body["members"]!.AsArray();
        Assert.Equal(
            [
                "MEMBER Biträdande förvaltningschef samhällsbyggnadsförvaltningen",
                "MEMBER Biträdande kommundirektör",
                "MEMBER Biträdande socialdirektör",
                "MEMBER Förvaltningschef tekniska serviceförvaltningen",
                "SECRETARY Sekreterare i KSBSH",
                "CHAIR Utvecklingsstrateg social hållbarhet",
                "MEMBER Verksamhetschef förskola bildningsförvaltningen",
                "MEMBER Verksamhetschef kultur och fritid",
                "MEMBER Verksamhetschef strategisk samhällsplanering",
            ],
            members.OrderBy(m => m!["function"]!.GetValue<string>(), StringComparer.Ordinal).Select(m => $"{m!["role"]} {m["function"]}"));
        Assert.All(members, m => Assert.Equal(("2021-12-09", true), (m!["from"]!.GetValue<string>(), m["holdsToday"]!.GetValue<bool>())));
    }

    [Fact]
    public async Task The_group_prepares_for_the_management_group_and_the_preparation_and_both_of_them_for_the_board()
    {
        var groups = (await Fond.As(null).ReadAsync("""
            { bodies(municipality: "Motala") { nodes { kind name parent { kind name parent { kind } } preparesFor { name } } } }
            """))["bodies"]!["nodes"]!.AsArray();
        var steering = Assert.Single(groups, b => b!["kind"]!.GetValue<string>() == "STEERING_GROUP")!;
        Assert.Equal(("PREPARATION_GROUP", "Kommunens ledningsgrupp, Motala"), (steering["parent"]!["kind"]!.GetValue<string>(), steering["parent"]!["name"]!.GetValue<string>()));
        Assert.Equal(["Kommunens ledningsgrupp, Motala", "Kommunstyrelseberedningen social hållbarhet, Motala"], steering["preparesFor"]!.AsArray().Select(b => b!["name"]!.GetValue<string>()));
        Assert.Equal("EXECUTIVE_BOARD", steering["parent"]!["parent"]!["kind"]!.GetValue<string>());
        var preparation = Assert.Single(groups, b => b!["name"]!.GetValue<string>() == "Kommunstyrelseberedningen social hållbarhet, Motala")!;
        Assert.Equal("EXECUTIVE_BOARD", preparation["parent"]!["kind"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_programme_has_four_main_areas_and_four_principles_and_the_country_eight_goals()
    {
        var data = await Fond.As(null).ReadAsync("""
            { motala: programmes(municipality: "Motala") { nodes { title from areas { name goals { title } } principles } }
              national: programmes(kind: NATIONAL) { nodes { areas { goals { code title } } } } }
            """);
        var programme = data["motala"]!["nodes"]![0]!;
        Assert.Equal(("Gemensamma anvisningar styrgrupp social hållbarhet", "2021-12-09"), (programme["title"]!.GetValue<string>(), programme["from"]!.GetValue<string>()));
        string[] areas = ["Folkhälsa", "Jämlikhet och mänskliga rättigheter", "Jämställdhet och våld i nära relationer", "Integration och minskad segregation"];
        Assert.Equal(areas, programme["areas"]!.AsArray().Select(a => a!["name"]!.GetValue<string>()));
        Assert.Equal(areas, programme["areas"]!.AsArray().Select(a => Assert.Single(a!["goals"]!.AsArray())!["title"]!.GetValue<string>()));
        Assert.Equal(
            [
                "Kundens behov i fokus genom proaktivitet, tillgänglighet och flexibilitet",
                "Attraktiv och lärande organisation som främjar nyskapande, lärande av omvärld och varandra",
                "Helhetssyn och gemensamma arbetssätt med fokus på kvalitet, prioritering och samordning",
                "Öppna, stolta och nyskapande medarbetare och chefer som präglas av ansvar, initiativ och tillit",
            ],
            programme["principles"]!.AsArray().Select(p => p!.GetValue<string>()));
        Assert.Equal(
            [
                "Det tidiga livets villkor", "Kunskaper, kompetenser och utbildning", "Arbete, arbetsförhållanden och arbetsmiljö", "Inkomster och försörjningsmöjligheter",
                "Boende och närmiljö", "Levnadsvanor", "Kontroll, inflytande och delaktighet", "En jämlik och hälsofrämjande hälso- och sjukvård",
            ],
            data["national"]!["nodes"]![0]!["areas"]!.AsArray().SelectMany(a => a!["goals"]!.AsArray()).Select(g => g!["title"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_public_sees_seats_but_not_who_sits_in_them()
    {
        var members = (await Fond.As(null).ReadAsync("{ bodies(municipality: \"Motala\", kind: STEERING_GROUP) { nodes { members { function } } } }"))["bodies"]!["nodes"]![0]!["members"]!.AsArray();
        Assert.Equal(9, members.Count);
        await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", "{ bodies { nodes { members { person { name } } } } }");
    }

    [Fact]
    public async Task Nothing_is_agreed_or_paid_before_the_decision_is_final_and_then_it_is()
    {
        await Fond.PlayAsync("motala");
        var project = (await Fond.As("motala-handlaggare").ReadAsync("{ projects { nodes { agreementSignedOn totalPaid application { decisions { decidedOn } } } } }"))["projects"]!["nodes"]!.AsArray().Single()!;
        var (decided, signed) = (project["application"]!["decisions"]![0]!["decidedOn"]!.GetValue<string>(), project["agreementSignedOn"]!.GetValue<string>());
        Assert.Equal(("2026-03-10", "2026-04-07"), (decided, signed)); // three weeks and some days
        Assert.Equal(12_500_000, project["totalPaid"]!.GetValue<long>());
    }
}
