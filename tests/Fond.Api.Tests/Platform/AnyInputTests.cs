using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Access;
using Fond.Api.Tests.Support;
using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Domain.Programmes;
using Fond.Domain.Projects;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Notifications;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Platform;

/// <summary>Whatever a mutation is sent, it is done whole or not at all, and answers in time with a code of its own.</summary>
public sealed class AnyInputTests : FondTest
{
    private const int TriesPerMutation = 30;

    private const string Password = "Brokkvarn";

    /// <summary>These leave others without what they need: an item of a meeting, a seat, a role. So nothing is tried after them.</summary>
    private static readonly string[] TakesAway = ["RemoveAgendaItem", "EndMembership", "RevokeRole"];

    /// <summary>What is refused of any mutation alike, before a rule of its own is asked.</summary>
    private static readonly string[] BeforeTheDomain =
        ["NOT_FOUND", "CONFLICT", "AMOUNT_NEGATIVE", "DATE_IMPLAUSIBLE", "IDEMPOTENCY_KEY_INVALID", "IDEMPOTENCY_KEY_REUSED", "TEXT_CONTROL_CHARACTERS", "TEXT_PERSONAL_NUMBER", "TEXT_TOO_LONG", "WORKFLOW_ROLE_NOT_PERMITTED"];

    /// <summary>Far beyond what any of them takes, and well below the limit of a request.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(15);

    private readonly HashSet<string> _admitted = [];
    private readonly Dictionary<string, int> _reached = [];
    private readonly Dictionary<string, string> _said = [];
    private int _tried, _done;
    private Doors _doors = null!;
    private Collector _collector = null!;

    protected override string[] Settings => [.. _collector.Settings, "--Logging:LogLevel:Default=Information", "--Logging:LogLevel:Fond.Features.Platform.Telemetry=Information", "--Email:Host=127.0.0.1", "--Email:Port=9", "--Email:User=fond", $"--Email:Password={Password}"];

