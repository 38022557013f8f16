using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Meetings;

/// <summary>What was written down wrongly at a meeting, put right before the minutes are approved.</summary>
public sealed class MinutesCorrectionTests : FondTest
{
    private MeetingStages Meetings => new(Fond);

    private Stages Cases => Meetings.Cases;

    [Fact]
    public async Task A_paragraph_is_put_right_with_a_reason_and_whoever_had_approved_does_so_anew()
    {
        var (meeting, minutes, members) = await ClosedAsync("Årsplan för styrgruppen");
        await Fond.As("helsingborg-ledamot-1").DoAsync("approveMinutes", new { minutesId = minutes }, "minutes { id }");
        var read = await Meetings.VersionAsync(minutes);
        var item = new { itemId = await Meetings.ItemAsync(meeting), ruling = "Årsplanen godkänns.", votes = (object?)null, notes = new[] { new { personId = members[2], text = "Planen bör följas upp." } } };
        var corrected = (await Cases.Secretary.DoAsync("correctMinutes", new { minutesId = minutes, reason = "Skrivfel", items = new[] { item } }, "minutes { awaited { id } corrections { reason paragraph on by { name } } meeting { items { paragraph outcome notes { text } } } }"))["minutes"]!;
        Assert.Contains(members[2], corrected["awaited"]!.AsArray().Select(p => p!["id"]!.GetValue<string>()));
        Assert.Equal(("Skrivfel", 1, "APPROVED"), (corrected["corrections"]![0]!["reason"]!.GetValue<string>(), corrected["corrections"]![0]!["paragraph"]!.GetValue<int>(), corrected["meeting"]!["items"]![0]!["outcome"]!.GetValue<string>()));
        var page = await Meetings.PageAsync(minutes);
        Assert.Contains("Årsplanen godkänns.", page, StringComparison.Ordinal);
        Assert.Contains("Planen bör följas upp.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Metoden är prövad på annat håll.", page, StringComparison.Ordinal);
        var trail = (await Fond.As("revisor").ReadAsync("{ audit(action: \"CorrectMinutes\") { nodes { before after } } }")).ToJsonString();
        Assert.Contains("Skrivfel", trail, StringComparison.Ordinal);

        await Fond.As("helsingborg-ledamot-1").RefusedAsync("MINUTES_VERSION_MISSING", "approveMinutes", new { minutesId = minutes }, "expectedVersion"); // they may have read the text that was
        await Fond.As("helsingborg-ledamot-1").RefusedAsync("CONFLICT", "approveMinutes", new { minutesId = minutes, expectedVersion = read });
        await Meetings.AnnouncedAsync(minutes); // by both of them
        await Cases.Secretary.RefusedAsync("MINUTES_WRONG_STATE", "correctMinutes", new { minutesId = minutes, reason = "Skrivfel", items = new[] { item } });
    }

