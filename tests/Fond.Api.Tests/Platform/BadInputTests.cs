using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Fond.Features.Platform.Audit;

namespace Fond.Api.Tests.Platform;

/// <summary>Every mutation of the schema with input that is off in one way: a code, never a fault of ours, and nothing written.</summary>
public sealed class BadInputTests : FondTest
{
    public static TheoryData<string, string> Ways => new()
    {
        { "unknown ids", "abc" },
        { "ids of another type", "Q2FsbDo5OTk5OTk" },
        { "text far too long", new string('x', 100_000) },
        { "control characters", "a\u0000b\u001b[31m" },
        { "writing turned round", "fakt\u202efdp.exe" },
        { "empty text", "" },
    };

    [Theory]
    [MemberData(nameof(Ways), DisableDiscoveryEnumeration = true)]
    public async Task No_mutation_takes_it_or_breaks(string way, string text)
    {
        var everybody = await SomebodyWithEveryRoleAsync();
        var schema = new InputSchema((await everybody.ReadAsync(InputSchema.Query))["__schema"]!);
        var before = await WrittenAsync();
        foreach (var mutation in schema.Mutations)
        {
            var aboutIds = way.Contains("ids", StringComparison.Ordinal);
            if (aboutIds && !schema.HasId(mutation + "Input")) continue;
            var id = aboutIds ? text : "abc";
            using var response = await everybody.PostAsync($"mutation($input: {mutation}Input!) {{ {char.ToLowerInvariant(mutation[0]) + mutation[1..]}(input: $input) {{ errors {{ code path }} }} }}",
                new { input = schema.Value(mutation + "Input", text, id) });
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{mutation}, {way}: {response.StatusCode}");
            var codes = Codes(answer).ToList();
            Assert.True(codes.Count > 0, $"{mutation} took {way}: {answer.ToJsonString()}");
            Assert.DoesNotContain("INTERNAL", codes);
        }
        Assert.Equal(before, await WrittenAsync());
    }

    public static TheoryData<string, string, string> OneFieldOff => new()
    {
        { "String", JsonSerializer.Serialize(new string('x', 20_001)), "TEXT_TOO_LONG" },
        { "String", "\"a\\u0007b\"", "TEXT_CONTROL_CHARACTERS" },
        { "Money", "-1", "AMOUNT_NEGATIVE" },
        { "DateOnly", "\"9999-12-31\"", "DATE_IMPLAUSIBLE" },
        { "DateTimeOffset", "\"0001-01-01T00:00:00Z\"", "DATE_IMPLAUSIBLE" },
    };

    [Theory]
    [MemberData(nameof(OneFieldOff), DisableDiscoveryEnumeration = true)]
    public async Task Each_field_of_each_mutation_is_named_by_its_path_when_it_alone_is_off(string kind, string json, string code)
    {
        var (everybody, before, fields) = (await SomebodyWithEveryRoleAsync(), 0L, 0);
        var schema = new InputSchema((await everybody.ReadAsync(InputSchema.Query))["__schema"]!);
        before = await WrittenAsync();
        foreach (var mutation in schema.Mutations)
            foreach (var (path, input) in schema.WithOneOff(mutation + "Input", kind, JsonNode.Parse(json)!))
            {
                fields++;
                var name = char.ToLowerInvariant(mutation[0]) + mutation[1..];
                var answer = await everybody.AskAsync($"mutation($input: {mutation}Input!) {{ {name}(input: $input) {{ errors {{ code path }} }} }}", new { input });
                var faults = answer["data"]?[name]?["errors"]?.AsArray().Select(e => $"{e!["code"]} {string.Join('.', e["path"]!.AsArray())}").ToList() ?? [];
                Assert.True(faults.SequenceEqual([$"{code} {path}"]), $"{name} {path}: {answer.ToJsonString()}");
            }
        Assert.True(fields > 0);
        Assert.Equal(before, await WrittenAsync());
    }

    [Theory]
    [InlineData("Money", "12.5")]
    [InlineData("Money", "9007199254740992")]
    [InlineData("DateOnly", "\"2026-02-30\"")]
    [InlineData("Int", "2147483648")]
    [InlineData("Boolean", "\"ja\"")]
    [InlineData("String", "7")]
    public async Task A_value_of_the_wrong_kind_is_named_by_its_path_wherever_it_stands(string kind, string json)
    {
        var everybody = await SomebodyWithEveryRoleAsync();
        var schema = new InputSchema((await everybody.ReadAsync(InputSchema.Query))["__schema"]!);
        var before = await WrittenAsync();
        foreach (var mutation in schema.Mutations)
            foreach (var (path, input) in schema.WithOneOff(mutation + "Input", kind, JsonNode.Parse(json)!))
            {
                var answer = await everybody.AskAsync($"mutation($input: {mutation}Input!) {{ {char.ToLowerInvariant(mutation[0]) + mutation[1..]}(input: $input) {{ errors {{ code }} }} }}", new { input });
                var extensions = answer["errors"]?[0]?["extensions"];
                Assert.True(extensions?["code"]?.GetValue<string>() == "INVALID_VALUE" && string.Join('.', extensions["path"]?.AsArray() ?? []) == path, $"{mutation} {path}: {answer.ToJsonString()}");
            }
        Assert.Equal(before, await WrittenAsync());
    }

