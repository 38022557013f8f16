using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Faults.Support;
using Microsoft.EntityFrameworkCore;

[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)] // each wants the machine for itself

namespace Fond.Faults;

/// <summary>Fond is killed at random moments while eight clients write, and started again.</summary>
public sealed class KillTests
{
    private const int Clients = 8;
    private readonly ConcurrentBag<(string Title, string Id, string CaseNumber)> _submitted = [];
    private readonly ConcurrentBag<string> _allocated = [];

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task What_was_acknowledged_is_there_once_however_often_Fond_is_killed(string engine)
    {
        await using var surroundings = await Surroundings.OfAsync(engine);
        await using var fond = surroundings.Fond(settings: surroundings.Hurried);
        await fond.StartAsync();
        var records = new Records(surroundings.Database);
        var client = new Persistent(fond);
        using var enough = new CancellationTokenSource();
        var (call, fund) = await PlaceAsync(fond);
        var work = Task.WhenAll(Enumerable.Range(0, Clients).Select(n => WriteAsync(fond, client, n, call, fund, enough.Token)));
        var (kills, slowest) = (Scale.Of(4, 50), TimeSpan.Zero);
        for (var kill = 0; kill < kills && !work.IsFaulted; kill++)
        {
            await Task.Delay(Random.Shared.Next(500, 4_000), CancellationToken.None); // the moment is what is tried
            await fond.KillAsync();
            var clock = Stopwatch.StartNew();
            await fond.StartAsync();
            if (clock.Elapsed > slowest) slowest = clock.Elapsed;
        }
        await enough.CancelAsync();
        await work;
        await records.SettleAsync(TimeSpan.FromMinutes(2));

        await EveryAcknowledgedOneIsThereOnceAsync(records);
        await records.AreWholeAsync(surroundings.Mail);
        Figures.Tell($"kill -9, {engine}", $"{kills} kills; {_submitted.Count} applications and {_allocated.Count} allocations acknowledged, each there once; {client.Repeats} repeats; ready again after at most {slowest.TotalSeconds:0.0} s; {surroundings.Mail.Messages.Count} e-mails, {surroundings.Mail.Messages.Count - surroundings.Mail.Ids().Distinct().Count()} of them twice");
    }

    private async Task WriteAsync(FondProcess fond, Persistent client, int number, string call, string fund, CancellationToken enough)
    {
        const string lead = "helsingborg-projektledare";
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var title = $"Pilot {number}-{i}";
            var started = await client.DoAsync(lead, "startApplication", new JsonObject { ["callId"] = call, ["title"] = title }, "application { id }");
            var id = started["application"]!["id"]!.GetValue<string>();
            var content = Cases.Content("helsingborg");
            (content["applicationId"], content["title"]) = (id, title);
            await client.DoAsync(lead, "saveApplicationDraft", content, "application { id }");
            var submitted = await client.DoAsync(lead, "submitApplication", new JsonObject { ["applicationId"] = id }, "application { caseNumber }");
            _submitted.Add((title, id, submitted["application"]!["caseNumber"]!.GetValue<string>()));
            await client.DoAsync("administrator", "allocateFunds", new JsonObject { ["fundId"] = fund, ["amount"] = 100, ["year"] = fond.Today.Year, ["note"] = title }, "fund { id }");
            _allocated.Add(title);
        }
    }

    private static async Task<(string Call, string Fund)> PlaceAsync(FondProcess fond)
    {
        var call = await Cases.CallAsync(fond, "helsingborg");
        var place = await fond.As("administrator").ReadAsync("query($id: ID!) { node(id: $id) { ... on Call { fund { id } } } }", new { id = call });
        return (call, place["node"]!["fund"]!["id"]!.GetValue<string>());
    }

    private async Task EveryAcknowledgedOneIsThereOnceAsync(Records records)
    {
        var titles = _submitted.Select(s => s.Title).ToList();
        var applications = await records.InAsync(db => db.Set<Application>().Where(a => titles.Contains(a.Title)).Select(a => new { a.Title, a.CaseNumber }).ToListAsync());
        Assert.Equal(_submitted.Select(s => (s.Title, s.CaseNumber)).Order(), applications.Select(a => (a.Title, a.CaseNumber!)).Order());
        Assert.Equal(_submitted.Count, _submitted.Select(s => s.Id).Distinct().Count());
        var notes = await records.InAsync(db => db.Set<LedgerTransaction>().Where(t => t.Kind == LedgerKind.Allocation && t.Note.StartsWith("Pilot ")).Select(t => t.Note).ToListAsync());
        Assert.Equal(_allocated.Order(), notes.Order());
    }
}