    public override async ValueTask InitializeAsync()
    {
        _collector = await Collector.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _collector.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task No_input_gives_a_fault_a_hang_or_rows_in_part()
    {
        var (ground, schema, inputs) = await PrepareAsync();
        foreach (var mutation in Turns(schema))
            await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(TriesPerMutation).WithName(mutation),
                Prop.ForAll(inputs.For(mutation + "Input", ProbeInput.Of(schema, mutation, ground.Here)), input => HoldsAsync(mutation, input).GetAwaiter().GetResult())));
        Assert.Empty(schema.Mutations.Except(_admitted));
        TestContext.Current.TestOutputHelper?.WriteLine($"Of {_tried} inputs {_reached.Values.Sum()} came to the rules of the domain ({100.0 * _reached.Values.Sum() / _tried:F0} %), and {_done} were done ({100.0 * _done / _tried:F0} %).");
        Assert.True(_reached.Values.Sum() * 5 > _tried * 2, $"Only {_reached.Values.Sum()} of {_tried} inputs came to the rules of the domain.");
        Assert.True(_done * 25 > _tried, $"Only {_done} of {_tried} inputs were good enough to be done.");
        Assert.Null(await Fond.InDatabaseAsync(async db => (await new AuditVerifier(db).VerifyAsync(CancellationToken.None)).BrokenAt)); // some input may have made the auditor none
        Assert.All(await Fond.InDatabaseAsync(db => db.Set<Fund>().AsNoTracking().ToListAsync()), fund => Assert.True(fund.Available >= Money.Zero));
        await NothingIsToldAsync();
    }

    [Fact]
    public async Task What_looks_sound_comes_to_a_rule_of_every_mutations_own()
    {
        var (ground, schema, inputs) = await PrepareAsync();
        foreach (var mutation in Turns(schema)) await HoldsAsync(mutation, inputs.Sound(mutation + "Input", ProbeInput.Of(schema, mutation, ground.Here)));
        Assert.Empty(schema.Mutations.Except(_reached.Keys).Select(mutation => $"{mutation}: {_said[mutation]}"));
    }

    private async Task<(AccessGround Ground, InputSchema Schema, InputGenerator Inputs)> PrepareAsync()
    {
        var ground = new AccessGround(Fond);
        await ground.PrepareAsync();
        var schema = new InputSchema((await Fond.As("administrator").ReadAsync(InputSchema.Query))["__schema"]!);
        _doors = new(Fond);
        return (ground, schema, new InputGenerator(schema, await IdsAsync(ground)));
    }

    /// <summary>First what is open to everybody, until its case is marked or it is closed.</summary>
    private static IEnumerable<string> Turns(InputSchema schema) => schema.Mutations.OrderBy(m => m == "CommentConsultation" ? -2 : Array.IndexOf(TakesAway, m));

    /// <summary>What was written stands in no signal, and Fond's own secrets in none and in no entry of the trail.</summary>
    private async Task NothingIsToldAsync()
    {
        Collector.Drain(Fond);
        foreach (var signal in new[] { "traces", "metrics", "logs" })
        {
            var told = _collector.Received(signal);
            Assert.NotEmpty(told);
            Assert.All(Secrets.Append(InputGenerator.Mark), secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal));
        }
        var trail = await Fond.InDatabaseAsync(db => db.Set<AuditEntry>().AsNoTracking().Select(e => e.Before + e.After).ToListAsync());
        Assert.Contains(trail, entry => entry?.Contains(InputGenerator.Mark, StringComparison.Ordinal) == true);
        Assert.DoesNotContain(trail, entry => entry is not null && Secrets.Any(secret => entry.Contains(secret, StringComparison.Ordinal)));
    }

    /// <summary>Drivers name a data source by its connection, with the password taken out.</summary>
    private string[] Secrets => new DbConnectionStringBuilder { ConnectionString = Fond.Connection }.TryGetValue("Password", out var password) ? [Password, Collector.Key, (string)password] : [Password, Collector.Key];

    private async Task<ILookup<string, string>> IdsAsync(AccessGround ground)
    {
        var known = ground.Here.Where(k => k.Key.EndsWith("Id", StringComparison.Ordinal)).Select(k => (Kind: k.Key[..^"Id".Length], Id: k.Value)).Concat(ground.There.Where(k => k.Key.EndsWith("Id", StringComparison.Ordinal)).Select(k => (Kind: "elsewhere", Id: k.Value)));
        var (meeting, body) = (GlobalId.KeyOf<Meeting>(ground.Here["meetingId"]), GlobalId.KeyOf<Body>(ground.Here["bodyId"]));
        var found = await Fond.InDatabaseAsync(async db => (List<(string Kind, string Id)>)
        [
            .. from p in await db.Set<Person>().Select(p => p.Id).ToListAsync() from kind in (string[])["person", "assessor", "by", "responsible"] select (kind, GlobalId.Of<Person>(p)),
            .. from b in await db.Set<Body>().Select(b => b.Id).ToListAsync() from kind in (string[])["parent", "referredTo"] select (kind, GlobalId.Of<Body>(b)),
            .. from m in await db.Set<Body>().OrderBy(b => b.Id != body).SelectMany(b => b.Members).Select(m => m.Id).ToListAsync() select ("membership", GlobalId.Of<Membership>(m)),
            .. from d in await db.Set<Delegation>().Select(d => d.Id).ToListAsync() select ("delegation", GlobalId.Of<Delegation>(d)),
            .. from m in await db.Set<ProjectMilestone>().Select(m => m.Id).ToListAsync() select ("milestone", GlobalId.Of<ProjectMilestone>(m)),
            .. from c in await db.Set<Criterion>().Select(c => c.Id).ToListAsync() select ("criterion", GlobalId.Of<Criterion>(c)),
            .. from i in await db.Set<Meeting>().Where(m => m.Id == meeting).SelectMany(m => m.Items).Select(i => i.Id).ToListAsync() select ("item", GlobalId.Of<AgendaItem>(i)),
            .. from p in await db.Set<Programme>().Select(p => p.Id).ToListAsync() select ("programme", GlobalId.Of<Programme>(p)),
            .. from n in await db.Set<Notification>().Select(n => n.Id).Take(20).ToListAsync() select ("notification", GlobalId.Of<Notification>(n)),
            ("application", ground.Here["draftId"]),
        ]);
        return known.Concat(found).ToLookup(k => k.Kind, k => k.Id);
    }

    private async Task<bool> HoldsAsync(string mutation, JsonObject input)
    {
        var name = char.ToLowerInvariant(mutation[0]) + mutation[1..];
        var (client, before, clock) = (ActorFor(name), await Fond.RowsAsync(), Stopwatch.StartNew());
        using var response = await client.PostAsync($"mutation($input: {mutation}Input!) {{ {name}(input: $input) {{ errors {{ code message path }} }} }}", new { input });
        var text = await response.Content.ReadAsStringAsync();
        var answer = JsonNode.Parse(_said[mutation] = text)!;
        var refused = answer["errors"] is not null || answer["data"]![name]!["errors"]!.AsArray().Count > 0;
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        Assert.True(clock.Elapsed < Hang, text);
        Assert.DoesNotContain("\"INTERNAL\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        _tried++;
        if (answer["errors"] is null) _admitted.Add(mutation); // where the role is none that may, there is no payload
        if (answer["errors"] is null && (!refused || answer["data"]![name]!["errors"]!.AsArray().Any(e => !BeforeTheDomain.Contains(e!["code"]!.GetValue<string>())))) _reached[mutation] = _reached.GetValueOrDefault(mutation) + 1;
        if (!refused) _done++;
        else Assert.Equal(before, await Fond.RowsAsync());
        return true;
    }

    /// <summary>Whoever may: by the roles that the mutation demands, or, where it demands none, somebody whom the ground concerns: of what is a body's office's, its secretary by seat.</summary>
    private Client ActorFor(string mutation) => Fond.As(_doors.Of(mutation) switch
    {
        { Public: true } => null,
        { Roles: [var first, ..] } => HolderOf(first),
        _ => Concerned.GetValueOrDefault(mutation) ?? HolderOf(Role.SteeringSecretary),
    });

    internal static string HolderOf(Role role) => role switch
    {
        Role.Applicant => "helsingborg-projektledare",
        Role.CaseOfficer => "helsingborg-handlaggare",
        Role.Assessor => "helsingborg-bedomare-1",
        Role.SteeringMember => "helsingborg-ledamot-1",
        Role.SteeringChair => "helsingborg-ordforande",
        Role.SteeringSecretary => "helsingborg-sekreterare",
        Role.BoardRegistrar => "helsingborg-registrator",
        Role.Evaluator => "helsingborg-utvarderare",
        Role.Auditor => "revisor",
        Role.Administrator => "administrator",
        _ => throw new ArgumentException($"Nobody is known who acts as {role}.", nameof(role)),
    };

    /// <summary>What is done not by role but by whom it concerns.</summary>
    private static readonly Dictionary<string, string> Concerned = new()
    {
        ["answerConsultation"] = "helsingborg-ordforande",
        ["answerEndorsement"] = "helsingborg-utvarderare",
        ["approveMinutes"] = "helsingborg-ordforande",
        ["castBallot"] = "helsingborg-ledamot-1",
        ["declareRecusal"] = "helsingborg-sekreterare",
        ["markNotificationRead"] = "helsingborg-handlaggare",
        ["moveCase"] = "helsingborg-handlaggare",
        ["reportMeasure"] = "helsingborg-ledamot-1",
        ["requestExtension"] = "helsingborg-ordforande",
    };
}
