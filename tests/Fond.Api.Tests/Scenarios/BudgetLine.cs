using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Scenarios;

/// <summary>The budget line of the competition's ranking, worked out anew beside Fond's.</summary>
internal static class BudgetLine
{
    /// <summary>Case after case in the order that holds, until one does not fit.</summary>
    public static void IsDrawn(JsonNode seen, IReadOnlyList<string> cases)
    {
        var (budget, left, full) = (seen["budget"]!, 1_000_000_000L, true);
        foreach (var (row, application) in budget["rows"]!.AsArray().Zip(seen["order"]!.AsArray(), (row, application) => (row!, application!.GetValue<string>())))
        {
            var asked = Competition.Asked(cases.ToList().IndexOf(application));
            if (full && asked > left)
            {
                full = false;
                var first = budget["parts"]![0]!;
                Assert.Equal((application, asked, asked - left, left), (first["applicationId"]!.GetValue<string>(), first["asked"]!.GetValue<long>(), first["missing"]!.GetValue<long>(), first["couldGet"]!.GetValue<long>()));
            }
            if (full) left -= asked;
            Assert.Equal((application, asked, full, left), (row["applicationId"]!.GetValue<string>(), row["asked"]!.GetValue<long>(), row["fits"]!.GetValue<bool>(), row["remaining"]!.GetValue<long>()));
        }
        Assert.False(full);
        InPart(budget, left);
        Assert.Equal((1_000_000_000L, left), (budget["available"]!.GetValue<long>(), budget["remaining"]!.GetValue<long>()));
    }

    /// <summary>Each case below the line with what remains, and those that fit in what it leaves, worked out anew.</summary>
    private static void InPart(JsonNode budget, long left)
    {
        var below = budget["rows"]!.AsArray().Where(r => !r!["fits"]!.GetValue<bool>()).Select(r => (Id: r!["applicationId"]!.GetValue<string>(), Asked: r["asked"]!.GetValue<long>())).ToList();
        var parts = budget["parts"]!.AsArray();
        Assert.Equal(below, parts.Select(p => (p!["applicationId"]!.GetValue<string>(), p["asked"]!.GetValue<long>())));
        foreach (var (part, ask) in parts.Zip(below, (part, ask) => (part!, ask)))
        {
            var (couldGet, rest) = (Math.Min(ask.Asked, left), left - Math.Min(ask.Asked, left));
            Assert.Equal((couldGet, ask.Asked - couldGet, rest), (part["couldGet"]!.GetValue<long>(), part["missing"]!.GetValue<long>(), part["remaining"]!.GetValue<long>()));
            Assert.Equal(Math.Floor(100m * couldGet / ask.Asked) / 100, part["share"]!.GetValue<decimal>());
            List<string> fit = [];
            foreach (var other in below.Where(o => o != ask))
                if (other.Asked <= rest) (rest, fit) = (rest - other.Asked, [.. fit, other.Id]);
            Assert.Equal(fit, part["thenFit"]!.AsArray().Select(t => t!.GetValue<string>()));
        }
    }

    /// <summary>If those above the line were to be granted half of what they ask, others would fit below them.</summary>
    public static async Task IsDrawnAnewAsync(Client secretary, string ranking, JsonNode budget)
    {
        const string ask = "query($r: ID!, $inPart: [RankingPartInput!]!) { node(id: $r) { ... on Ranking { budget(inPart: $inPart) { remaining rows { applicationId reckoned fits } } } } }";
        var rows = budget["rows"]!.AsArray().Select(r => (Id: r!["applicationId"]!.GetValue<string>(), Asked: r["asked"]!.GetValue<long>(), Fits: r["fits"]!.GetValue<bool>())).ToList();
        var asIf = (await secretary.ReadAsync(ask, new { r = ranking, inPart = rows.Where(r => r.Fits).Select(r => new { applicationId = r.Id, amount = r.Asked / 2 }) }))["node"]!["budget"]!;
        var (left, expected) = (1_000_000_000L, new List<(string, long, bool)>());
        foreach (var (application, asked, fitted) in rows)
        {
            var reckoned = fitted ? asked / 2 : asked;
            var fits = reckoned <= left && expected.All(e => e.Item3);
            if (fits) left -= reckoned;
            expected.Add((application, reckoned, fits));
        }
        Assert.Equal(expected, asIf["rows"]!.AsArray().Select(r => (r!["applicationId"]!.GetValue<string>(), r["reckoned"]!.GetValue<long>(), r["fits"]!.GetValue<bool>())));
        Assert.Equal(left, asIf["remaining"]!.GetValue<long>());
        Assert.True(expected.Count(e => e.Item3) > rows.Count(r => r.Fits));
        var (first, most) = (rows[0].Id, rows[0].Asked);
        foreach (var parts in new[] { new[] { (first, most + 1) }, [(first, 0L)], [(ranking, 1L)], [(first, 1L), (first, 2L)] })
            await secretary.ForbiddenAsync("BAD_INPUT", ask, new { r = ranking, inPart = parts.Select(p => new { applicationId = p.Item1, amount = p.Item2 }) });
    }
}