    [Fact]
    public async Task What_a_decision_in_a_case_says_stands_and_notes_to_it_are_put_right()
    {
        var (meeting, minutes, members) = await ClosedAsync(await Cases.AwaitingDecisionAsync());
        var item = await Meetings.ItemAsync(meeting);
        const string Ruling = "Metoden är prövad på annat håll.";
        Task Refused(string code, object what, string path) => Cases.Secretary.RefusedAsync(code, "correctMinutes", what, path);
        await Refused("MINUTES_OUTCOME_STANDS", new { minutesId = minutes, reason = "Fel", items = new[] { new { itemId = item, outcome = "REJECTED", ruling = Ruling } } }, "items.0.outcome");
        await Refused("MINUTES_RULING_STANDS", new { minutesId = minutes, reason = "Fel", items = new[] { new { itemId = item, ruling = "Metoden är ny här." } } }, "items.0.ruling");
        await Refused("MINUTES_PRESENCE_STANDS", new { minutesId = minutes, reason = "En ledamot kom aldrig", attendance = Listed(members.SkipLast(1), members[^1]) }, "attendance");
        var noted = (await Cases.Secretary.DoAsync("correctMinutes", new { minutesId = minutes, reason = "En reservation saknades", items = new[] { new { itemId = item, outcome = "APPROVED", ruling = Ruling, dissents = new[] { new { personId = members[2], text = "Till förmån för avslag." } } } } },
            "minutes { meeting { items { outcome dissents { text } decision { outcome reasons } } } }"))["minutes"]!["meeting"]!["items"]![0]!;
        Assert.Equal(("APPROVED", "Till förmån för avslag.", "GRANTED", Ruling), (noted["outcome"]!.GetValue<string>(), noted["dissents"]![0]!["text"]!.GetValue<string>(), noted["decision"]!["outcome"]!.GetValue<string>(), noted["decision"]!["reasons"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_list_of_attendance_is_put_right_and_who_took_part_follows()
    {
        var (meeting, minutes, members) = await ClosedAsync("Årsplan för styrgruppen");
        await Cases.Secretary.DoAsync("correctMinutes", new { minutesId = minutes, reason = "En ledamot kom aldrig", attendance = Listed(members.SkipLast(1), members[^1]) }, "minutes { id }");
        var corrected = (await Cases.Secretary.ReadAsync("query($m: ID!) { node(id: $m) { ... on Meeting { items { present { id } } attendance { isPresent person { id } } } } }", new { m = meeting }))["node"]!;
        Assert.Equal(members.SkipLast(1).Order(), corrected["items"]![0]!["present"]!.AsArray().Select(p => p!["id"]!.GetValue<string>()).Order());
        Assert.Contains(corrected["attendance"]!.AsArray(), a => !a!["isPresent"]!.GetValue<bool>() && a["person"]!["id"]!.GetValue<string>() == members[^1]);
    }

    [Fact]
    public async Task What_is_missing_in_a_case_that_was_referred_back_is_told_anew_when_it_is_put_right()
    {
        var meeting = await Meetings.InSessionAsync(await Cases.AwaitingDecisionAsync());
        await Meetings.SettleAsync(meeting, "REFERRED_BACK", 1, ("missing", "En budget"));
        var minutes = await Meetings.ClosedAsync(meeting);
        await Cases.Secretary.DoAsync("correctMinutes", new { minutesId = minutes, reason = "Fel ord", items = new[] { new { itemId = await Meetings.ItemAsync(meeting), missing = "En tidplan" } } }, "minutes { id }");
        foreach (var person in new[] { Cases.Lead, Cases.Officer })
            Assert.EndsWith("This is missing: En tidplan", (await person.ReadAsync("{ notifications(first: 1) { nodes { body } } }"))["notifications"]!["nodes"]![0]!["body"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_a_conflict_of_interest_in_a_case_puts_nobody_s_attendance_at_it_right()
    {
        var application = await Cases.AwaitingDecisionAsync();
        var meeting = await Meetings.InSessionAsync(application);
        await Meetings.SettleAsync(meeting, "TABLED");
        var (minutes, members) = (await Meetings.ClosedAsync(meeting), await Cases.MembersAsync("decidingBody"));
        await Cases.Secretary.DoAsync("declareRecusal", new { applicationId = application, ground = "OWN_MATTER", reason = "Syskon" }, "recusal { id }");
        await Cases.Secretary.ForbiddenAsync("FORBIDDEN", "mutation($input: CorrectMinutesInput!) { correctMinutes(input: $input) { errors { code } } }", new { input = new { minutesId = minutes, reason = "Fel", attendance = Listed(members.SkipLast(1), members[^1]) } });
    }

    [Fact]
    public async Task What_is_put_right_keeps_the_rules_of_the_table()
    {
        var (meeting, minutes, members) = await ClosedAsync("Årsplan för styrgruppen");
        var item = await Meetings.ItemAsync(meeting);
        Task Refused(string code, object input, string? path = null) => Cases.Secretary.RefusedAsync(code, "correctMinutes", input, path);
        await Refused("MINUTES_CORRECTION_REASON_INVALID", new { minutesId = minutes, reason = " ", items = new[] { new { itemId = item, ruling = "Ja" } } }, "reason");
        await Refused("MINUTES_CORRECTION_EMPTY", new { minutesId = minutes, reason = "Fel" });
        await Refused("MEETING_RULING_MISSING", new { minutesId = minutes, reason = "Fel", items = new[] { new { itemId = item } } }, "items.0.ruling");
        await Refused("MEETING_VOTES_MISCOUNTED", new { minutesId = minutes, reason = "Fel", items = new[] { new { itemId = item, ruling = "Ja", votes = new Dictionary<string, object> { ["for"] = 99, ["against"] = 0, ["abstained"] = 0, ["castingVote"] = false } } } }, "items.0.votes");
        await Refused("MEETING_NO_QUORUM", new { minutesId = minutes, reason = "Fel", attendance = Listed([members[0]], [.. members.Skip(1)]) }, "attendance");
        await Refused("MINUTES_APPROVER_AWAY", new { minutesId = minutes, reason = "Fel", attendance = Listed([.. members.Where(m => m != members[2])], members[2]) }, "attendance");
        await Fond.As("helsingborg-ledamot-1").ForbiddenAsync("FORBIDDEN", "mutation($input: CorrectMinutesInput!) { correctMinutes(input: $input) { errors { code } } }", new { input = new { minutesId = minutes, reason = "Fel", items = new[] { new { itemId = item, ruling = "Ja" } } } });
        await Fond.As("haninge-sekreterare").RefusedAsync("NOT_FOUND", "correctMinutes", new { minutesId = minutes, reason = "Fel", items = new[] { new { itemId = item, ruling = "Ja" } } }, "minutesId");
    }

    private async Task<(string Meeting, string Minutes, List<string> Members)> ClosedAsync(string item)
    {
        var meeting = await Meetings.InSessionAsync(item);
        await Meetings.SettleAsync(meeting, "APPROVED");
        return (meeting, await Meetings.ClosedAsync(meeting), await Cases.MembersAsync("decidingBody"));
    }

    private static List<object> Listed(IEnumerable<string> there, params IReadOnlyList<string> away) =>
        [.. there.Select(p => (object)new { personId = p }), .. away.Select(p => new { personId = p, isPresent = false })];
}
