using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Decisions;

public sealed class CallOverviewTests : FondTest
{
    private const string Ask = """
        query($c: ID!) { callOverview(callId: $c) { title available asked granted
          rows { applicationId rank caseNumber title organisation phase asked proposed granted assessors meanScore spread needsDiscussion goals } } }
        """;

    private Stages Stages => new(Fond);

    [Fact]
    public async Task Applications_are_ranked_by_mean_score_and_wide_disagreement_is_marked()
    {
        var good = await Stages.ScoringAsync();
        await Stages.AssessAsync(1, good, 4);
        await Stages.AssessAsync(2, good, 4);
        var disputed = await Stages.ScoringAsync();
        await Stages.AssessAsync(1, disputed, 1);
        await Stages.AssessAsync(2, disputed, 3);
        var unscored = await Stages.AcceptedAsync();
        var overview = (await Stages.Chair.ReadAsync(Ask, new { c = await Cases.CallAsync(Fond, "helsingborg") }))["callOverview"]!;
        var rows = overview["rows"]!.AsArray();
        Assert.Equal([good, disputed, unscored], rows.Select(r => r!["applicationId"]!.GetValue<string>()));
        Assert.Equal([1, 2, null], rows.Select(r => r!["rank"]?.GetValue<int>()));
        Assert.Equal([100m, 50m, null], rows.Select(r => r!["meanScore"]?.GetValue<decimal>()));
        Assert.Equal([false, true, false], rows.Select(r => r!["needsDiscussion"]!.GetValue<bool>()));
        Assert.Equal(50m, rows[1]!["spread"]!.GetValue<decimal>());
        Assert.Equal(5, rows[0]!["goals"]!.AsArray().Count);
        Assert.Equal(1_500_000_000, overview["asked"]!.GetValue<long>());
    }

    [Fact]
    public async Task Proposed_and_granted_amounts_stand_beside_what_was_asked()
    {
        await Stages.GrantedAsync();
        var row = (await Stages.Officer.ReadAsync(Ask, new { c = await Cases.CallAsync(Fond, "helsingborg") }))["callOverview"]!["rows"]![0]!;
        Assert.Equal((500_000_000L, 500_000_000L, 500_000_000L, "GRANTED"),
            (row["asked"]!.GetValue<long>(), row["proposed"]!.GetValue<long>(), row["granted"]!.GetValue<long>(), row["phase"]!.GetValue<string>()));
    }

    [Fact]
    public async Task It_is_for_those_who_rank_and_handle_in_the_same_fund()
    {
        var call = await Cases.CallAsync(Fond, "helsingborg");
        await Fond.As("helsingborg-projektledare").ForbiddenAsync("FORBIDDEN", Ask, new { c = call });
        await Fond.As("helsingborg-bedomare-1").ForbiddenAsync("FORBIDDEN", Ask, new { c = call });
        await Fond.As("haninge-ordforande").ForbiddenAsync("FORBIDDEN", Ask, new { c = call });
        await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", Ask, new { c = call });
        Assert.NotNull((await Fond.As("revisor").ReadAsync(Ask, new { c = call }))["callOverview"]);
        Assert.Null((await Fond.As("revisor").ReadAsync(Ask, new { c = "nothing" }))["callOverview"]);
    }
}
