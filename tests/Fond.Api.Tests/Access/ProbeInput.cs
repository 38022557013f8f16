using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Access;

/// <summary>Inputs by the schema itself that name the things of a place, so that the door is tried and not the form of what is sent.</summary>
internal static class ProbeInput
{
    /// <summary>A step of a case that a municipality could have added to its definition.</summary>
    public const string AddedStep = "lookAgain";

    public static JsonObject Of(InputSchema inputs, string mutation, IReadOnlyDictionary<string, string> place)
    {
        var input = inputs.Value(mutation + "Input", "Text", "abc");
        Name(input, place);
        Suit(char.ToLowerInvariant(mutation[0]) + mutation[1..], input, place);
        return input;
    }

    /// <summary>At any depth. Lists of things are empty, for each of their items would have to be found.</summary>
    private static void Name(JsonObject input, IReadOnlyDictionary<string, string> place)
    {
        foreach (var (field, value) in input.ToList())
        {
            if (value is JsonObject inner) Name(inner, place);
            else if (value is JsonArray and [JsonObject item]) Name(item, place);
            else if (value is JsonArray && field.EndsWith("Ids", StringComparison.Ordinal)) input[field] = new JsonArray();
            else if (value is JsonValue && field.EndsWith("Id", StringComparison.Ordinal) && place.TryGetValue(field, out var id)) input[field] = id;
        }
    }

    /// <summary>Inputs that name one thing among several, or nothing yet.</summary>
    private static void Suit(string mutation, JsonObject input, IReadOnlyDictionary<string, string> place)
    {
        if (mutation is "createConsultation" or "changeConsultation") Leave(input, "fundId", "programmeId");
        if (mutation is "saveBody" or "saveProgramme") Leave(input, [.. input.Where(f => f.Value is null).Select(f => f.Key), "bodyId", "parentId", "alsoPreparesForIds", "programmeId"]);
        if (mutation is "saveReferralGroup")
        {
            Leave(input, "referralGroupId");
            input["municipality"] = place["municipality"];
        }

        if (mutation is "createFund") Leave(input, "decidingBodyId", "boardBodyId");
        if (mutation is "saveApplicationDraft" or "submitApplication" or "submitIdea" or "requestEndorsement") input["applicationId"] = place["draftId"];
        if (mutation is "proposeDisposal") input["documentIds"] = new JsonArray(place["documentId"]);
        if (mutation is "recordAttendance") Leave(input["attendance"]![0]!.AsObject(), "servesForId", "servesInSeatId");
        if (mutation is "correctMinutes") Leave(input, "items", "attendance", "presidingId");
        if (mutation is "moveCase") (input["workflow"], input["trigger"]) = ("application", AddedStep);
    }

    private static void Leave(JsonObject input, params IEnumerable<string> fields)
    {
        foreach (var field in fields.ToList()) input.Remove(field);
    }
}
