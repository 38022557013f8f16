using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Access;

/// <summary>Things of which more is let out the further they have come: a file of a case that is being assessed, and a statement to a consultation that is closed.</summary>
internal sealed class LaterGround(FondServer fond, string municipality)
{
    private readonly Stages _stages = new(fond, municipality);

    /// <param name="bodyId">That its chair answers for.</param>
    /// <returns>By input field.</returns>
    public async Task<Dictionary<string, string>> PrepareAsync(string bodyId)
    {
        var application = await Cases.WholeDraftAsync(fond, municipality);
        var later = new Dictionary<string, string> { ["attachmentId"] = await AccessGround.SendAsync(_stages.Lead, $"/applications/{application}/attachments?fileName=a.pdf") };
        await _stages.Lead.DoAsync("submitApplication", new { applicationId = application }, "application { id }");
        await _stages.Officer.DoAsync("acceptApplication", new { applicationId = application }, "application { id }");
        var assessors = (await _stages.PeopleAsync("ASSESSOR")).Take(2).ToArray();
        await _stages.Officer.DoAsync("assignAssessors", new { applicationId = application, assessorIds = assessors }, "application { id }");
        await ConsultAsync(application, bodyId, later);
        return later;
    }

    /// <summary>Asks the municipality's council too, where it has one.</summary>
    private async Task ConsultAsync(string application, string bodyId, Dictionary<string, string> later)
    {
        var council = await AccessGround.CouncilAsync(_stages, municipality);
        var draft = new { applicationId = application, title = "Remiss", lastDay = "2026-06-01", caseNumber = "KS 2026/3", letter = "Missiv", bodyIds = new[] { bodyId, council }.OfType<string>().ToArray(), questions = new[] { "Vad anser ni?" } };
        var consultation = later["consultationId"] = (await _stages.Officer.DoAsync("createConsultation", draft, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        await _stages.Officer.DoAsync("sendConsultation", new { consultationId = consultation }, "consultation { id }");
        later["statementFileId"] = await AccessGround.SendAsync(_stages.Chair, $"/consultations/{consultation}/files?bodyId={bodyId}&fileName=a.pdf");
        await AnswerAsync(_stages.Chair, consultation, bodyId);
        if (council is not null) await AnswerAsync(fond.As($"{municipality}-rad-1"), consultation, council);
        await _stages.Officer.DoAsync("closeConsultation", new { consultationId = consultation }, "consultation { id }");
    }

    private static Task<JsonNode> AnswerAsync(Client who, string consultation, string body) =>
        who.DoAsync("answerConsultation", new { consultationId = consultation, bodyId = body, stance = "SUPPORTS", answers = new[] { "Bra" } }, "consultation { id }");
}
