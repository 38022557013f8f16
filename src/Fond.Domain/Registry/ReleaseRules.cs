using System.Globalization;
using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Domain.Registry;

internal static class ReleaseRules
{
    /// <summary>What is withheld has its provision and its reasons; what is handed out in full has neither.</summary>
    public static IEnumerable<Refusal> Faults(RegistryEntry document, ReleaseDraft draft)
    {
        var withheld = draft.Outcome != ReleaseOutcome.InFull;
        if (withheld ? !Provision.IsOne(draft.Ground) : draft.Ground is not null) yield return new ReleaseGroundInvalid { Path = ["ground"] };
        if (withheld ? draft.Reasons.IsBlank() : draft.Reasons is not null) yield return new ReleaseReasonsInvalid { Path = ["reasons"] };
        var (inPart, named) = (draft.Outcome == ReleaseOutcome.InPart, draft.MaskedFields.Count > 0);
        if (inPart ? draft.Masked.IsBlank() && (draft.Masked is not null || !named) : draft.Masked is not null) yield return new ReleaseMaskedInvalid { Path = ["masked"] };
        if (named && (!inPart || !DocumentKinds.OfTheForm.Contains(document.Kind))) yield return new ReleaseFieldsElsewhere { Path = ["maskedFields"] };
        foreach (var (field, i) in draft.MaskedFields.Select((field, i) => (field, i)).Where(x => !ApplicationFields.Names.ContainsKey(x.field)))
            yield return new ApplicationFieldUnknown(field) { Path = ["maskedFields", i.ToString(CultureInfo.InvariantCulture)] };
    }
}

public sealed record ReleaseRequesterInvalid() : Refusal("RELEASE_REQUESTER_INVALID", new(
    $"Ange den som begär handlingen med högst {DocumentRelease.LongestRequester} tecken, eller utelämna uppgiften.",
    $"Say who asks in at most {DocumentRelease.LongestRequester} characters, or leave it out."));

public sealed record ReleaseGroundInvalid() : Refusal("RELEASE_GROUND_INVALID", new(
    "Ange lag, kapitel och paragraf för det som inte lämnas ut, till exempel OSL 26 kap. 1 §. En handling som lämnas ut i sin helhet har ingen grund.",
    "Give law, chapter and section for what is withheld, such as OSL 26 kap. 1 §. A document that is handed out in full has no ground."));

public sealed record ReleaseReasonsInvalid() : Refusal("RELEASE_REASONS_INVALID", new(
    "Ange skälen för det som inte lämnas ut. En handling som lämnas ut i sin helhet har inga skäl.",
    "Give the reasons for what is withheld. A document that is handed out in full has none."));

public sealed record ReleaseMaskedInvalid() : Refusal("RELEASE_MASKED_INVALID", new(
    "Ange vilka uppgifter som maskeras när handlingen lämnas ut delvis, och bara då.", "Say what is masked when the document is handed out in part, and only then."));

public sealed record ReleaseFieldsElsewhere() : Refusal("RELEASE_FIELDS_ELSEWHERE", new(
    "Fält kan bara anges som maskerade i en idé, ansökan eller komplettering som lämnas ut delvis.", "Fields can be named as masked only in an idea, application or supplement that is handed out in part."));

public sealed record ReleaseAlreadyDecided() : Refusal("RELEASE_ALREADY_DECIDED", new(
    "Begäran är redan prövad. En ny begäran prövas för sig.", "The request has been tested already. A new request is tested by itself."));

public sealed record ReleaseNothingWithheld() : Refusal("RELEASE_NOTHING_WITHHELD", new(
    "Inget har nekats. Ett skriftligt beslut ges bara när handlingen helt eller delvis inte lämnas ut.",
    "Nothing has been withheld. A decision in writing is given only when the document is not handed out, or only in part."));

public sealed record ReleaseAlreadyWritten() : Refusal("RELEASE_ALREADY_WRITTEN", new(
    "Det skriftliga beslutet finns redan.", "The decision in writing is there already."));