    [Fact]
    public async Task A_text_of_a_megabyte_is_refused_with_its_path_and_loses_nothing()
    {
        var id = await Cases.DraftAsync(Fond);
        var lead = Fond.As("helsingborg-projektledare");
        await lead.DoAsync("saveApplicationDraft", new { applicationId = id, content = new { need = "Behovet" } }, "application { id }");
        await lead.RefusedAsync("TEXT_TOO_LONG", "saveApplicationDraft", new { applicationId = id, content = new { need = new string('x', 1024 * 1024) } }, "content.need");
        var need = (await lead.ReadAsync("query($id: ID!) { node(id: $id) { ... on Application { content { need } } } }", new { id }))["node"]!["content"]!["need"]!;
        Assert.Equal("Behovet", need.GetValue<string>());
    }

    [Fact]
    public async Task A_name_that_no_column_holds_is_refused_with_its_path()
    {
        var administrator = Fond.As("administrator");
        await administrator.RefusedAsync("TEXT_TOO_LONG", "saveBody", new { name = new string('x', 201), kind = "SUBGROUP", municipality = "Ny", quorum = 1 }, "name");
        await administrator.RefusedAsync("TEXT_TOO_LONG", "createFund", new { name = "Ny", municipality = new string('x', 101), series = "KS", numberPattern = "{number}/{year}" }, "municipality");
    }

    [Fact]
    public async Task Amounts_are_whole_ore_and_not_beyond_counting()
    {
        var administrator = Fond.As("administrator");
        var fund = (await administrator.ReadAsync("{ funds(first: 1) { nodes { id } } }"))["funds"]!["nodes"]![0]!["id"]!.GetValue<string>();
        foreach (var amount in new[] { "12.5", "9007199254740992", "\"100\"", "1e30", "true" })
        {
            var answer = await administrator.AskAsync($"mutation {{ allocateFunds(input: {{ fundId: \"{fund}\", amount: {amount}, year: 2026, note: \"x\" }}) {{ errors {{ code }} }} }}");
            Assert.NotNull(answer["errors"]);
        }
        await administrator.RefusedAsync("AMOUNT_NEGATIVE", "allocateFunds", new { fundId = fund, amount = -1, year = 2026, note = "x" }, "amount");
        await administrator.RefusedAsync("FUND_AMOUNT_INVALID", "allocateFunds", new { fundId = fund, amount = 0, year = 2026, note = "x" }, "amount");
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task Days_beyond_reason_are_refused_with_their_path(string day)
    {
        var application = await Cases.SubmittedAsync(Fond);
        await Fond.As("helsingborg-handlaggare").RefusedAsync("DATE_IMPLAUSIBLE", "requestSupplement", new { applicationId = application, request = "Mer", lastDay = day }, "lastDay");
        var draft = await Cases.DraftAsync(Fond);
        await Fond.As("helsingborg-projektledare").RefusedAsync("DATE_IMPLAUSIBLE", "saveApplicationDraft", new { applicationId = draft, content = new { milestones = new[] { new { name = "x", to = day } } } }, "content.milestones.0.to");
    }

    [Fact]
    public async Task An_instant_without_an_offset_is_refused() => await Fond.As("administrator").ForbiddenAsync("INVALID_VALUE",
        "mutation($input: CreateCallInput!) { createCall(input: $input) { errors { code } } }",
        new { input = new { fundId = "x", title = "x", opensAt = "2026-03-01T00:00:00", closesAt = "2026-04-01T00:00:00Z", criteria = Array.Empty<object>() } });

    [Fact]
    public async Task A_literal_of_the_wrong_type_is_named_by_its_path()
    {
        var answer = await Fond.As("administrator").AskAsync("mutation { allocateFunds(input: { fundId: \"x\", amount: 12.5, year: 2026, note: \"x\" }) { errors { code } } }");
        Assert.Equal(["amount"], answer["errors"]![0]!["extensions"]!["path"]!.AsArray().Select(p => p!.GetValue<string>()));
    }

    [Fact]
    public async Task A_variable_of_the_wrong_type_is_named()
    {
        var answer = await Fond.As("administrator").AskAsync("mutation($input: AllocateFundsInput!) { allocateFunds(input: $input) { errors { code } } }",
            new { input = new { fundId = "x", amount = 12.5, year = 2026, note = "x" } });
        var error = answer["errors"]![0]!;
        Assert.Equal("INVALID_VALUE", error["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal(["amount"], error["extensions"]!["path"]!.AsArray().Select(p => p!.GetValue<string>()));
    }

    private async Task<Client> SomebodyWithEveryRoleAsync()
    {
        var administrator = Fond.As("administrator");
        var person = (await administrator.DoAsync("registerPerson", new { subject = "allt", name = "Allt", organisation = "Ingen" }, "person { id }"))["person"]!["id"]!.GetValue<string>();
        foreach (var role in Enum.GetValues<global::Fond.Domain.Access.Role>())
            await administrator.DoAsync("grantRole", new { personId = person, role = global::Fond.Features.Platform.Workflows.WorkflowNames.Of(role) }, "person { id }");
        return Fond.As("allt");
    }

    private Task<long> WrittenAsync() => Fond.InDatabaseAsync(db => Task.FromResult(db.Set<AuditHead>().Single().Sequence));

    private static IEnumerable<string> Codes(JsonNode answer)
    {
        foreach (var error in answer["errors"]?.AsArray() ?? []) yield return error!["extensions"]!["code"]!.GetValue<string>();
        foreach (var (_, field) in answer["data"] as JsonObject ?? [])
            foreach (var error in (field as JsonObject)?["errors"]?.AsArray() ?? []) yield return error!["code"]!.GetValue<string>();
    }
}
