using System.Text.Json.Nodes;
using Fond.Api.Tests.Impact.MoneyBack;
using Fond.Api.Tests.Support;
using static Fond.Api.Tests.Impact.MoneyBack.MoneyStages;

namespace Fond.Api.Tests.Repayments;

/// <summary>Savings come back to the fund by a plan, by what is verified, or by a contract; what does not come is told of, and written down by a decision.</summary>
public sealed class RepaymentTests : FondTest
{
    private const string Whole = "repaymentAgreement { model bindingOn nextDueOn outstanding paid writtenDown isOverdue instalments { number unit dueOn amount outstanding state isOverdue invoiceNumber paid writtenDown writeDownReason writtenDownOn writtenDownBy { name } settlement { horizon saved goalReached savings { number } } } }";

    private MoneyStages Money => new(Fond);

    private Stages Stages => Money.Stages;

    [Fact]
    public async Task A_plan_binds_when_the_agreement_is_signed_and_its_instalments_are_invoiced_paid_and_written_down()
    {
        var (application, project) = await Stages.RunningAsync(p => AgreeAsync(Plan(p)));
        await Stages.Officer.RefusedAsync("REPAYMENT_BINDING", "agreeRepayment", Plan(project));
        await Stages.Officer.DoAsync("invoiceInstalment", new { projectId = project, instalment = 1, invoiceNumber = "F 2026-17" }, Whole);
        await Stages.Officer.RefusedAsync("REPAYMENT_INVOICED", "invoiceInstalment", new { projectId = project, instalment = 1, invoiceNumber = "F 2026-18" }, "instalment");
        await Stages.Officer.RefusedAsync("REPAYMENT_INSTALMENT_UNSAID", "recordRepayment", new { projectId = project, amount = 1, note = "Kvitto" }, "instalment");
        await Stages.Officer.RefusedAsync("REPAYMENT_ABOVE_INSTALMENT", "recordRepayment", new { projectId = project, instalment = 1, amount = 30_000_001, note = "Kvitto" }, "amount");
        await Stages.Officer.DoAsync("recordRepayment", new { projectId = project, instalment = 1, amount = 10_000_000, note = "Kvitto 1" }, "project { id }");
        Assert.Equal(("INVOICED", 20_000_000L), (await ReadAsync(project))["instalments"]![0] is var first ? (first!["state"]!.GetValue<string>(), first["outstanding"]!.GetValue<long>()) : default);
        await Stages.Officer.DoAsync("recordRepayment", new { projectId = project, instalment = 1, amount = 20_000_000, note = "Kvitto 2" }, "project { id }");
        await Stages.Officer.RefusedAsync("REPAYMENT_INSTALMENT_SETTLED", "recordRepayment", new { projectId = project, instalment = 1, amount = 1, note = "Kvitto" }, "instalment");

        var down = new { projectId = project, instalment = 2, amount = 20_000_000, reason = "Placeringarna minskade inte", decidedOn = "2026-03-10" };
        await Stages.Officer.ForbiddenAsync("FORBIDDEN", "mutation($input: WriteDownInstalmentInput!) { writeDownInstalment(input: $input) { errors { code } } }", new { input = down });
        await Stages.Secretary.RefusedAsync("PROJECT_REASON_MISSING", "writeDownInstalment", down with { reason = " " }, "reason");
        await Stages.Secretary.RefusedAsync("PROJECT_DAY_IN_FUTURE", "writeDownInstalment", down with { decidedOn = "2026-03-11" }, "decidedOn");
        var agreement = (await Stages.Secretary.DoAsync("writeDownInstalment", down, Whole))["repaymentAgreement"]!;
        Assert.Equal((0L, 30_000_000L, 20_000_000L, true), (Ore(agreement, "outstanding"), Ore(agreement, "paid"), Ore(agreement, "writtenDown"), agreement["nextDueOn"] is null));
        var second = agreement["instalments"]![1]!;
        Assert.Equal(("WRITTEN_DOWN", "Placeringarna minskade inte", "2026-03-10"), (second["state"]!.GetValue<string>(), second["writeDownReason"]!.GetValue<string>(), second["writtenDownOn"]!.GetValue<string>()));
        Assert.NotNull(second["writtenDownBy"]!["name"]);
        var registered = (await Stages.Officer.ReadAsync("query($a: ID!) { caseDocuments(applicationId: $a, kind: WRITE_DOWN) { nodes { direction on target { ... on Project { id } } } } }", new { a = application }))["caseDocuments"]!["nodes"]!.AsArray();
        Assert.Equal(("DRAWN_UP", "2026-03-10", project), Assert.Single(registered) is var entry ? (entry!["direction"]!.GetValue<string>(), entry["on"]!.GetValue<string>(), entry["target"]!["id"]!.GetValue<string>()) : default);

        await Stages.Officer.DoAsync("recordRepayment", new { projectId = project, amount = 5, note = "Utöver planen" }, "project { id }");
        var money = (await Stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { balances { repaid } ledger { kind postings { account amount } } } } }", new { a = application }))["node"]!;
        Assert.Equal(30_000_005, Ore(money["balances"]![0]!, "repaid"));
        Assert.Equal(3, money["ledger"]!.AsArray().Count(t => t!["kind"]!.GetValue<string>() == "REPAYMENT"));
    }

    [Fact]
    public async Task The_terms_go_with_the_model_and_another_model_than_the_funds_is_explained()
    {
        var (_, project) = await Stages.GrantedAsync();
        await AgreeAsync(Contract(project));
        await AgreeAsync(Plan(project)); // until it is signed
        Assert.Equal("PLAN_FROM_SAVING_UNITS", (await ReadAsync(project))["model"]!.GetValue<string>());
        await Stages.Officer.RefusedAsync("REPAYMENT_DEVIATION_UNEXPLAINED", "agreeRepayment", Without(Contract(project), "deviationReason"), "deviationReason");
        await Stages.Officer.RefusedAsync("REPAYMENT_TERMS_AMISS", "agreeRepayment", Without(Contract(project), "goal"), "goal");
        await Stages.Officer.RefusedAsync("REPAYMENT_TERMS_AMISS", "agreeRepayment", new { projectId = project, model = "VERIFIED_SAVINGS_SHARE", share = 1.1, deviationReason = "Prövas" }, "share");
        await Stages.Officer.RefusedAsync("REPAYMENT_TERMS_AMISS", "agreeRepayment", new { projectId = project, model = "PLAN_FROM_SAVING_UNITS" }, "instalments");
        await Stages.Officer.RefusedAsync("REPAYMENT_DAY_PAST", "agreeRepayment", Plan(project, "2026-03-10"), "instalments.0.dueOn");
        var above = Plan(project);
        above["instalments"]![0]!["amount"] = 500_000_001;
        await Stages.Officer.RefusedAsync("REPAYMENT_PLAN_ABOVE_GRANT", "agreeRepayment", above, "instalments");
        await Stages.Officer.RefusedAsync("PROJECT_AGREEMENT_MISSING", "invoiceInstalment", new { projectId = project, instalment = 1, invoiceNumber = "1" });
    }

    [Fact]
    public async Task What_is_agreed_after_the_signing_binds_at_once()
    {
        var (_, project) = await Stages.RunningAsync();
        await AgreeAsync(Plan(project));
        Assert.Equal("2026-03-10", (await ReadAsync(project))["bindingOn"]!.GetValue<string>());
        await Stages.Officer.RefusedAsync("REPAYMENT_BINDING", "agreeRepayment", Plan(project));
        await Stages.Officer.DoAsync("invoiceInstalment", new { projectId = project, instalment = 1, invoiceNumber = "F 2026-17" }, Whole);
    }

    [Fact]
    public async Task What_is_overdue_is_told_once_and_listed_until_it_is_paid()
    {
        var (_, project) = await Stages.RunningAsync(p => AgreeAsync(Plan(p)));
        Fond.Clock.SetUtcNow(new(2026, 6, 1, 21, 59, 59, TimeSpan.Zero)); // a second before midnight in Helsingborg
        await Fond.SweepAsync();
        Assert.Equal((0, 0), (await ToldAsync("helsingborg-handlaggare"), await OverdueAsync()));
        Fond.Clock.Advance(TimeSpan.FromSeconds(1));
        await Fond.SweepAsync();
        await Fond.SweepAsync();
        Assert.Equal((1, 1, 1), (await ToldAsync("helsingborg-handlaggare"), await ToldAsync("helsingborg-projektledare"), await OverdueAsync()));
        Assert.Equal([true, false], (await ReadAsync(project))["instalments"]!.AsArray().Select(i => i!["isOverdue"]!.GetValue<bool>()));
        await Stages.Officer.DoAsync("recordRepayment", new { projectId = project, instalment = 1, amount = 30_000_000, note = "Kvitto" }, "project { id }");
        Assert.Equal(0, await OverdueAsync());
        Fond.Clock.SetUtcNow(new(2027, 6, 2, 0, 0, 0, TimeSpan.Zero));
        await Fond.SweepAsync();
        Assert.Equal((2, 1), (await ToldAsync("helsingborg-handlaggare"), await OverdueAsync()));
    }

    /// <summary>Norrköping 2016: ten million kronor, 40 % guaranteed, at most 20 % on top. Each row is what is to be repaid in all by then.</summary>
    [Fact]
    public async Task The_outcome_contract_asks_for_what_its_table_says_as_savings_are_verified()
    {
        await Money.PriceAsync();
        var (_, project) = await Stages.RunningAsync(p => AgreeAsync(Contract(p)));
        await Stages.Officer.RefusedAsync("SAVINGS_MISSING", "settleRepayment", Settlement(project, true));
        await Money.MeasureAsync(project);
        foreach (var (without, saved, goal, repaid) in new[] { (0.4m, 0L, false, 4.0m), (0.45m, 5L, true, 7.0m), (0.5m, 10L, false, 10.0m), (0.6m, 20L, true, 12.0m) })
        {
            await Money.VerifyAsync(project, Verified(Saving(100, without, 0.4m)));
            if (saved == 20) await Stages.Officer.RefusedAsync("REPAYMENT_NOTHING_OWED", "settleRepayment", Settlement(project, false)); // 10.0 without the goal
            var agreement = (await Stages.Officer.DoAsync("settleRepayment", Settlement(project, goal), Whole))["repaymentAgreement"]!;
            Assert.Equal((long)(repaid * 100_000_000), Ore(agreement, "outstanding"));
            var settled = agreement["instalments"]!.AsArray()[^1]!["settlement"]!;
            Assert.Equal((saved * 100_000_000, goal, 5), (Ore(settled, "saved"), settled["goalReached"]!.GetValue<bool>(), settled["horizon"]!.GetValue<int>()));
        }
        await Stages.Officer.RefusedAsync("REPAYMENT_GOAL_UNCLEAR", "settleRepayment", Settlement(project, null), "goalReached");
    }

    /// <summary>Four of ten million kronor are repaid on activity; what is measured later adds no more than the rest.</summary>
    [Fact]
    public async Task What_a_contract_guarantees_is_asked_for_before_anything_is_measured_and_only_once()
    {
        var (_, project) = await Stages.RunningAsync(p => AgreeAsync(Contract(p)));
        var guaranteed = new { projectId = project, unit = "Socialnämnden", dueOn = "2026-12-31" };
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", "mutation($input: SettleGuaranteedInput!) { settleGuaranteed(input: $input) { errors { code } } }", new { input = guaranteed });
        await Fond.As("haninge-handlaggare").RefusedAsync("NOT_FOUND", "settleGuaranteed", guaranteed, "projectId");
        await Stages.Officer.RefusedAsync("REPAYMENT_UNIT_INVALID", "settleGuaranteed", guaranteed with { unit = " " }, "unit");
        await Stages.Officer.RefusedAsync("REPAYMENT_DAY_PAST", "settleGuaranteed", guaranteed with { dueOn = "2026-03-10" }, "dueOn");
        var agreement = (await Stages.Officer.DoAsync("settleGuaranteed", guaranteed, Whole))["repaymentAgreement"]!;
        Assert.Equal((400_000_000L, "2026-12-31"), (Ore(agreement, "outstanding"), agreement["nextDueOn"]!.GetValue<string>()));
        Assert.Null(Assert.Single(agreement["instalments"]!.AsArray())!["settlement"]);
        await Stages.Officer.RefusedAsync("REPAYMENT_NOTHING_OWED", "settleGuaranteed", guaranteed);

        await VerifiedAsync(project); // ten million saved
        agreement = (await Stages.Officer.DoAsync("settleRepayment", Settlement(project, false), Whole))["repaymentAgreement"]!;
        Assert.Equal([400_000_000L, 600_000_000L], agreement["instalments"]!.AsArray().Select(i => Ore(i!, "amount")));
        await Stages.Officer.RefusedAsync("REPAYMENT_NOTHING_OWED", "settleGuaranteed", guaranteed);
    }

    [Fact]
    public async Task What_is_not_guaranteed_is_not_asked_for_beforehand()
    {
        var (_, project) = await Stages.RunningAsync(p => AgreeAsync(Plan(p)));
        await Stages.Officer.RefusedAsync("REPAYMENT_NOTHING_GUARANTEED", "settleGuaranteed", new { projectId = project, unit = "Socialnämnden", dueOn = "2026-12-31" });
    }

    [Fact]
    public async Task A_project_that_was_called_off_owes_no_guarantee()
    {
        var (_, project) = await Stages.RunningAsync(p => AgreeAsync(Contract(p)));
        await Stages.Secretary.DoAsync("callOffProject", new { projectId = project, reasons = "Slut", decidedOn = "2026-03-10" }, "project { id }");
        await Stages.Officer.RefusedAsync("PROJECT_CLOSED", "settleGuaranteed", new { projectId = project, unit = "Socialnämnden", dueOn = "2026-12-31" });
    }

    /// <summary>Who is told of everything would tell it by what they ask for.</summary>
    [Fact]
    public async Task An_officer_who_is_the_evaluator_does_not_settle()
    {
        var (_, project) = await Stages.RunningAsync(p => AgreeAsync(new JsonObject { ["projectId"] = p, ["model"] = "VERIFIED_SAVINGS_SHARE", ["share"] = 0.5, ["deviationReason"] = "Besparingen är osäker" }));
        await VerifiedAsync(project);
        var officer = (await Stages.Officer.ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();
        await Fond.As("administrator").DoAsync("grantRole", new { personId = officer, role = "EVALUATOR" }, "person { id }");
        await Stages.Officer.DoAsync("assignEvaluator", new { projectId = project, personId = officer }, "project { id }");
        await Stages.Officer.RefusedAsync("REPAYMENT_BY_EVALUATOR", "settleRepayment", Settlement(project, null));
    }

    [Theory]
    [InlineData(0.45, 250_000_000)]
    [InlineData(0.6, 500_000_000)]
    public async Task A_share_of_verified_savings_comes_back_up_to_the_grant(double without, long repaid)
    {
        await Money.PriceAsync();
        var (_, project) = await Stages.RunningAsync(p => AgreeAsync(new JsonObject { ["projectId"] = p, ["model"] = "VERIFIED_SAVINGS_SHARE", ["share"] = 0.5, ["deviationReason"] = "Besparingen är osäker" }));
        await Money.MeasureAsync(project);
        await Money.VerifyAsync(project, Verified(Saving(100, (decimal)without, 0.4m)));
        await Stages.Officer.RefusedAsync("REPAYMENT_GOAL_UNCLEAR", "settleRepayment", Settlement(project, true), "goalReached");
        var agreement = (await Stages.Officer.DoAsync("settleRepayment", Settlement(project, null), Whole))["repaymentAgreement"]!;
        Assert.Equal(repaid, Ore(agreement, "outstanding"));
        await Money.VerifyAsync(project, Verified(Saving(100, (decimal)without, 0.42m), 100));
        await Stages.Officer.RefusedAsync("REPAYMENT_NOTHING_OWED", "settleRepayment", Settlement(project, null)); // two more of a hundred wait, so that it is by the first still
        await Money.VerifyAsync(project, Verified(Saving(100, 1, 0.02m), 100));
        await Stages.Officer.RefusedAsync("SAVINGS_HIDDEN", "settleRepayment", Settlement(project, null));
    }

    [Fact]
    public async Task What_came_in_before_the_settlement_is_not_asked_for_again()
    {
        await Money.PriceAsync();
        var (_, project) = await Stages.RunningAsync(p => AgreeAsync(new JsonObject { ["projectId"] = p, ["model"] = "VERIFIED_SAVINGS_SHARE", ["share"] = 0.5, ["deviationReason"] = "Besparingen är osäker" }));
        await Money.MeasureAsync(project);
        await Money.VerifyAsync(project, Verified(Saving(100, 0.45m, 0.4m)));
        await Stages.Officer.DoAsync("recordRepayment", new { projectId = project, amount = 100_000_000, note = "Nämnden betalade i förväg" }, "project { id }");
        var agreement = (await Stages.Officer.DoAsync("settleRepayment", Settlement(project, null), Whole))["repaymentAgreement"]!;
        Assert.Equal(150_000_000, Ore(agreement, "outstanding"));
        await Stages.Officer.DoAsync("recordRepayment", new { projectId = project, instalment = 1, amount = 150_000_000, note = "Resten" }, "project { id }");
        await Stages.Officer.RefusedAsync("REPAYMENT_NOTHING_OWED", "settleRepayment", Settlement(project, null));
    }

    [Fact]
    public async Task Only_the_funds_officers_agree_and_settle_and_only_its_own_people_see_it()
    {
        var (_, project) = await Stages.RunningAsync(p => AgreeAsync(Plan(p)));
        await Stages.Officer.RefusedAsync("REPAYMENT_NOT_BY_SAVINGS", "settleRepayment", Settlement(await VerifiedAsync(project), null));
        await Stages.Lead.ForbiddenAsync("FORBIDDEN", "mutation($input: AgreeRepaymentInput!) { agreeRepayment(input: $input) { errors { code } } }", new { input = Plan(project) });
        var stranger = Fond.As("haninge-handlaggare");
        await stranger.RefusedAsync("NOT_FOUND", "agreeRepayment", Plan(project), "projectId");
        await stranger.RefusedAsync("NOT_FOUND", "invoiceInstalment", new { projectId = project, instalment = 1, invoiceNumber = "1" }, "projectId");
        await Fond.As("haninge-sekreterare").RefusedAsync("NOT_FOUND", "writeDownInstalment", new { projectId = project, instalment = 1, amount = 1, reason = "Nej", decidedOn = "2026-03-10" }, "projectId");
        foreach (var (reader, seen) in new[] { (stranger, 0), (Stages.Lead, 1), (Stages.Officer, 1), (Fond.As("revisor"), 1), (Stages.Evaluator, 0) })
            Assert.Equal(seen, (await reader.ReadAsync("{ repaymentAgreements { nodes { id } } }"))["repaymentAgreements"]!["nodes"]!.AsArray().Count);
    }

    private async Task<string> VerifiedAsync(string project)
    {
        await Money.PriceAsync();
        await Money.MeasureAsync(project);
        await Money.VerifyAsync(project, Verified(Saving(100, 0.5m, 0.4m)));
        return project;
    }

    private Task<JsonNode> AgreeAsync(JsonObject terms) => Stages.Officer.DoAsync("agreeRepayment", terms, "repaymentAgreement { id }");

    private async Task<JsonNode> ReadAsync(string project) =>
        (await Stages.Officer.ReadAsync($"query($p: ID!) {{ node(id: $p) {{ ... on Project {{ {Whole.Replace("repaymentAgreement ", "repaymentAgreements ", StringComparison.Ordinal)} }} }} }}", new { p = project }))["node"]!["repaymentAgreements"]![0]!;

    private async Task<int> OverdueAsync() =>
        (await Stages.Officer.ReadAsync("query($f: ID) { repaymentAgreements(fundId: $f, overdue: true) { nodes { id } } }", new { f = await Money.FundAsync() }))["repaymentAgreements"]!["nodes"]!.AsArray().Count;

    private async Task<int> ToldAsync(string person) =>
        (await Fond.As(person).ReadAsync("{ notifications(first: 100) { nodes { subject } } }"))["notifications"]!["nodes"]!.AsArray().Count(n => n!["subject"]!.GetValue<string>().StartsWith("Overdue repayment", StringComparison.Ordinal));

    private static object Settlement(string project, bool? goal) => new { projectId = project, horizon = 5, goalReached = goal, unit = "Socialnämnden", dueOn = "2026-12-31" };

    private static JsonObject Plan(string project, string first = "2026-06-01") => new()
    {
        ["projectId"] = project,
        ["model"] = "PLAN_FROM_SAVING_UNITS",
        ["instalments"] = new JsonArray(
            new JsonObject { ["unit"] = "Socialnämnden", ["dueOn"] = first, ["amount"] = 30_000_000 },
            new JsonObject { ["unit"] = "Barn- och utbildningsnämnden", ["dueOn"] = "2027-06-01", ["amount"] = 20_000_000 }),
    };

    private static JsonObject Contract(string project) => new()
    {
        ["projectId"] = project,
        ["model"] = "OUTCOME_CONTRACT",
        ["contract"] = new JsonObject { ["loan"] = 1_000_000_000, ["guaranteed"] = 0.4, ["cap"] = 0.2, ["shareAbove"] = 0.6 },
        ["goal"] = "Bättre skolresultat",
        ["deviationReason"] = "En investerare delar risken",
    };

    private static JsonObject Without(JsonObject input, string field)
    {
        input.Remove(field);
        return input;
    }

    private static long Ore(JsonNode node, string field) => node[field]!.GetValue<long>();
}
