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

    /// <summary>Far beyond what any of them takes, and well below the limit of a request.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(15);

    private int _tried, _done;

    [Fact]
    public async Task No_input_gives_a_fault_a_hang_or_rows_in_part()
    {
        var ground = new AccessGround(Fond);
        await ground.PrepareAsync();
        var schema = new InputSchema((await Fond.As("administrator").ReadAsync(InputSchema.Query))["__schema"]!);
        var inputs = new InputGenerator(schema, await IdsAsync(ground));
        foreach (var mutation in schema.Mutations)
            await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(TriesPerMutation).WithName(mutation),
                Prop.ForAll(inputs.For(mutation + "Input"), input => HoldsAsync(mutation, input).GetAwaiter().GetResult())));
        Assert.True(_done * 20 > _tried, $"Only {_done} of {_tried} inputs were good enough to be done.");
        Assert.Null(await Fond.InDatabaseAsync(async db => (await new AuditVerifier(db).VerifyAsync(CancellationToken.None)).BrokenAt)); // some input may have made the auditor none
        Assert.All(await Fond.InDatabaseAsync(db => db.Set<Fund>().AsNoTracking().ToListAsync()), fund => Assert.True(fund.Available >= Money.Zero));
    }

    private async Task<ILookup<string, string>> IdsAsync(AccessGround ground)
    {
        var known = ground.Here.Select(k => (Kind: k.Key[..^"Id".Length], Id: k.Value)).Concat(ground.There.Values.Select(id => (Kind: "elsewhere", Id: id)));
        var found = await Fond.InDatabaseAsync(async db => (List<(string Kind, string Id)>)
        [
            .. from p in await db.Set<Person>().Select(p => p.Id).ToListAsync() from kind in (string[])["person", "assessor"] select (kind, GlobalId.Of<Person>(p)),
            .. from b in await db.Set<Body>().Select(b => b.Id).ToListAsync() select ("parent", GlobalId.Of<Body>(b)),
            .. from m in await db.Set<Membership>().Select(m => m.Id).ToListAsync() select ("membership", GlobalId.Of<Membership>(m)),
            .. from d in await db.Set<Delegation>().Select(d => d.Id).ToListAsync() select ("delegation", GlobalId.Of<Delegation>(d)),
            .. from m in await db.Set<ProjectMilestone>().Select(m => m.Id).ToListAsync() select ("milestone", GlobalId.Of<ProjectMilestone>(m)),
            .. from c in await db.Set<Criterion>().Select(c => c.Id).ToListAsync() select ("criterion", GlobalId.Of<Criterion>(c)),
            .. from i in await db.Set<AgendaItem>().Select(i => i.Id).ToListAsync() select ("item", GlobalId.Of<AgendaItem>(i)),
            .. from p in await db.Set<Programme>().Select(p => p.Id).ToListAsync() select ("programme", GlobalId.Of<Programme>(p)),
            .. from n in await db.Set<Notification>().Select(n => n.Id).Take(20).ToListAsync() select ("notification", GlobalId.Of<Notification>(n)),
            ("application", ground.Here["draftId"]),
        ]);
        return known.Concat(found).ToLookup(k => k.Kind, k => k.Id);
    }

    private async Task<bool> HoldsAsync(string mutation, JsonObject input)
    {
        var name = char.ToLowerInvariant(mutation[0]) + mutation[1..];
        var (client, before, clock) = (ActorFor(name), await RowsAsync(), Stopwatch.StartNew());
        using var response = await client.PostAsync($"mutation($input: {mutation}Input!) {{ {name}(input: $input) {{ errors {{ code message path }} }} }}", new { input });
        var text = await response.Content.ReadAsStringAsync();
        var answer = JsonNode.Parse(text)!;
        var refused = answer["errors"] is not null || answer["data"]![name]!["errors"]!.AsArray().Count > 0;
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        Assert.True(clock.Elapsed < Hang, text);
        Assert.DoesNotContain("\"INTERNAL\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        _tried++;
        if (!refused) _done++;
        else Assert.Equal(before, await RowsAsync());
        return true;
    }

    /// <summary>Whoever comes furthest with it.</summary>
    private Client ActorFor(string mutation) => Fond.As(mutation switch
    {
        "startApplication" or "saveApplicationDraft" or "submitApplication" or "supplementApplication" or "withdrawApplication" or "removeAttachment"
            or "requestDisbursement" or "reachMilestone" or "submitFinalReport" => "helsingborg-projektledare",
        "castBallot" => "helsingborg-ledamot-1",
        "cancelRanking" or "closeRanking" or "openRanking" or "settleRanking" => "helsingborg-ordforande",
        "saveScores" or "submitAssessment" or "declareConflict" => "helsingborg-bedomare-1",
        "setMeasurementPlan" or "logMeasurements" or "cancelMeasurementImport" or "admitClient" or "revokeClient" => "helsingborg-utvarderare",
        "decideApplication" or "declareRecusal" or "referToBoard" or "postponeDecision" or "decideFuture" or "callOffProject" or "followKeyFigure" => "helsingborg-sekreterare",
        "saveMeeting" or "addAgendaItem" or "removeAgendaItem" or "callMeeting" or "cancelMeeting" or "openMeeting" or "recordAttendance" or "recuseFromItem" or "settleAgendaItem"
            or "closeMeeting" or "announceMinutes" => "helsingborg-sekreterare",
        "approveMinutes" => "helsingborg-ordforande",
        "recordBoardDecision" => "helsingborg-registrator",
        "answerConsultation" => "lund-remiss-1",
        "addDelegation" or "addFundRules" or "addMember" or "allocateFunds" or "createCall" or "createFund" or "endDelegation" or "endMembership" or "grantRole" or "registerPerson" or "retryIncident"
            or "revokeRole" or "saveBody" or "saveProgramme" => "administrator",
        _ => "helsingborg-handlaggare",
    });

    /// <summary>How many rows there are in each table.</summary>
    private Task<string> RowsAsync() => Fond.InDatabaseAsync(async db =>
    {
        var tables = db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        var counts = string.Join(" || ',' || ", tables.Select(t => $"CAST((SELECT COUNT(*) FROM \"{t}\") AS TEXT)"));
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {counts}";
        return (string)(await command.ExecuteScalarAsync())!;
    });
}
