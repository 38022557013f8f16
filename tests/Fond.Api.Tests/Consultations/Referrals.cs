using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Consultations;

/// <summary>Consultations in Lund, over its programme.</summary>
internal sealed class Referrals(FondServer fond)
{
    public Client Officer => fond.As("lund-handlaggare");

    /// <summary>Sent to the second and third of Lund's referral bodies, with the last day 1 June 2026.</summary>
    public async Task<(string Id, IReadOnlyList<string> Bodies)> SentAsync(Action<JsonObject>? change = null)
    {
        var bodies = await BodiesAsync();
        var id = await DraftAsync([bodies[1], bodies[2]], change);
        await Officer.DoAsync("sendConsultation", new { consultationId = id }, "consultation { state }");
        return (id, bodies);
    }

    public async Task<string> DraftAsync(IReadOnlyList<string> bodies, Action<JsonObject>? change = null)
    {
        var draft = new JsonObject
        {
            ["programmeId"] = (await Officer.ReadAsync("{ programmes(municipality: \"Lund\") { nodes { id } } }"))["programmes"]!["nodes"]![0]!["id"]!.DeepClone(),
            ["title"] = "Plan för social hållbarhet",
            ["caseNumber"] = "KS 2026/1",
            ["letter"] = "Missiv",
            ["questions"] = new JsonArray("Är det bra?"),
            ["bodyIds"] = new JsonArray([.. bodies.Select(b => JsonValue.Create(b))]),
            ["lastDay"] = "2026-06-01",
        };
        change?.Invoke(draft);
        return (await Officer.DoAsync("createConsultation", draft, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
    }

    public async Task<IReadOnlyList<string>> BodiesAsync() =>
        [.. (await Officer.ReadAsync("{ bodies(municipality: \"Lund\", kind: REFERRAL_BODY) { nodes { id } } }"))["bodies"]!["nodes"]!.AsArray().Select(b => b!["id"]!.GetValue<string>())];

    public static object Answer(string id, string body, string stance = "SUPPORTS", string answer = "Ja") => new { consultationId = id, bodyId = body, stance, answers = new[] { answer } };

    /// <summary>As somebody sees it now.</summary>
    public async Task<JsonNode> ReadAsync(string person, string id) => (await fond.As(person).ReadAsync("""
        query($id: ID!) { node(id: $id) { ... on Consultation {
          state overAt closedAt lastDay withdrawnBecause extensions { to reason body { id } grantedBy { name } }
          requests { lastDay status remindedAt wanted { until reason } statement { stance answers } }
          compilation { asked answered late stances { stance count } questions { question byStance { stance answers { body { name } answer late } } } } } } }
        """, new { id }))["node"]!;

    /// <summary>The subjects of a person's messages about a consultation, newest first.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(string person) => [.. (await fond.As(person).ReadAsync("{ notifications(first: 100) { nodes { subject body } } }"))["notifications"]!["nodes"]!.AsArray()
        .Where(n => n!["subject"]!.GetValue<string>().Contains("Plan för social hållbarhet", StringComparison.Ordinal)).Select(n => n!["body"]!.GetValue<string>())];
}
