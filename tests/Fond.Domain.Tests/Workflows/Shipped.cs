using Fond.Domain.Access;
using Fond.Workflows;

namespace Fond.Domain.Tests.Workflows;

/// <summary>The definitions that ship, and a vocabulary like the host's.</summary>
internal static class Shipped
{
    public static readonly WorkflowVocabulary Vocabulary = new()
    {
        Roles = [.. Enum.GetNames<Role>().Select(Spelled)],
        Phases = new Dictionary<string, IReadOnlySet<string>>
        {
            ["application"] = Set("IDEA IDEA_REVIEW IDEA_DECLINED DRAFT FORMAL_CHECK SUPPLEMENT IN_ASSESSMENT AWAITING_DECISION GRANTED REJECTED DISMISSED WITHDRAWN CLOSED"),
            ["assessment"] = Set("ASSIGNING SCORING JOINT_PROPOSAL PROPOSED CANCELLED"),
            ["funding-decision"] = Set("PREPARING REFERRED_TO_BOARD DECIDED CANCELLED"),
            ["impact-follow-up"] = Set("AGREEMENT RUNNING FINAL_REPORTING CONCLUDED CLOSED"),
        },
        Guards = ["allScored", "withinDelegation", "concernsChildren"],
        Dates = ["callLastDay", "supplementLastDay", "projectEnd"],
        Texts = ["caseNumber", "title", "organisation", "callLastDay", "lastDay", "supplementRequest", "granted", "conditions"],
        RequiredTriggers = new Dictionary<string, IReadOnlyList<string>>
        {
            ["application"] = ["submit", "requestSupplement", "supplement", "accept", "dismiss", "withdraw", "propose", "grant", "reject", "close"],
            ["assessment"] = ["begin", "assign", "scored", "propose", "cancel"],
            ["funding-decision"] = ["decideGrant", "decideReject", "postpone", "refer", "boardGrant", "boardReject", "cancel"],
            ["impact-follow-up"] = ["signAgreement", "submitFinalReport", "returnReport", "decideFuture", "callOff", "close"],
        },
        OptionalTriggers = new Dictionary<string, IReadOnlyList<string>> { ["application"] = ["submitIdea", "approveIdea", "declineIdea", "consult", "consulted", "supplementExpired"], ["funding-decision"] = ["referBack"] },
        EarnedPhases = new Dictionary<string, IReadOnlySet<string>> { ["application"] = Set("IDEA_REVIEW IDEA_DECLINED DRAFT SUPPLEMENT AWAITING_DECISION GRANTED REJECTED CLOSED") },
    };

    public static string Json(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "workflows", name + ".json"));

    public static WorkflowDefinition Definition(string name) => WorkflowReader.Parse(Json(name), name + ".json", Vocabulary);

    public static IReadOnlyList<WorkflowDefinition> All() => [.. Vocabulary.Phases.Keys.Append("application-in-two-steps").Append("application-in-two-steps-by-the-body").Select(Definition)];

    public static IReadOnlySet<string> Roles(params string[] roles) => roles.ToHashSet();

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];

    private static string Spelled(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + c : c.ToString())).ToUpperInvariant();
}
