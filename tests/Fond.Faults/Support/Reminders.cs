using Fond.Domain.Consultations;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Faults.Support;

/// <summary>Consultations that bodies are to be reminded of, made due at once.</summary>
internal static class Reminders
{
    /// <summary>The demo data has them of Helsingborg's steering group.</summary>
    private const string Programme = "query($m: String) { programmes(municipality: $m) { nodes { id } } funds(municipality: $m) { nodes { decidingBody { id members { person { id } } } } } }";

    /// <summary>Made by an instance that does nothing by itself: applications whose officers are to be reminded, and consultations whose bodies are.</summary>
    /// <returns>The consultations, with whom each asks.</returns>
    public static async Task<List<(long Consultation, long Person)>> DueAsync(Surroundings surroundings, int count)
    {
        await using var calm = surroundings.Fond(settings: [surroundings.Hurried, "--Background:Enabled=false"]);
        await calm.StartAsync();
        var officer = calm.As("helsingborg-handlaggare");
        var place = await officer.ReadAsync(Programme, new { m = "Helsingborg" });
        var body = place["funds"]!["nodes"]![0]!["decidingBody"]!;
        var asked = new List<(long, long)>();
        for (var i = 0; i < count; i++)
        {
            await Cases.SubmittedAsync(calm);
            var draft = new { programmeId = place["programmes"]!["nodes"]![0]!["id"]!.GetValue<string>(), title = $"Remiss {i}", caseNumber = $"KS 2026/{i}", letter = "Missiv", questions = new[] { "Bra?" }, bodyIds = new[] { body["id"]!.GetValue<string>() }, lastDay = calm.Today.AddDays(3).ToString("yyyy-MM-dd", null) };
            var id = (await officer.DoAsync("createConsultation", draft, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
            await officer.DoAsync("sendConsultation", new { consultationId = id }, "consultation { id }");
            asked.AddRange(body["members"]!.AsArray().Select(m => (GlobalId.KeyOf<Consultation>(id), GlobalId.KeyOf<Domain.Access.Person>(m!["person"]!["id"]!.GetValue<string>()))));
        }
        await calm.TerminateAsync();
        Assert.Equal(0, await calm.EndAsync());
        return asked;
    }

    public static Task<int> WakeAsync(Records records, List<long> consultations)
    {
        var now = (DateTimeOffset?)DateTimeOffset.UtcNow;
        return records.InAsync(db => db.Set<Alarm>().Where(a => a.Kind == nameof(Consultation) && consultations.Contains(a.SubjectId)).ExecuteUpdateAsync(set => set.SetProperty(a => a.NextAttemptAt, now)));
    }

    /// <summary>When somebody is reminded of the first of them.</summary>
    public static async Task BegunAsync(Records records, List<long> consultations)
    {
        var keys = consultations.Select(id => $"consultation:{id}:reminder:%").ToList();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await records.InAsync(db => db.Set<Notification>().AnyAsync(n => keys.Any(key => EF.Functions.Like(n.Key, key)))))
        {
            Assert.False(limit.IsCancellationRequested, "Nobody is reminded.");
            await Task.Delay(5, CancellationToken.None); // another process gives no sign
        }
    }

    public static async Task EachWasRemindedOnceAsync(Records records, List<(long Consultation, long Person)> asked)
    {
        var reminded = await records.InAsync(db => db.Set<Notification>().Where(n => n.Key.StartsWith("consultation:") && n.Key.Contains(":reminder:")).Select(n => new { n.Key, n.PersonId }).ToListAsync());
        Assert.Equal(asked.Order(), reminded.Select(n => (long.Parse(n.Key.Split(':')[1], null), n.PersonId)).Order());
        var all = await records.InAsync(db => db.Set<Notification>().Select(n => new { n.Key, n.PersonId }).ToListAsync());
        Assert.Equal(all.Count, all.Distinct().Count());
    }
}
