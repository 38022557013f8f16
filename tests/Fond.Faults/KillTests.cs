using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Fond.Domain.Applications;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Faults.Support;
using Fond.Features.Platform.GraphQL;
using Microsoft.EntityFrameworkCore;

[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)] // each wants the machine for itself

namespace Fond.Faults;

/// <summary>Fond is killed at random moments while eight clients write, pay money in and grant what there is, and started again.</summary>
public sealed class KillTests
{
    private const int Clients = 8;
    private readonly ConcurrentBag<(string Title, string Id, string CaseNumber)> _submitted = [];
    private readonly ConcurrentBag<string> _allocated = [];
    private readonly ConcurrentBag<(string Application, string? Refused)> _decided = [];
    private ConcurrentQueue<JsonObject> _toDecide = [];

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task What_was_acknowledged_is_there_once_however_often_Fond_is_killed(string engine)
    {
        await using var surroundings = await Surroundings.OfAsync(engine);
        var last = await LastMoneyAsync(surroundings);
        _toDecide = new(last.Decisions);
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
            if (kill % 2 == 0) await client.DoesMoreAsync(work); // so that, however slow the machine, there is something that must not be lost
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
        await WhatThereWasMoneyForIsGrantedOnceAsync(records, last);
        await records.AreWholeAsync(surroundings.Mail);
        Figures.Tell($"kill -9, {engine}", $"{kills} kills; {_submitted.Count} applications and {_allocated.Count} allocations acknowledged, each there once; {last.Decisions.Count} decisions on money for {last.Enough}, {_decided.Count(d => d.Refused is null)} granted; {client.Repeats} repeats; ready again after at most {slowest.TotalSeconds:0.0} s; {surroundings.Mail.Messages.Count} e-mails, {surroundings.Mail.Messages.Count - surroundings.Mail.Ids().Distinct().Count()} of them twice");
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
            if (i % Scale.Of(1, 8) == 0 && _toDecide.TryDequeue(out var decision)) await DecideAsync(client, decision);
        }
        while (_toDecide.TryDequeue(out var left)) await DecideAsync(client, left);
    }

    private async Task DecideAsync(Persistent client, JsonObject decision)
    {
        var application = decision["applicationId"]!.GetValue<string>();
        var answer = await client.AnsweredAsync("helsingborg-sekreterare", "decideApplication", decision, "decision { id }");
        _decided.Add((application, answer["errors"]!.AsArray().SingleOrDefault()?["code"]!.GetValue<string>()));
    }

    /// <summary>Made by an instance that is not in a hurry, and ends before the other begins.</summary>
    private static async Task<LastMoney> LastMoneyAsync(Surroundings surroundings)
    {
        await using var calm = surroundings.Fond();
        await calm.StartAsync();
        var last = await LastMoney.OfAsync(surroundings, calm, Scale.Of(13, 20));
        await calm.TerminateAsync();
        Assert.Equal(0, await calm.EndAsync());
        return last;
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

    private async Task WhatThereWasMoneyForIsGrantedOnceAsync(Records records, LastMoney last)
    {
        Assert.Equal(last.Decisions.Count, _decided.Count);
        Assert.Equal(last.Enough, _decided.Count(d => d.Refused is null));
        Assert.All(_decided, d => Assert.True(d.Refused is null or "FUND_MONEY_INSUFFICIENT", d.Refused));
        var granted = _decided.Where(d => d.Refused is null).Select(d => GlobalId.KeyOf<Application>(d.Application)).Order();
        var tried = _decided.Select(d => GlobalId.KeyOf<Application>(d.Application)).ToList();
        Assert.Equal(granted, (await records.InAsync(db => db.Set<Decision>().Where(d => tried.Contains(d.ApplicationId)).Select(d => d.ApplicationId).ToListAsync())).Order());
        Assert.Equal(granted, (await records.InAsync(db => db.Set<LedgerTransaction>().Where(t => t.Kind == LedgerKind.Reservation && t.ApplicationId != null && tried.Contains(t.ApplicationId.Value)).Select(t => t.ApplicationId!.Value).ToListAsync())).Order());
    }
}
