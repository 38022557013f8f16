using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Applications;

/// <summary>Calls of Helsingborg's fund that ask for more than the demo data's does.</summary>
internal static class TwoSteps
{
    public static async Task<string> CallAsync(FondServer fond, string workflow = "application-in-two-steps", bool demandsEndorsements = false, bool demandsIntentions = false) =>
        (await fond.As("administrator").DoAsync("createCall", await InputAsync(fond, workflow, demandsEndorsements, demandsIntentions), "call { id }"))["call"]!["id"]!.GetValue<string>();

    public static async Task<object> InputAsync(FondServer fond, string workflow, bool demandsEndorsements = false, bool demandsIntentions = false) => new
    {
        fundId = (await fond.As(null).ReadAsync("{ funds(municipality: \"Helsingborg\") { nodes { id } } }"))["funds"]!["nodes"]![0]!["id"]!.GetValue<string>(),
        title = "Idéer",
        opensAt = "2026-03-01T00:00:00Z",
        closesAt = "2026-04-01T00:00:00Z",
        workflow,
        demandsEndorsements,
        demandsIntentions,
        criteria = new[] { new { code = "nytta", name = new { sv = "Nytta", en = "Benefit" }, kind = "GRADED", weight = 100 } },
    };

    /// <summary>A case of such a call, as far as it is written when it begins.</summary>
    public static async Task<string> BegunAsync(FondServer fond, string call, object? content = null)
    {
        var lead = fond.As("helsingborg-projektledare");
        var id = (await lead.DoAsync("startApplication", new { callId = call, title = "Pilot" }, "application { id }"))["application"]!["id"]!.GetValue<string>();
        if (content is not null) await lead.DoAsync("saveApplicationDraft", new { applicationId = id, content }, "application { id }");
        return id;
    }

    public static object Idea(string need = "Barn mår sämre.") => new
    {
        summary = "Råd i varje område.",
        need,
        targetGroup = new { description = "Barn i grundskolan" },
        partners = new[] { new { organisation = "Barn- och utbildningsnämnden", kind = "BOARD" }, new { organisation = "Polisen", kind = "STATE" } },
        preliminaryCost = 45_000_000,
    };
}
