using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Fond.Domain.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Workflows;

namespace Fond.Api.Tests.Access;

/// <summary>Others' things do not exist, whatever one may do to one's own: every mutation that names a thing, by everybody whose role may name the mutation.</summary>
public sealed class OthersObjectsTests : FondTest
{
    /// <summary>What whoever is signed in may know of, so that to act on it is forbidden.</summary>
    private static readonly string[] Known = ["fundId", "callId", "bodyId", "personId", "programmeId"];

    /// <summary>These name nothing that belongs to a fund.</summary>
    private static readonly string[] OfNoFund = ["CreateFund", "RegisterPerson", "SaveBody", "SaveProgramme", "SaveReferralGroup"];

    /// <summary>What is told of the whole that the thing is to be a part of, so that the thing itself is not looked for.</summary>
    private static readonly Dictionary<string, string> OfAWhole = new()
    {
        ["castBallot groups.0.applicationIds.0"] = "BALLOT_CASE_UNKNOWN groups.0.applicationIds.0",
        ["dropBackground areaId"] = "NOT_FOUND keyFigureId",
        ["settleRanking applicationIds.0"] = "RANKING_WRONG_STATE ",
    };

    private readonly List<string> _faults = [];

    /// <summary>By mutation and place in its input: whether anybody was told that it is not there.</summary>
    private readonly Dictionary<string, bool> _beside = [];
    private int _sent;

    [Fact]
    public async Task Another_funds_things_do_not_exist_for_any_role()
    {
        var (ground, inputs) = await PrepareAsync();
        Assert.Equal(OfNoFund, inputs.Mutations.Where(m => Named(ProbeInput.Of(inputs, m, ground.There), ground.There).Count == 0).Order(StringComparer.Ordinal));
        await LeavesAllAsItIsAsync(async () =>
        {
            foreach (var role in Enum.GetValues<Role>())
                foreach (var mutation in inputs.Mutations) await TryAsync(ground, inputs, role, mutation, ground.There);
        });
        Assert.True(_sent > 200, $"Only {_sent} were tried.");
    }

    [Theory]
    [InlineData(Role.Applicant)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.Evaluator)]
    [InlineData(Role.ReferralBody)]
    [InlineData(Role.CouncilMember)]
    public async Task Nor_do_those_of_ones_own_fund_that_do_not_concern_one(Role role)
    {
        var (ground, inputs) = await PrepareAsync();
        await LeavesAllAsItIsAsync(async () =>
        {
            foreach (var mutation in inputs.Mutations.Where(m => Named(ProbeInput.Of(inputs, m, ground.Here), ground.Here).Except(Known).Any()))
                await TryAsync(ground, inputs, role, mutation, ground.Here);
        });
        Assert.True(_sent > 5, $"Only {_sent} were tried.");
    }

    /// <summary>Each thing that a mutation names beside its own, one after the other.</summary>
    [Fact]
    public async Task Nor_do_another_funds_beside_ones_own()
    {
        var (ground, inputs) = await PrepareAsync();
        await LeavesAllAsItIsAsync(async () =>
        {
            foreach (var role in Enum.GetValues<Role>())
                foreach (var mutation in inputs.Mutations) await TryBesideAsync(ground, inputs, role, mutation);
        });
        Assert.Equal(OfAWhole.Keys.Order(StringComparer.Ordinal), _beside.Where(slot => !slot.Value).Select(slot => slot.Key).Order(StringComparer.Ordinal));
        Assert.True(_sent > 50, $"Only {_sent} were tried.");
    }

    private async Task TryBesideAsync(AccessGround ground, InputSchema inputs, Role role, string mutation)
    {
        if (OpenTo(role, mutation) is not { } name) return;
        var slots = IdSlot.In(ProbeInput.Of(inputs, mutation, ground.Here), ground.There).Select(s => s.Path).ToList();
        foreach (var path in slots.Where(_ => slots.Count > 1))
        {
            var input = ProbeInput.Of(inputs, mutation, ground.Here);
            var slot = IdSlot.In(input, ground.There).Single(s => s.Path == path);
            if (Known.Contains(slot.Kind)) continue;
            slot.Put();
            var (said, asked) = (await SaidAsync(ground.Askers.Single(a => a.Name == WorkflowNames.Of(role)).Owner, mutation, name, input), $"{name} {path}");
            _beside[asked] = _beside.GetValueOrDefault(asked) || said == $"NOT_FOUND {path}";
            if (!said.StartsWith("NOT_FOUND ", StringComparison.Ordinal) && said != "FORBIDDEN" && said != OfAWhole.GetValueOrDefault(asked)) _faults.Add($"{role} {asked}: {said}");
        }
    }

    private async Task<(AccessGround Ground, InputSchema Inputs)> PrepareAsync()
    {
        var ground = new AccessGround(Fond);
        await ground.PrepareAsync();
        return (ground, new InputSchema((await Fond.As("administrator").ReadAsync(InputSchema.Query))["__schema"]!));
    }

    private async Task LeavesAllAsItIsAsync(Func<Task> tries)
    {
        var before = await WrittenAsync();
        await tries();
        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
        Assert.Equal(before, await WrittenAsync());
    }

    /// <summary>As somebody who holds the role in Helsingborg, and whom nothing concerns.</summary>
    private async Task TryAsync(AccessGround ground, InputSchema inputs, Role role, string mutation, Dictionary<string, string> place)
    {
        var input = ProbeInput.Of(inputs, mutation, place);
        if (OpenTo(role, mutation) is not { } name || Named(input, place) is not { Count: > 0 } named) return;
        var hidden = named.Except(Known).Select(field => $"NOT_FOUND {field}").ToList();
        var said = await SaidAsync(ground.Askers.Single(a => a.Name == WorkflowNames.Of(role)).InFund, mutation, name, input);
        if (hidden.Count > 0 ? !hidden.Contains(said) : said != "FORBIDDEN") _faults.Add($"{role} {name}: {said}");
    }

    /// <summary>The fields that name things of the place.</summary>
    private static List<string> Named(JsonObject input, Dictionary<string, string> place) => [.. input.Where(f => f.Key.EndsWith("Id", StringComparison.Ordinal) && place.ContainsKey(f.Key)).Select(f => f.Key)];

    /// <summary>The mutation's field, where the role may name it and not everybody may.</summary>
    private string? OpenTo(Role role, string mutation)
    {
        var name = char.ToLowerInvariant(mutation[0]) + mutation[1..];
        var doors = new Doors(Fond);
        return doors.Of(name).Public || !doors.Admits(role, name) ? null : name;
    }

    private async Task<string> SaidAsync(Client asker, string mutation, string name, JsonObject input)
    {
        _sent++;
        var answer = await asker.AskAsync($"mutation($input: {mutation}Input!) {{ {name}(input: $input) {{ errors {{ code path }} }} }}", new { input });
        return answer["errors"] is { } refused
            ? refused[0]!["extensions"]!["code"]!.GetValue<string>()
            : string.Join(", ", answer["data"]![name]!["errors"]!.AsArray().Select(e => $"{e!["code"]} {string.Join('.', e["path"]!.AsArray())}"));
    }

    private Task<long> WrittenAsync() => Fond.InDatabaseAsync(db => Task.FromResult(db.Set<AuditHead>().Single().Sequence));
}
