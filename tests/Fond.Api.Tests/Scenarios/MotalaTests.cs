using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Scenarios;

public sealed class MotalaTests : FondTest
{
    [Fact]
    public async Task The_steering_group_has_one_chair_one_secretary_and_a_seat_for_each_function()
    {
        var body = (await Fond.As("motala-sekreterare").ReadAsync("""
            { bodies(municipality: "Motala", kind: STEERING_GROUP) { nodes { name quorum parent { kind } members { role function holdsToday person { name } } } } }
            """))["bodies"]!["nodes"]![0]!;
        var members = body["members"]!.AsArray();
        Assert.Single(members, m => m!["role"]!.GetValue<string>() == "CHAIR");
        Assert.Single(members, m => m!["role"]!.GetValue<string>() == "SECRETARY");
        Assert.Contains(members, m => m!["function"]!.GetValue<string>() == "Biträdande socialdirektör");
        Assert.All(members, m => Assert.True(m!["holdsToday"]!.GetValue<bool>()));
        Assert.Equal("EXECUTIVE_BOARD", body["parent"]!["kind"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_programme_has_four_main_areas_and_the_country_eight_goals()
    {
        var data = await Fond.As(null).ReadAsync("""
            { motala: programmes(municipality: "Motala") { nodes { areas { name } } }
              national: programmes(kind: NATIONAL) { nodes { areas { goals { code title } } } } }
            """);
        Assert.Equal(["Folkhälsa", "Jämlikhet och mänskliga rättigheter", "Jämställdhet och våld i nära relationer", "Integration och minskad segregation"],
            data["motala"]!["nodes"]![0]!["areas"]!.AsArray().Select(a => a!["name"]!.GetValue<string>()));
        Assert.Equal(8, data["national"]!["nodes"]![0]!["areas"]!.AsArray().Sum(a => a!["goals"]!.AsArray().Count));
    }

    [Fact]
    public async Task The_public_sees_seats_but_not_who_sits_in_them()
    {
        var members = (await Fond.As(null).ReadAsync("{ bodies(municipality: \"Motala\", kind: STEERING_GROUP) { nodes { members { function } } } }"))["bodies"]!["nodes"]![0]!["members"]!.AsArray();
        Assert.Equal(9, members.Count);
        await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", "{ bodies { nodes { members { person { name } } } } }");
    }
}
