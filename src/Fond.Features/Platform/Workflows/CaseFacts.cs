using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Workflows;

namespace Fond.Features.Platform.Workflows;

/// <summary>What a workflow may ask about a case: flags for guards, dates for timers and work items, texts for messages.</summary>
internal sealed class CaseFacts
{
    public Dictionary<string, bool> Flags { get; } = [];

    public Dictionary<string, DateOnly?> Dates { get; } = [];

    public Dictionary<string, string> Texts { get; } = [];
}

/// <summary>A feature's answers to what workflows ask. The names that it declares are the vocabulary of the definition files.</summary>
internal interface ICaseFactSource
{
    /// <summary>By name, with what holds when the flag does.</summary>
    IReadOnlyDictionary<string, Text> Flags => new Dictionary<string, Text>();


    IReadOnlyList<string> Dates => [];

    IReadOnlyList<string> Texts => [];

    /// <summary>Reads what this unit of work holds, unsaved changes included.</summary>
    Task AddAsync(Application application, CaseFacts facts, CancellationToken ct);
}

/// <summary>Who in a case answers to a role, where that is not everybody who holds the role in its fund.</summary>
internal interface ICasePeople
{
    Role Role { get; }

    Task<IReadOnlyList<long>> InAsync(Application application, CancellationToken ct);
}

/// <summary>What code fires in a workflow: a definition file must permit it somewhere.</summary>
internal static class Workflow
{
    public const string Application = "application";
    public const string Assessment = "assessment";
    public const string FundingDecision = "funding-decision";
    public const string ImpactFollowUp = "impact-follow-up";

    /// <summary>The phases that the states of each workflow may name.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<Phase>> Phases = new Dictionary<string, IReadOnlyList<Phase>>
    {
        [Application] = [Phase.Idea, Phase.IdeaReview, Phase.IdeaDeclined, Phase.Draft, Phase.FormalCheck, Phase.Supplement, Phase.InAssessment, Phase.AwaitingDecision, Phase.Granted, Phase.Rejected, Phase.Dismissed, Phase.Withdrawn, Phase.Closed],
        [Assessment] = [Phase.Assigning, Phase.Scoring, Phase.JointProposal, Phase.Proposed, Phase.Cancelled],
        [FundingDecision] = [Phase.Preparing, Phase.ReferredToBoard, Phase.Decided, Phase.Cancelled],
        [ImpactFollowUp] = [Phase.Agreement, Phase.Running, Phase.FinalReporting, Phase.Concluded, Phase.Closed],
    };

    /// <summary>Phases that say that something has been decided, agreed or handed in: no added step may claim it.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<Phase>> EarnedPhases = new Dictionary<string, IReadOnlyList<Phase>>
    {
        [Application] = [Phase.IdeaReview, Phase.IdeaDeclined, Phase.Draft, Phase.Supplement, Phase.AwaitingDecision, Phase.Granted, Phase.Rejected, Phase.Closed],
        [Assessment] = [Phase.JointProposal, Phase.Proposed],
        [FundingDecision] = [Phase.ReferredToBoard, Phase.Decided],
        [ImpactFollowUp] = [Phase.Running, Phase.FinalReporting, Phase.Concluded, Phase.Closed],
    };

    /// <summary>What code fires where a definition has it.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> OptionalTriggers = new Dictionary<string, IReadOnlyList<string>>
    {
        [Application] = ["submitIdea", "approveIdea", "declineIdea", "consult", "consulted", "supplementExpired"],
        [FundingDecision] = ["referBack"],
    };

    public static bool IsFiredByCode(string workflow, string trigger) =>
        RequiredTriggers.GetValueOrDefault(workflow, []).Contains(trigger) || OptionalTriggers.GetValueOrDefault(workflow, []).Contains(trigger);

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> RequiredTriggers = new Dictionary<string, IReadOnlyList<string>>
    {
        [Application] = ["submit", "requestSupplement", "supplement", "accept", "dismiss", "withdraw", "propose", "grant", "reject", "close"],
        [Assessment] = ["begin", "assign", "scored", "propose", "cancel"],
        [FundingDecision] = ["decideGrant", "decideReject", "postpone", "refer", "boardGrant", "boardReject", "cancel"],
        [ImpactFollowUp] = ["signAgreement", "submitFinalReport", "returnReport", "decideFuture", "callOff", "close"],
    };
}
