using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Access;

/// <summary>Things of which more is let out the further they have come: a file and an endorsement of a case that is being assessed, and a statement to a consultation that is closed.</summary>
internal sealed class LaterGround(FondServer fond, string municipality)
{
    private readonly Stages _stages = new(fond, municipality);

    /// <param name="place">Whose bodies are asked.</param>
    /// <returns>By input field.</returns>
    public async Task<Dictionary<string, string>> PrepareAsync(IReadOnlyDictionary<string, string> place)
    {
        var application = await Cases.WholeDraftAsync(fond, municipality);
        var later = new Dictionary<string, string> { ["attachmentId"] = await AccessGround.SendAsync(_stages.Lead, $"/applications/{application}/attachments?fileName=a.pdf") };
        await EndorseAsync(application);
        await _stages.Lead.DoAsync("submitApplication", new { applicationId = application }, "application { id }");
        await _stages.Officer.DoAsync("acceptApplication", new { applicationId = application }, "application { id }");
        var assessors = (await _stages.PeopleAsync("ASSESSOR")).Take(2).ToArray();
        await _stages.Officer.DoAsync("assignAssessors", new { applicationId = application, assessorIds = assessors }, "application { id }");
        await ConsultAsync(application, place, later);
        return later;
    }

    /// <summary>By the evaluator, for want of anybody better.</summary>
    private async Task EndorseAsync(string application)
    {
        var evaluator = (await _stages.Evaluator.ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();
        await _stages.Lead.DoAsync("saveApplicationDraft", new { applicationId = application, content = new { partners = new[] { new { organisation = "Polisen", kind = "STATE" } } } }, "application { id }");
        var endorsement = (await _stages.Lead.DoAsync("requestEndorsement", new { applicationId = application, organisation = "Polisen", personId = evaluator }, "endorsement { id }"))["endorsement"]!["id"]!.GetValue<string>();
        var textSha256 = (await _stages.Evaluator.ReadAsync("query($id: ID!) { node(id: $id) { ... on Endorsement { textSha256 } } }", new { id = endorsement }))["node"]!["textSha256"]!.GetValue<string>();
        await _stages.Evaluator.DoAsync("answerEndorsement", new { endorsementId = endorsement, endorses = true, office = "Lokalpolisområdeschef", willImplement = true, comment = "Bra", textSha256 }, "endorsement { id }");
    }

    /// <summary>Asks the deciding body, a referral body, and the municipality's council, where it has one; all answer.</summary>
    private async Task ConsultAsync(string application, IReadOnlyDictionary<string, string> place, Dictionary<string, string> later)
    {
        var (deciding, referral, council) = (place["bodyId"], place["referralBodyId"], place.GetValueOrDefault("councilId"));
        var draft = new { applicationId = application, title = "Remiss", lastDay = "2026-06-01", caseNumber = "KS 2026/3", letter = "Missiv", bodyIds = new[] { deciding, referral, council }.OfType<string>().ToArray(), questions = new[] { "Vad anser ni?" } };
        var consultation = later["consultationId"] = (await _stages.Officer.DoAsync("createConsultation", draft, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        await _stages.Officer.DoAsync("sendConsultation", new { consultationId = consultation }, "consultation { id }");
        later["statementFileId"] = await AccessGround.SendAsync(_stages.Chair, $"/consultations/{consultation}/files?bodyId={deciding}&fileName=a.pdf");
        await AnswerAsync(_stages.Chair, consultation, deciding);
        await AnswerAsync(fond.As($"{municipality}-remissinstans"), consultation, referral);
        if (council is not null) await AnswerAsync(fond.As($"{municipality}-rad-1"), consultation, council);
        await _stages.Officer.DoAsync("closeConsultation", new { consultationId = consultation }, "consultation { id }");
    }

    private static Task<JsonNode> AnswerAsync(Client who, string consultation, string body) =>
        who.DoAsync("answerConsultation", new { consultationId = consultation, bodyId = body, stance = "SUPPORTS", answers = new[] { "Bra" } }, "consultation { id }");
}
